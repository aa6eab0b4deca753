import { type ChildProcess, fork, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'
import { caller } from '../harness.ts'

export const MAIN = fileURLToPath(new URL('../../dist/main.js', import.meta.url))

/** What is to be done when the test has finished. A test that runs beside others has to give its own. */
type Finished = (hook: () => void | Promise<void>) => void

/** A folder that goes with the test. */
export function scratch(finished: Finished = onTestFinished) {
  const folder = mkdtempSync(join(tmpdir(), 'program-'))
  finished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

type Options = { env?: Record<string, string>; cwd?: string; finished?: Finished }

function launch(args: string[], { env = {}, finished = onTestFinished, cwd = scratch(finished) }: Options) {
  const child = spawn(process.execPath, [MAIN, ...args], { cwd, env: { PATH: process.env.PATH, ...env } })
  const output = { stdout: '', stderr: '' }
  child.stdout.on('data', (data) => {
    output.stdout += data
  })
  child.stderr.on('data', (data) => {
    output.stderr += data
  })
  const exited = once(child, 'close').then(([code]) => code as number | null)
  finished(async () => {
    child.kill('SIGKILL')
    await exited
  })
  return { child, output, exited }
}

type Ran = { code: number | null; stdout: string; stderr: string }

/** Runs the program to its end, in a process of its own: for what only the end of a process shows. */
export async function ranApart(args: string[], options: Options = {}): Promise<Ran> {
  const { output, exited } = launch(args, options)
  return { code: await exited, ...output }
}

/** Runs a command of the program to its end, in a process that was started for all commands of a worker. */
export function ran(args: string[], { env = {}, finished = onTestFinished, cwd }: Options = {}): Promise<Ran> {
  warm ??= warmedUp()
  return warm({ args, cwd: cwd ?? scratch(finished), env: { PATH: process.env.PATH, ...env } })
}

type Command = { args: string[]; cwd: string; env: Record<string, string | undefined> }

let warm: ReturnType<typeof warmedUp> | undefined

function warmedUp() {
  const child = fork(fileURLToPath(new URL('warm.mjs', import.meta.url)), [MAIN])
  const waiting = new Map<number, (outcome: Ran) => void>()
  let commands = 0
  child.on('message', ({ id, ...outcome }: Ran & { id: number }) => {
    waiting.get(id)?.(outcome)
    waiting.delete(id)
  })
  child.on('exit', () => {
    warm = undefined
    for (const tell of waiting.values())
      tell({ code: null, stdout: '', stderr: 'the process that runs commands ended' })
  })
  // It ends with the worker.
  child.unref()
  child.channel?.unref()
  return (command: Command) =>
    new Promise<Ran>((resolve) => {
      waiting.set(++commands, resolve)
      child.send({ id: commands, ...command })
    })
}

/** Starts a server on a free port; it ends with the test at the latest. */
export async function started(args: string[], options: Options = {}) {
  const { child, output, exited } = launch(['--port', '0', ...args], options)
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', () => {
      const found = /http:\/\/[^\s"]+:\d+/.exec(output.stdout)
      if (found) resolve(found[0])
    })
    exited.then((code) => reject(new Error(`ended with ${code}: ${output.stderr}`)))
  })
  return {
    url,
    child,
    output,
    exited,
    call: caller((path, init) => fetch(url + path, init)),
    stop: stopper(child, exited),
  }
}

const stopper =
  (child: ChildProcess, exited: Promise<number | null>) =>
  async (signal: NodeJS.Signals = 'SIGTERM') => {
    child.kill(signal)
    return exited
  }
