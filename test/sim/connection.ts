import type { Asked } from './move.ts'

/** Both ends of a connection that is none: a request comes over it, and a fault can break it. */
export function connectionOf({ headers, body }: Asked): object {
  const bytes = body === undefined ? undefined : Buffer.from(body)
  const named = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value])
  return {
    incoming: {
      headers: {
        ...Object.fromEntries(named),
        host: 'localhost',
        ...(bytes && { 'content-length': String(bytes.length) }),
      },
      iterator: async function* () {
        if (bytes) yield bytes
      },
      socket: { resetAndDestroy: () => {}, end: () => {} },
    },
    outgoing: {
      closed: false,
      once: () => {},
      writeHead: () => {},
      write: (_part: Buffer, done: () => void) => done(),
    },
  }
}
