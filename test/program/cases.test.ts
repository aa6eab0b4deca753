import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { longSession } from '../cases/long-session.ts'
import { session } from '../cases/session.ts'
import { served } from '../http/served.ts'
import { ran, scratch } from './running.ts'

/** A case recorded by one process, as a file. */
async function recordedCase(
  play: (call: Awaited<ReturnType<typeof served>>['call']) => Promise<unknown>,
  options: Parameters<typeof served>[0] = {},
) {
  const { call } = await served({ clock: undefined, ...options })
  await play(call)
  const { text } = await call('GET', '/_sandbox/case')
  const file = join(scratch(), 'case.json')
  writeFileSync(file, text)
  return { file, recorded: JSON.parse(text) }
}

test('a case recorded by one process is identical in another, and one that was edited is not', async () => {
  const { file, recorded } = await recordedCase(session, { envelope: 'bare' })
  expect(recorded).toMatchObject({ reproducible: true, environment: { envelope: 'bare' } })
  const { length } = recorded.steps
  expect(await ran(['replay', file])).toMatchObject({ code: 0, stdout: `identical: ${length} steps\n`, stderr: '' })
  const told = JSON.parse((await ran(['replay', file, '--json'])).stdout)
  expect(told).toMatchObject({ command: 'replay', status: 'ok', data: { verdict: 'identical', steps: length } })

  recorded.steps[2].answer.status = 299
  writeFileSync(file, JSON.stringify(recorded))
  const { code, stdout } = await ran(['replay', file])
  expect([code, stdout]).toEqual([1, 'the answer of step 3 differs\nanswer.status\n- 299\n+ 200\n'])

  recorded.steps[2].answer.status = 200
  recorded.steps[4].digest = '0'.repeat(64)
  writeFileSync(file, JSON.stringify(recorded))
  const parted = await ran(['replay', file])
  expect(parted.code).toBe(1)
  expect(parted.stdout).toMatch(/^the answers are equal, but the state parted at step 5\ndigest\n/)

  writeFileSync(file, JSON.stringify({ ...recorded, steps: [] }))
  expect(await ran(['replay', file])).toMatchObject({ code: 2, stdout: 'nothing was played: the case has no steps\n' })
  writeFileSync(file, '{')
  expect(await ran(['replay', file])).toMatchObject({ code: 2, stderr: expect.stringContaining('not whole') })
  expect(await ran(['replay', `${file}.none`])).toMatchObject({ code: 2 })
})

test('the fewest steps are found, written, and are a case again', async () => {
  const { file } = await recordedCase((call) => longSession(call, 60))
  const output = `${file}.few`
  const minimized = await ran(['minimize', file, '--output', output])
  expect(minimized).toMatchObject({ code: 0, stdout: `${output}: 4 of 60 steps: 6, 30, 51, 60\n` })
  expect(JSON.parse(readFileSync(output, 'utf8'))).toMatchObject({ reproducible: true })
  expect(await ran(['replay', output])).toMatchObject({ code: 0, stdout: 'identical: 4 steps\n' })

  const named = await ran(['minimize', file, '--output', output, '--rule', 'no-such-rule'])
  expect(named).toMatchObject({ code: 2, stderr: expect.stringContaining('no step of it comes to rule no-such-rule') })
  expect((await ran(['minimize', file])).code).toBe(2)
})
