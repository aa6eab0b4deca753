import type { Server } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import type { Assembly } from '../assembly.ts'

/** How long requests under way may take to finish, in milliseconds. */
const DEADLINE_MS = 5000

/** Takes no more requests, lets those under way finish, and has everything written. */
export async function stop(sandbox: Assembly, server: Server): Promise<void> {
  sandbox.retire()
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  const sweeping = new AbortController()
  await Promise.race([closed, sweep(server, sweeping.signal)])
  sweeping.abort()
  server.closeAllConnections()
  await sandbox.close()
}

/** Closes connections as they fall idle: a client that keeps one alive does not keep us. */
async function sweep(server: Server, signal: AbortSignal): Promise<void> {
  for (let waited = 0; waited < DEADLINE_MS && !signal.aborted; waited += 20) {
    server.closeIdleConnections()
    await wait(20)
  }
}
