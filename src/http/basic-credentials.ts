import { auth } from 'hono/utils/basic-auth'

/** User and password of an `Authorization: Basic` header; undefined where there are none that can be read. */
export const basicCredentials = (authorization: string | undefined): ReturnType<typeof auth> =>
  authorization === undefined ? undefined : auth({ headers: new Headers({ authorization }) } as Request)
