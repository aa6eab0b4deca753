import { once } from 'node:events'
import { type AddressInfo, connect } from 'node:net'
import { onTestFinished } from 'vitest'
import type { LogEntry } from '../../src/http/server/log-entry.ts'
import { openServer } from '../../src/http/server/server.ts'
import { sandbox } from '../harness.ts'

/** A sandbox behind a socket, with what it logs and the errors that it calls its own. */
export async function served(options: Parameters<typeof sandbox>[0] = {}) {
  const logged: LogEntry[] = []
  const failures: unknown[] = []
  const log = (entry: LogEntry) => logged.push(entry)
  const { fetch, workspaces, insides, call } = await sandbox({
    log,
    report: (error) => failures.push(error),
    ...options,
  })
  const server = openServer({ fetch, log }).listen(0, '127.0.0.1')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return { server, port, url: `http://127.0.0.1:${port}`, logged, failures, workspaces, insides, call }
}

/** A connection that texts are written to, and what came back so far. */
export async function connection(port: number) {
  const socket = connect(port, '127.0.0.1')
  onTestFinished(() => void socket.destroy())
  socket.setEncoding('utf8')
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()))
  const arrived = new Set<() => void>()
  const told = { text: '' }
  socket.on('error', () => {})
  socket.on('data', (text) => {
    told.text += text
    for (const look of arrived) look()
  })
  await once(socket, 'connect')
  return {
    socket,
    told,
    closed,
    write: (text: string) => new Promise<void>((resolve) => socket.write(text, 'latin1', () => resolve())),
    /** Waits until what came back matches. */
    until: (pattern: RegExp) =>
      new Promise<string>((resolve) => {
        const look = () => {
          if (!pattern.test(told.text)) return
          arrived.delete(look)
          resolve(told.text)
        }
        arrived.add(look)
        look()
      }),
  }
}

/** What is answered to a text, on a connection of its own, until it is closed. */
export async function answerTo(port: number, text: string): Promise<string> {
  const { write, closed, told } = await connection(port)
  await write(text)
  await closed
  return told.text
}
