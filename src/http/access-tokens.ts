import type { Context } from 'hono'
import { isSameSecret } from '../kernel/same-secret.ts'
import { bearerToken } from './bearer-token.ts'
import { headersOf } from './headers.ts'

/** What a caller must show who is to rule the sandbox, or to look at it; nothing where neither is set. */
export type AccessTokens = { admin?: string | undefined; read?: string | undefined }

/** Why a request may not be let in by its bearer token; undefined where it may. */
export function tokenObjection(
  c: Context,
  { admin, read }: AccessTokens,
  isRead: boolean,
): [status: 401 | 403, detail: string] | undefined {
  if (admin === undefined && read === undefined) return undefined
  const shown = bearerToken(headersOf(c)('authorization'))
  if (shown === undefined) return [401, 'this sandbox was started with a token: send it as Authorization: Bearer …']
  if (isSame(shown, admin)) return undefined
  if (!isSame(shown, read)) return [401, 'this is not the token that the sandbox was started with']
  return isRead ? undefined : [403, 'this token may only read']
}

const isSame = (shown: string, token: string | undefined): boolean => token !== undefined && isSameSecret(shown, token)
