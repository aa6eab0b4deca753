import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { getRequestListener, type HttpBindings } from '@hono/node-server'
import { problemDetails } from '../answers/problem-details.ts'
import { phraseOf } from '../answers/status-phrases.ts'
import { malformed } from '../requests/malformed.ts'
import { readAway } from '../requests/unread-body.ts'
import { Convoy } from './convoy.ts'
import { type LogEntry, maskedEntry } from './log-entry.ts'

type Serve = (request: Request, env: HttpBindings) => Response | Promise<Response>

type Log = (entry: LogEntry) => void

/** `node` is what this process is called among others: told with each answer. */
type Serving = { fetch: Serve; log: Log | undefined; node?: string | undefined }

const NODE_HEADER = 'X-Sandbox-Node'

/** A client's pool keeps connections for a minute, and must not find that we closed one as it sends. */
const KEEP_ALIVE_MS = 75_000

/**
 * An HTTP server before `fetch`, not listening yet. Whatever cannot be handed on as a request is refused here: with
 * problem details and a line of the log, as everywhere else.
 */
export function openServer({ fetch, log: keep, node }: Serving): Server {
  const log: Log = (entry) => keep?.(maskedEntry(entry))
  const told: Told = node === undefined ? {} : { [NODE_HEADER]: node }
  const reading = new WeakMap<Socket, IncomingMessage>()
  const convoy = new Convoy()
  const listener = getRequestListener(
    (request, env) => convoy.join(readAway(fetch(request, env as HttpBindings), (env as HttpBindings).incoming)),
    // What HTTP/1.0 need not say.
    { hostname: 'localhost', overrideGlobalObjects: true },
  )
  const server = createServer({ keepAliveTimeout: KEEP_ALIVE_MS, requireHostHeader: false }, (incoming, outgoing) => {
    reading.set(incoming.socket, incoming)
    if (node !== undefined) outgoing.setHeader(NODE_HEADER, node)
    const wrong = malformed(incoming)
    if (wrong === undefined) listener(incoming, outgoing)
    else refuse(incoming, outgoing, 400, wrong, log)
  })
  server.on('checkExpectation', (incoming: IncomingMessage, outgoing: ServerResponse) => {
    if (node !== undefined) outgoing.setHeader(NODE_HEADER, node)
    refuse(incoming, outgoing, 417, `'${incoming.headers.expect}' cannot be expected of the sandbox`, log)
  })
  server.on('connect', ({ method = '', url = '' }: IncomingMessage, socket: Socket) => {
    log({ method, path: url, status: 501 })
    endWith(socket, 501, 'the sandbox is no proxy', told)
  })
  server.on('clientError', (error: ParserError, socket: Socket) => {
    // Who reads no more is told nothing; if it had begun to send a request, that is logged where it is read.
    if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy()
    const [status, detail] = refusalOf(error)
    const request = reading.get(socket)
    const head = headOf(error)
    if (head && error.code === 'HPE_INVALID_METHOD' && UNKNOWN_METHOD.test(head.method))
      return void serveMethod(head, socket, fetch, told)
    if (request === undefined || request.complete) log({ method: head?.method ?? '-', path: head?.path ?? '-', status })
    endWith(socket, status, detail, told)
  })
  return server
}

/** What is told with every answer. */
type Told = Record<string, string>

type ParserError = Error & { code?: string; reason?: string; rawPacket?: Buffer }

function refusalOf({ code, message, reason }: ParserError): [status: number, detail: string] {
  switch (code) {
    case 'HPE_HEADER_OVERFLOW':
      return [431, 'the header is larger than 16384 bytes']
    case 'HPE_CHUNK_EXTENSIONS_OVERFLOW':
      return [413, 'the extensions of a chunk are too large']
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return [408, 'the request took too long to come']
    default:
      return [400, `this is no HTTP request: ${reason ?? message}`]
  }
}

type Head = { method: string; path: string; fields: string[] }

/** What can be told of a request that could not be read. */
function headOf({ rawPacket }: ParserError): Head | undefined {
  const [line = '', ...fields] = (rawPacket?.toString('latin1').split('\r\n\r\n', 1)[0] ?? '').split('\r\n')
  const [, method, path] = /^([\w!#$%&'*+.^`|~-]+) (\/[!->@-~]*)(?:\?\S*)? HTTP\//.exec(line.slice(0, 2048)) ?? []
  return method === undefined || path === undefined ? undefined : { method, path, fields }
}

/** Those header fields that are well formed, as whoever is to answer looks at them. */
function headersIn(fields: string[]): Headers {
  const headers = new Headers()
  for (const field of fields) {
    const colon = field.indexOf(':')
    try {
      headers.append(field.slice(0, colon), field.slice(colon + 1))
    } catch {
      // The parser would have refused it.
    }
  }
  return headers
}

/** Not `post`, which a `Request` would take for the known one. */
const UNKNOWN_METHOD = /^(?!TRACK$)[^a-z]+$/

/** Answers a method that the parser does not know as any other that a path does not offer. */
async function serveMethod({ method, path, fields }: Head, socket: Socket, fetch: Serve, told: Told) {
  const request = new Request(`http://localhost${path}`, { method, headers: headersIn(fields) })
  const answer = await fetch(request, {} as HttpBindings)
  const text = await answer.text()
  end(socket, answer.status, text, { ...Object.fromEntries(answer.headers), ...told })
}

function refuse(incoming: IncomingMessage, outgoing: ServerResponse, status: number, detail: string, log: Log): void {
  log({ method: incoming.method ?? '-', path: incoming.url?.split('?')[0] ?? '-', status })
  const { text, headers } = answerOf(status, detail)
  const length = Buffer.byteLength(text)
  outgoing.writeHead(status, { ...headers, 'Content-Length': length, Connection: 'close' }).end(text)
}

/** Answers where there is no response to write to. */
function endWith(socket: Socket, status: number, detail: string, told: Told): void {
  const { text, headers } = answerOf(status, detail)
  end(socket, status, text, { ...headers, ...told })
}

function end(socket: Socket, status: number, text: string, headers: Record<string, string | number>): void {
  const all = { ...headers, 'Content-Length': Buffer.byteLength(text), Connection: 'close' }
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`)
  socket.end(`HTTP/1.1 ${status} ${phraseOf(status)}\r\n${lines.join('')}\r\n${text}`, () => socket.destroySoon())
}

function answerOf(status: number, detail: string) {
  const { body, headers } = problemDetails(status, detail)
  return { text: JSON.stringify(body), headers: headers ?? {} }
}
