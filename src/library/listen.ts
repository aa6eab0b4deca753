import type { AddressInfo } from 'node:net'
import type { LogEntry } from '../http/server/log-entry.ts'
import { openServer } from '../http/server/server.ts'

type Served = {
  fetch(request: Request, env: object): Response | Promise<Response>
  log: ((entry: LogEntry) => void) | undefined
}

/** Serves a sandbox of this process on a socket. Rejects where the port is taken. */
export async function listen(served: Served, { port = 0, host = '127.0.0.1' }: { port?: number; host?: string }) {
  const server = openServer(served)
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, resolve)
  })
  const { port: taken } = server.address() as AddressInfo
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${taken}`,
    port: taken,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
