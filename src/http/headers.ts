import type { IncomingMessage } from 'node:http'
import type { Context } from 'hono'

/** Gives a header by its name in lower case. */
export type ReadHeader = (name: string) => string | undefined

/** Reads a request's headers: on a socket those that Node has parsed already, which spares making a `Headers` of them. */
export function headersOf(c: Context): ReadHeader {
  const incoming = (c.env as { incoming?: IncomingMessage } | undefined)?.incoming
  if (!incoming) return (name) => c.req.header(name)
  return (name) => incoming.headers[name] as string | undefined
}
