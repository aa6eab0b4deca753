import type { Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { headersOf } from './headers.ts'

type Serve = (c: Context) => Promise<Response>

/**
 * Serves a request unless its body has more than `maxSize` bytes. One that states its length is judged by that; only one
 * that does not, and is read, is counted as it comes, which costs a stream.
 */
export function withinSize(maxSize: number, isRead: boolean, tooLarge: Serve, serve: Serve): Serve {
  const counted = bodyLimit({ maxSize, onError: tooLarge })
  return (c) => {
    const header = headersOf(c)
    const length = header('content-length')
    const isStated = length !== undefined && header('transfer-encoding') === undefined
    if (isStated && Number(length) > maxSize) return tooLarge(c)
    // The middleware answers with what follows it.
    return isStated || !isRead ? serve(c) : (counted(c, (() => serve(c)) as never) as Promise<Response>)
  }
}
