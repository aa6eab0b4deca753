import { basicCredentials } from '../../../http/credentials/basic-credentials.ts'
import type { ClientCredentials } from './domain.ts'

const BEARER = /^Bearer\s+(sandbox-[^.\s]+)\./i

/** Client id and secret of HTTP Basic; undefined where there are none, or none that can be read. */
export function clientCredentials(authorization: string | undefined): ClientCredentials | undefined {
  const { username: clientId, password: clientSecret } = basicCredentials(authorization) ?? {}
  return clientId && clientSecret !== undefined ? { clientId, clientSecret } : undefined
}

/** The client that a request is from, as far as it can be read: a token names it only where it stands for a workspace. */
export const clientOf = (authorization: string | undefined): string | undefined =>
  authorization === undefined
    ? undefined
    : (BEARER.exec(authorization)?.[1] ?? clientCredentials(authorization)?.clientId)
