// The built program, started once for many commands: each is run as if by a process of its own, with arguments, folder and
// environment of its own, and its output and exit code are told. What is written after an exit is lost, as it would be.
import { readFileSync } from 'node:fs'

const [main] = process.argv.slice(2)
const modules = JSON.parse(readFileSync(new URL('modules.json', `file://${main}`), 'utf8'))
const commandLine = Object.keys(modules).find((file) => modules[file].includes('src/program/command-line.ts'))
const { run } = await import(new URL(commandLine, `file://${main}`))

/** Signals are heeded by processes alone. */
const SIGNALS = { hold() {}, onStop() {} }

// Each command listens anew.
for (const emitter of [process, process.stdout, process.stderr]) emitter.setMaxListeners(0)

async function carryOut({ args, env, cwd }) {
  const written = { stdout: '', stderr: '' }
  let code
  for (const name of ['stdout', 'stderr'])
    process[name].write = (text) => {
      if (code === undefined) written[name] += text
      return true
    }
  process.exit = (asked) => {
    code ??= asked ?? process.exitCode ?? 0
    throw new Error('the process has ended')
  }
  process.argv = [process.execPath, main, ...args]
  process.env = env
  process.exitCode = undefined
  process.chdir(cwd)
  // Thrown by an exit where nobody takes it.
  await run(process.argv, SIGNALS).catch(() => {})
  code ??= process.exitCode ?? 0
  return { code, ...written }
}

let turn = Promise.resolve()
process.on('message', ({ id, ...asked }) => {
  turn = turn.then(async () => process.send({ id, ...(await carryOut(asked)) }))
})
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'))
