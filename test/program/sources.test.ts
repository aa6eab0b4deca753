import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import manifest from '../../package.json' with { type: 'json' }

test('in development the program runs from its sources, on every Node that is supported', async () => {
  const cwd = fileURLToPath(new URL('../..', import.meta.url))
  // A process group of its own, since a watcher starts others, and does not end by itself.
  const npm = spawn('npm', ['run', 'dev', '--', '--version'], { cwd, detached: true })
  const closed = once(npm, 'close')
  onTestFinished(async () => {
    process.kill(-(npm.pid ?? 0), 'SIGKILL')
    await closed
  })
  let output = ''
  for (const stream of [npm.stdout, npm.stderr])
    stream.on('data', (data) => {
      output += data
    })
  await expect.poll(() => output).toMatch(new RegExp(`src/main\\.ts --version\\s+${manifest.version}\\n`))
})
