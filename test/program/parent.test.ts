import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, test } from 'vitest'
import { MAIN, started } from './running.ts'

const FLAGS = ['--memory', '--exit-with-parent']

test('it stops as told by a signal when its standard input closes', async () => {
  const { child, output, exited } = await started(FLAGS)
  child.stdin?.end()
  expect(await exited).toBe(0)
  expect(output.stdout).toContain('standard input is closed; stopping')
})

test('it stops when its parent ends, though nothing was piped to it', async () => {
  const start = `const { spawn } = require('node:child_process')
    spawn(process.execPath, [${JSON.stringify(MAIN)}, '--memory', '--port', '0'], { stdio: ['ignore', 'pipe', 'ignore'] })
      .stdout.on('data', (line) => process.stdout.write(line, () => process.exit()))`
  const env = { PATH: process.env.PATH, SANDBOX_EXIT_WITH_PARENT: '1', SANDBOX_LOG: 'silent' }
  const parent = spawn(process.execPath, ['-e', start], { env, stdio: ['ignore', 'pipe', 'ignore'] })
  const [line] = await once(parent.stdout, 'data')
  const url = /http:\/\/[^\s"]+:\d+/.exec(String(line))?.[0]
  await once(parent, 'exit')
  const gone = async () => fetch(`${url}/_sandbox/health/live`).then(String, () => 'gone')
  await expect.poll(gone, { timeout: 10_000 }).toBe('gone')
})

test('without being told so, it outlives its standard input', async () => {
  const { child, call, stop } = await started(['--memory'])
  child.stdin?.end()
  expect((await call('GET', '/_sandbox/health/live')).status).toBe(200)
  expect(await stop()).toBe(0)
})
