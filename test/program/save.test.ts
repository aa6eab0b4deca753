import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { served } from '../http/served.ts'
import { ran, scratch, started } from './running.ts'

const ADDRESSES = '/api/v2/issuers/1234/customers/CUS10000375016/addresses'
const NEW = {
  addressLabel: 'SECOND_POSTAL_ADDRESS',
  addressType: 'POSTAL_MAIL',
  postalAddress: { streetName: 'Salinenweg', postCode: '97688', townName: 'Bad Kissingen', country: 'DE' },
}

test('a world of a running sandbox becomes a file that is valid, and that another sandbox loads and plays', async () => {
  const cwd = scratch()
  const { url, call } = await served()
  await call('POST', `/w/ci-42${ADDRESSES}`, NEW)
  const save = (...args: string[]) => ran(['save', ...args, '--url', `${url}/`, '--workspace', 'ci-42'], { cwd })
  expect(await save('prepared')).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/^prepared\.yaml: \d+ records, 0 steps\n$/),
  })
  expect(await save('session', '--records', 'start', '--title', 'It')).toMatchObject({ code: 0, stderr: '' })
  expect(await ran(['validate', 'prepared.yaml', 'session.yaml'], { cwd })).toMatchObject({ code: 0, stderr: '' })
  expect((await ran(['run', 'session', '--scenarios', '.'], { cwd })).stdout).toMatch(/steps?, all as expected\n$/)
  const other = await started(['--memory', '--scenarios', '.', '--scenario', 'prepared'], { cwd })
  for (const type of ['issuer.addresses', 'issuer.versions'])
    expect((await other.call('GET', `/_sandbox/records/${type}`)).body).toEqual(
      (await call('GET', `/w/ci-42/_sandbox/records/${type}`)).body,
    )
})

test('no file is written over, and none under another name than the scenario’s', async () => {
  const cwd = scratch()
  writeFileSync(join(cwd, 'mine.yaml'), 'mine')
  const there = await ran(['save', 'mine', '--url', 'http://127.0.0.1:1'], { cwd })
  expect([there.code, there.stderr]).toEqual([1, 'error: mine.yaml is there already\n'])
  const other = await ran(['save', 'mine', '--output', 'other.yaml'], { cwd })
  expect([other.code, other.stderr]).toEqual([
    1,
    'error: a scenario is found by its file: call it mine.yaml, not other.yaml\n',
  ])
  expect(readFileSync(join(cwd, 'mine.yaml'), 'utf8')).toBe('mine')
  const nobody = await ran(['save', 'yours', '--url', 'http://127.0.0.1:1', '--json'], { cwd })
  expect([nobody.code, JSON.parse(nobody.stdout).status]).toEqual([1, 'error'])
})

test('a walkthrough is shown for another tool', async () => {
  const { code, stdout } = await ran(['scenarios', 'expired-token', '--as', 'arazzo'])
  expect([code, stdout.split('\n')[0]]).toEqual([0, 'arazzo: 1.0.1'])
  expect((await ran(['scenarios', 'empty', '--as', 'sh'])).stderr).toBe("error: 'empty' has no walkthrough\n")
  expect((await ran(['scenarios', 'expired-token', '--as', 'paper'])).code).toBe(1)
})
