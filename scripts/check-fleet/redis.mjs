// A Redis of its own, which keeps what it is told on the disk.
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '../free-port.mjs'
import { until } from './fleet.mjs'

export async function startRedis() {
  if (spawnSync('redis-server', ['--version']).status !== 0)
    throw new Error('this check needs redis-server, which is not installed: apt-get install redis-server')
  const folder = mkdtempSync(join(tmpdir(), 'redis-'))
  const port = await freePort()
  const flags = ['--port', port, '--bind', '127.0.0.1', '--dir', folder, '--save', '', '--appendonly', 'yes']
  const child = spawn('redis-server', flags, { stdio: 'ignore' })
  const exited = once(child, 'exit')
  await until('Redis listens', () => listens(port))
  return {
    url: `redis://127.0.0.1:${port}`,
    close: async () => {
      child.kill()
      await exited
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

const listens = (port) =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false))
    socket.once('connect', () => socket.destroy())
  })
