import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { canUnshare } from './namespaces.ts'

const ENTRY = fileURLToPath(new URL('../../image-entry.sh', import.meta.url))

/** Starts what the image starts, as process 1 of a namespace of its own. */
function contained(args: string[]) {
  const child = spawn('unshare', ['--pid', '--fork', '--mount-proc', '--kill-child', 'sh', ENTRY, ...args])
  onTestFinished(() => void child.kill('SIGKILL'))
  const first = () => readFileSync(`/proc/${child.pid}/task/${child.pid}/children`, 'utf8').trim()
  const exited = once(child, 'close').then(([code]) => code as number)
  return { first, exited }
}

const SIGTERM_BIT = 1n << 14n

/** Whether a process has asked for SIGTERM, as the kernel tells. */
function listens(pid: string): boolean {
  if (pid === '') return false
  const [, caught = '0'] = /^SigCgt:\s*([0-9a-f]+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
  return (BigInt(`0x${caught}`) & SIGTERM_BIT) !== 0n
}

test.skipIf(!canUnshare).each([0, 20, 50, 100, 400])(
  'a stop is heeded %d ms after the image’s first process listens, however far its program has come',
  async (ms) => {
    const { first, exited } = contained(['--memory', '--port', '0', '--log', 'silent'])
    await expect.poll(() => listens(first())).toBe(true)
    await wait(ms)
    process.kill(Number(first()), 'SIGTERM')
    expect([0, 143]).toContain(await exited)
  },
)

test.skipIf(!canUnshare)('the image ends as the program does, and hands its words on', async () => {
  expect(await contained(['--version']).exited).toBe(0)
  expect(await contained(['--no-such-flag']).exited).toBe(1)
})
