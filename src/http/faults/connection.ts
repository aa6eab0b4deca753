import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Context } from 'hono'

/** Both ends of a connection; undefined where a request comes without one. */
function endsOf(c: Context): { incoming: IncomingMessage; outgoing: ServerResponse } | undefined {
  const { incoming, outgoing } = (c.env ?? {}) as { incoming?: IncomingMessage; outgoing?: ServerResponse }
  return incoming && outgoing && { incoming, outgoing }
}

export const hasConnection = (c: Context): boolean => endsOf(c) !== undefined

/** What stands for the answer where none is sent, or it was sent here: the adapter sends nothing of it. */
export function unanswered(): Response {
  const none = new Response(null, { headers: { 'x-hono-already-sent': 'true' } })
  // Of a response that nobody has looked into, the adapter sends what it was made of, and looks at no header.
  void none.body
  return none
}

/** Resets the connection, as a peer does that breaks down. */
export function reset(c: Context): Response {
  endsOf(c)?.incoming.socket.resetAndDestroy()
  return unanswered()
}

/** Sends the head of an answer whole, with the length of its body, then half of that, and ends the connection. */
export async function cut(c: Context, response: Response): Promise<Response> {
  const bytes = Buffer.from(await response.arrayBuffer())
  const ends = endsOf(c)
  if (!ends) return response
  const { outgoing, incoming } = ends
  outgoing.writeHead(response.status, { ...Object.fromEntries(response.headers), 'Content-Length': bytes.length })
  outgoing.write(bytes.subarray(0, Math.ceil(bytes.length / 2)), () => incoming.socket.end())
  return unanswered()
}

/** Tells when the client has left. */
export function onLeaving(c: Context, left: () => void): void {
  const outgoing = endsOf(c)?.outgoing
  if (!outgoing || outgoing.closed) left()
  else outgoing.once('close', left)
}
