import { auth } from 'hono/utils/basic-auth'

/** What stands where bytes were no text: nobody's name and nobody's password. */
const NO_TEXT = '\uFFFD'

/** User and password of an `Authorization: Basic` header; undefined where there are none that can be read. */
export function basicCredentials(authorization: string | undefined): ReturnType<typeof auth> {
  if (authorization === undefined) return undefined
  const credentials = auth({ headers: new Headers({ authorization }) } as Request)
  return credentials && (credentials.username + credentials.password).includes(NO_TEXT) ? undefined : credentials
}
