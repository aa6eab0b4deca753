import type { Server } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import type { Assembly } from '../assembly.ts'
import type { Connections } from './connections.ts'

/** How long requests under way may take to finish, in milliseconds. */
const DEADLINE_MS = 5000
const BETWEEN_SWEEPS_MS = 20

/**
 * Says that it is not ready, and serves on for `drain` milliseconds, so that whoever sends requests here learns to send them
 * elsewhere. Then takes no more, lets those under way finish, and has everything written.
 */
export async function stop(sandbox: Assembly, server: Server, connections: Connections, drain: number): Promise<void> {
  // Whatever ends the process before all is written, it did not end well.
  process.exitCode = 1
  sandbox.retire()
  if (drain) await wait(drain)
  sandbox.hurry()
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  const sweeping = new AbortController()
  await Promise.race([closed, sweep(connections, sweeping.signal)])
  sweeping.abort()
  server.closeAllConnections()
  await sandbox.close()
  process.exitCode = 0
}

/** Closes connections as they fall idle: a client that keeps one open does not keep us. */
async function sweep(connections: Connections, signal: AbortSignal): Promise<void> {
  for (let waited = 0; waited < DEADLINE_MS && !signal.aborted; waited += BETWEEN_SWEEPS_MS) {
    connections.closeIdle(waited)
    await wait(BETWEEN_SWEEPS_MS)
  }
}
