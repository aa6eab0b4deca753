import type { IncomingMessage } from 'node:http'
import type { Context } from 'hono'
import { textOfBytes } from '../../kernel/text/utf8.ts'

/** Gives a header by its name in lower case. */
export type ReadHeader = (name: string) => string | undefined

/** Reads a request's headers: on a socket those that Node has parsed already, which spares making a `Headers` of them. */
export function headersOf(c: Context): ReadHeader {
  const incoming = (c.env as { incoming?: IncomingMessage } | undefined)?.incoming
  if (!incoming) return (name) => c.req.header(name)
  return (name) => incoming.headers[name] as string | undefined
}

const IS_ASCII = /^[\0-\x7f]*$/

/** The text of a header's bytes, which are given one a character; undefined where they are no UTF-8. */
export const headerText = (value: string): string | undefined =>
  IS_ASCII.test(value) ? value : textOfBytes(Buffer.from(value, 'latin1'))

/** A text as a header has it. */
export const headerValue = (text: string): string =>
  IS_ASCII.test(text) ? text : Buffer.from(text, 'utf8').toString('latin1')
