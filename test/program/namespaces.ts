import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { onTestFinished } from 'vitest'
import { MAIN } from './running.ts'

const UNSHARE = ['--pid', '--fork', '--mount-proc', '--kill-child']

/** Whether this machine lets us start processes as containers do: each the first of its own namespace. */
export const canUnshare = process.platform === 'linux' && spawnSync('unshare', [...UNSHARE, 'true']).status === 0

/** Starts the program as process 1 of a namespace of its own. */
export function contained(args: string[], cwd: string) {
  const child = spawn('unshare', [...UNSHARE, process.execPath, MAIN, '--port', '0', ...args], { cwd })
  const output = { stdout: '', stderr: '' }
  child.stdout.on('data', (data) => {
    output.stdout += data
  })
  child.stderr.on('data', (data) => {
    output.stderr += data
  })
  const exited = once(child, 'close').then(([code]) => code as number | null)
  onTestFinished(async () => {
    child.kill('SIGKILL')
    await exited
  })
  /** The program itself, as it is numbered out here. */
  const pid = () => Number(readFileSync(`/proc/${child.pid}/task/${child.pid}/children`, 'utf8').trim()) || undefined
  const url = () => /http:\/\/[^\s"]+:\d+/.exec(output.stdout)?.[0]
  return { exited, output, pid, url }
}
