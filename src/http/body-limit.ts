import type { Context, MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { headersOf } from './headers.ts'

/**
 * Refuses bodies of more than `maxSize` bytes. One that states its length is judged by that; only one that does not is
 * counted as it comes, which costs a stream.
 */
export const limitBody = (maxSize: number, onError: (c: Context) => Promise<Response>): MiddlewareHandler => {
  const counted = bodyLimit({ maxSize, onError })
  return (c, next) => {
    const header = headersOf(c)
    const length = header('content-length')
    if (length === undefined || header('transfer-encoding') !== undefined) return counted(c, next)
    return Number(length) > maxSize ? onError(c) : next()
  }
}
