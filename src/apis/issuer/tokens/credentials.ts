import type { ClientCredentials } from './domain.ts'

const BASIC = /^Basic\s+([A-Za-z0-9+/=_-]+)\s*$/i
const BEARER = /^Bearer\s+(sandbox-[^.\s]+)\./i

/** Client id and secret of HTTP Basic; undefined where there are none, or none that can be read. */
export function basicCredentials(authorization: string | undefined): ClientCredentials | undefined {
  const encoded = BASIC.exec(authorization ?? '')?.[1]
  const text = encoded === undefined ? '' : Buffer.from(encoded, 'base64').toString('utf8')
  const colon = text.indexOf(':')
  return colon < 1 ? undefined : { clientId: text.slice(0, colon), clientSecret: text.slice(colon + 1) }
}

/** The client that a request is from, as far as it can be read: a token names it only where it stands for a workspace. */
export const clientOf = (authorization: string | undefined): string | undefined =>
  authorization === undefined
    ? undefined
    : (BEARER.exec(authorization)?.[1] ?? basicCredentials(authorization)?.clientId)
