// Starting, measuring and stopping one server process.
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { freePort } from '../scripts/free-port.mjs'

/**
 * Starts `node ...command` on a free port; answers once it is ready. Times are in milliseconds from the start of the process. What
 * it says goes to `output`.
 */
export const start = async (command, { output = 'ignore', env = {} } = {}) => {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const began = performance.now()
  const child = spawn(process.execPath, command, {
    env: { ...process.env, ...env, PORT: String(port), HOST: '127.0.0.1', NODE_ENV: 'production' },
    stdio: ['ignore', output, 'inherit'],
  })
  const exited = new Promise((resolve) => child.once('exit', resolve))
  const deadline = began + 30_000
  while (performance.now() < deadline && child.exitCode === null) {
    const ready = await fetch(`${url}/_sandbox/health/ready`).then(
      (response) => response.ok,
      () => false,
    )
    if (ready)
      return {
        url,
        signal: (name) => child.kill(name),
        startMs: performance.now() - began,
        sinceStart: () => performance.now() - began,
        /** Megabytes of resident memory. */
        residentMb: () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))[1]) / 1024,
        stop: async () => {
          child.kill('SIGTERM')
          await exited
        },
      }
    await new Promise((resolve) => setTimeout(resolve, 1))
  }
  child.kill('SIGKILL')
  throw new Error(`node ${command.join(' ')} did not become ready`)
}
