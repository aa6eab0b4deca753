import type { Context } from 'hono'
import { isSameSecret } from '../../kernel/masking/same-secret.ts'
import { headersOf } from '../requests/headers.ts'
import { bearerToken } from './bearer-token.ts'

/** What a caller must show who is to rule the sandbox, or to look at it; nothing where neither is set. */
export type AccessTokens = { admin?: string | undefined; read?: string | undefined }

/** Why a request may not be let in by its bearer token; undefined where it may. */
export function tokenObjection(
  c: Context,
  { admin, read }: AccessTokens,
  isRead: boolean,
): [status: 401 | 403, detail: string] | undefined {
  if (admin === undefined && read === undefined) return undefined
  const header = headersOf(c)
  const shown = bearerToken(header('authorization')) ?? tokenIn(header('cookie'))
  if (shown === undefined) return [401, 'this sandbox was started with a token: send it as Authorization: Bearer …']
  if (isSame(shown, admin)) return undefined
  if (!isSame(shown, read)) return [401, 'this is not the token that the sandbox was started with']
  return isRead ? undefined : [403, 'this token may only read']
}

/** The token that a browser brings which has signed in; not one of its cookies is read otherwise. */
function tokenIn(cookies = ''): string | undefined {
  const shown = /(?:^|; *)sandbox-token=([^;]+)/.exec(cookies)?.[1]
  try {
    return shown && decodeURIComponent(shown)
  } catch {
    return undefined
  }
}

const isSame = (shown: string, token: string | undefined): boolean => token !== undefined && isSameSecret(shown, token)
