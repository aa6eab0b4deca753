import type { IncomingMessage } from 'node:http'
import type { Context } from 'hono'
import { jsonReader } from '../../kernel/text/json-text.ts'
import { decodeUtf8, decodeUtf8InTurns, NotUtf8 } from '../../kernel/text/utf8.ts'
import { refuseBadEscapes } from '../addresses/escapes.ts'
import { RequestFailed } from '../answers/failure.ts'
import type { Face } from '../face.ts'
import type { Operation } from '../operation.ts'
import { whole } from './broken-off.ts'
import { decoded } from './content-encoding.ts'
import { headersOf } from './headers.ts'

/** A body as text, a long one in several parts, and how to read what it says: later, as a retry is answered without. */
export class Body {
  readonly parts: readonly string[]
  readonly read: () => unknown

  constructor(parts: readonly string[], read: () => unknown) {
    this.parts = parts
    this.read = read
  }

  /** All of it. Putting a long one together takes longer than anything else that is done at once. */
  get text(): string {
    return this.parts.length === 1 ? (this.parts[0] as string) : this.parts.join('')
  }
}

const nothing = () => undefined

export const noBody = (): Body => new Body([], nothing)

/** The only way in for bodies: bytes up to the limit, inflated up to the limit, strictly UTF-8. @throws RequestFailed */
export async function readBody(c: Context, operation: Operation, face: Face): Promise<Body> {
  const most = mostOf(operation, face)
  const header = headersOf(c)
  const sent = await whole(bytesOf(c, most))
  const [type = '', ...parameters] = (header('content-type') ?? '').split(';').map((part) => part.trim())
  const bytes = await decoded(sent, header('content-encoding'), most, face)
  const parts = await textsOf(bytes, charsetOf(parameters), face)
  if (operation.bodyOptional && !parts.some((part) => part.trim())) return new Body(['{}'], () => ({}))
  const wanted = operation.bodyType === 'form' ? 'application/x-www-form-urlencoded' : 'application/json'
  if (type && type.toLowerCase() !== wanted)
    throw unsupported(face, `send the body as ${wanted}, not ${type.toLowerCase()}`)
  if (operation.readsBody) return new Body(parts, nothing)
  const text = parts.join('')
  if (operation.bodyType === 'form') return new Body([text], () => readForm(text))
  const read = await jsonReader(text)
  return new Body([text], () => readJson(text, read))
}

/** The largest body that an operation takes, in bytes. */
export const mostOf = (operation: Operation | undefined, face: Face): number => operation?.maxBody ?? face.maxBody

const tooLarge = (most: number): RequestFailed =>
  new RequestFailed({ kind: 'http', status: 413, message: `the body is larger than ${most} bytes` })

/** A body that states its length before is judged by that; one that does not is counted as it comes. */
export function refuseStatedLength(c: Context, most: number): void {
  if ((statedLength(c) ?? 0) > most) throw tooLarge(most)
}

function statedLength(c: Context): number | undefined {
  const header = headersOf(c)
  const length = header('content-length')
  return length === undefined || header('transfer-encoding') !== undefined ? undefined : Number(length)
}

/** A body of fewer bytes is put together in a moment. */
const LONG = 1024 * 1024

async function bytesOf(c: Context, most: number): Promise<Uint8Array> {
  const stated = statedLength(c)
  if (stated !== undefined && stated < LONG) return new Uint8Array(await c.req.arrayBuffer())
  const incoming = (c.env as { incoming?: IncomingMessage } | undefined)?.incoming
  // What is left of one that is too large stays for the server to read away.
  const source = incoming ? incoming.iterator({ destroyOnReturn: false }) : c.req.raw.body
  const chunks: Uint8Array[] = []
  // On a socket it is as long as it says, so each part has its place as soon as it comes.
  const bytes = incoming && stated !== undefined ? Buffer.allocUnsafe(stated) : undefined
  let size = 0
  for await (const chunk of (source ?? []) as AsyncIterable<Uint8Array>) {
    bytes?.set(chunk, size)
    size += chunk.length
    if (size > most) throw tooLarge(most)
    if (!bytes) chunks.push(chunk)
  }
  if (bytes) return bytes.subarray(0, size)
  return chunks.length === 1 ? (chunks[0] as Uint8Array) : Buffer.concat(chunks)
}

/** The charset that a media type states, in lower case; none where it states none. */
function charsetOf(parameters: string[]): string | undefined {
  const stated = parameters.find((parameter) => /^charset\s*=/i.test(parameter))
  return stated
    ?.replace(/^[^=]*=\s*"?|"$/g, '')
    .trim()
    .toLowerCase()
}

const CHARSETS = [undefined, '', 'utf-8', 'utf8', 'us-ascii']

async function textsOf(bytes: Uint8Array, charset: string | undefined, face: Face): Promise<string[]> {
  if (!CHARSETS.includes(charset)) throw unsupported(face, `the body is said to be in ${charset}; send it in UTF-8`)
  try {
    const parts = bytes.length < LONG ? [decodeUtf8(bytes)] : await decodeUtf8InTurns(bytes)
    const other = charset === 'us-ascii' ? bytes.findIndex((byte) => byte > 0x7f) : -1
    if (other < 0) return parts
    throw new RequestFailed({ kind: 'http', status: 400, message: `the body is no us-ascii: see byte ${other}` })
  } catch (error) {
    if (!(error instanceof NotUtf8)) throw error
    throw new RequestFailed({ kind: 'http', status: 400, message: `the body is no text: ${error.message}` })
  }
}

const unsupported = (face: Face, message: string): RequestFailed =>
  new RequestFailed({ kind: 'http', status: face.wrongMediaType, message })

function readForm(text: string): unknown {
  refuseBadEscapes(text, 'the body')
  return Object.fromEntries(new URLSearchParams(text))
}

function readJson(text: string, read: (text: string) => unknown): unknown {
  try {
    return read(text)
  } catch (error) {
    const message = text.trim() ? `the body is not JSON: ${(error as Error).message}` : 'a JSON body is required'
    throw new RequestFailed({ kind: 'http', status: 400, message })
  }
}
