import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { Connection } from '../../src/kernel/store/redis/connection.ts'
import { freePort } from '../free-port.ts'

/** Whether there is a server of this machine to try it with; what needs one is left out where there is none. */
export const hasRedis = spawnSync('redis-server', ['--version']).status === 0

/** A server of its own for one test, with nothing in it. What was there outlives it where it is stopped and started. */
export async function redis({ password }: { password?: string } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'redis-'))
  const port = await freePort()
  const url = `redis://${password === undefined ? '' : `default:${password}@`}127.0.0.1:${port}`
  let child: ChildProcess | undefined
  const start = async () => {
    const flags = ['--port', String(port), '--dir', folder, '--save', '', '--appendonly', 'yes']
    const secret = password === undefined ? [] : ['--requirepass', password]
    child = spawn('redis-server', [...flags, ...secret, '--appendfsync', 'always'], { stdio: 'ignore' })
    await expectReachable(url)
  }
  const stop = async () => {
    const exited = child && once(child, 'exit')
    child?.kill('SIGKILL')
    await exited
    child = undefined
  }
  await start()
  onTestFinished(async () => {
    await stop()
    rmSync(folder, { recursive: true, force: true })
  })
  return { url, start, stop, signal: (name: NodeJS.Signals) => child?.kill(name) }
}

async function expectReachable(url: string): Promise<void> {
  for (;;) {
    try {
      return await (await Connection.open(url, () => {})).close()
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  }
}
