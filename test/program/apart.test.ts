import { test } from 'vitest'
import { ran, ranApart, scratch } from './running.ts'

// Other tests run commands in one process: what holds of that holds of a process for each. One of every way to end.
test.concurrent.for<[what: string, args: string[], code: number, env?: Record<string, string>]>([
  ['the version', ['--version'], 0],
  ['a flag that is unknown', ['--frsh'], 1],
  ['a scenario of the environment that is unknown', ['--memory'], 1, { SANDBOX_SCENARIO: 'x' }],
  ['a walkthrough', ['run', 'expired-token', '--to', '1'], 0],
  // Longer than a pipe takes at once.
  ['a document', ['openapi', 'issuer-address'], 0],
  ['a file that is not there', ['validate', 'none.yaml', '--json'], 1],
  ['a case that is not named', ['replay', '--json'], 2],
  ['a sandbox that is not ready', ['healthcheck', '--port', '9'], 1],
])('a process of its own tells the same, and ends with the same code: %s', async ([, args, code, env], at) => {
  const options = { finished: at.onTestFinished, ...(env && { env }) }
  const cwd = scratch(at.onTestFinished)
  const apart = await ranApart(args, { ...options, cwd })
  at.expect(apart.code).toBe(code)
  at.expect(`${apart.stdout}${apart.stderr}`).not.toBe('')
  at.expect(await ran(args, { ...options, cwd })).toEqual(apart)
})
