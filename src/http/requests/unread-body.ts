import type { IncomingMessage } from 'node:http'
import type { Context } from 'hono'

/** How much of a body that nobody wants is read away, in bytes, and how long that may take. */
const MOST_BYTES = 64 * 1024 * 1024
const LONGEST_MS = 500

/**
 * Lets an answer go when the request's body is read, whoever did not want it: what is left of a body would stand before
 * the next request on the connection. A body that does not end says so by closing it.
 */
export function readAway(
  answer: Response | Promise<Response>,
  incoming: IncomingMessage,
): Response | Promise<Response> {
  if (!hasBody(incoming)) return answer
  return answer instanceof Promise ? answer.then((made) => afterBody(made, incoming)) : afterBody(answer, incoming)
}

/** Whether a request has a body, on a socket as without one. */
export function carriesBody(c: Context): boolean {
  const incoming = (c.env as { incoming?: IncomingMessage } | undefined)?.incoming
  return incoming ? hasBody(incoming) : c.req.raw.body !== null
}

const hasBody = ({ headers }: IncomingMessage): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0

function afterBody(answer: Response, incoming: IncomingMessage): Response | Promise<Response> {
  if (incoming.readableEnded || incoming.destroyed) return answer
  return ended(incoming).then((whole) => {
    if (!whole) answer.headers.set('Connection', 'close')
    return answer
  })
}

/** Reads on to the end of the body; whether it came in time. */
function ended(incoming: IncomingMessage): Promise<boolean> {
  return new Promise((resolve) => {
    let bytes = 0
    const settle = (whole: boolean) => {
      clearTimeout(timer)
      incoming.off('data', count).off('end', end).off('close', close)
      resolve(whole)
    }
    const count = (chunk: Buffer) => {
      bytes += chunk.length
      if (bytes > MOST_BYTES) settle(false)
    }
    const end = () => settle(true)
    const close = () => settle(false)
    const timer = setTimeout(close, LONGEST_MS)
    // Whoever began to read it would hold it up.
    incoming.removeAllListeners('data').on('data', count).on('end', end).on('close', close)
    incoming.resume()
  })
}
