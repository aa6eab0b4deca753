import { timingSafeEqual } from 'node:crypto'
import type { Context } from 'hono'
import { sha256 } from '../kernel/canonical.ts'
import { headersOf } from './headers.ts'

/** What a caller must show who is to rule the sandbox, or to look at it; nothing where neither is set. */
export type AccessTokens = { admin?: string | undefined; read?: string | undefined }

/** Why a request may not be let in by its bearer token; undefined where it may. */
export function tokenObjection(
  c: Context,
  { admin, read }: AccessTokens,
): [status: 401 | 403, detail: string] | undefined {
  if (admin === undefined && read === undefined) return undefined
  const shown = /^Bearer +(\S+)$/i.exec(headersOf(c)('authorization') ?? '')?.[1]
  if (shown === undefined) return [401, 'this sandbox was started with a token: send it as Authorization: Bearer …']
  if (isSame(shown, admin)) return undefined
  if (!isSame(shown, read)) return [401, 'this is not the token that the sandbox was started with']
  return /^(GET|HEAD)$/.test(c.req.method) ? undefined : [403, 'this token may only read']
}

/** Told in a time that does not depend on where they differ. */
const isSame = (shown: string, token: string | undefined): boolean =>
  token !== undefined && timingSafeEqual(Buffer.from(sha256(shown)), Buffer.from(sha256(token)))
