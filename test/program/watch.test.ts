import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ran, scratch, started } from './running.ts'

const text = (name: string, more = '') => `name: ${name}\ntitle: T\nsummary: S.\nstory: S.\n${more}`
const issuers = (...ids: string[]) =>
  `records:\n  issuer.issuers: [${ids.map((id) => `{issuerId: "${id}", name: I}`)}]\n`

/** A sandbox that watches a folder with the scenario `own`, of one record. */
async function watched() {
  const cwd = scratch()
  const put = (file: string, written: string) => writeFileSync(join(cwd, 'mine', file), written)
  mkdirSync(join(cwd, 'mine'))
  put('own.yaml', text('own', issuers('1')))
  const server = await started(['--memory', '--scenarios', 'mine', '--scenario', 'own', '--watch'], { cwd })
  const { stdout, stderr } = server.output
  expect([stdout.trim().split('\n').length, stderr]).toEqual([1, ''])
  const told = (line: string, stream: 'stdout' | 'stderr' = 'stdout') =>
    expect.poll(() => server.output[stream], { timeout: 20_000 }).toContain(line)
  const { call } = server
  const issuersOf = async (world: string) =>
    (await call('GET', `/w/${world}/_sandbox/records/issuer.issuers`)).body.total
  return { ...server, cwd, put, told, issuersOf }
}

test('a scenario file that was edited is told of, and is what the next load has; worlds that stand are as they were', async () => {
  const { put, told, call, issuersOf } = await watched()
  expect(await issuersOf('before')).toBe(1)
  put('own.yaml', text('own', issuers('1', '2')))
  await told('mine/own.yaml: a scenario of 2 records, for whoever loads it next')
  await call('POST', '/w/before/_sandbox/reset')
  expect([await issuersOf('before'), await issuersOf('made-since')]).toEqual([1, 1])
  await call('POST', '/w/before/_sandbox/scenarios/own/load')
  expect(await issuersOf('before')).toBe(2)
  await call('POST', '/w/before/_sandbox/reset')
  expect([await issuersOf('before'), await issuersOf('made-since')]).toEqual([2, 1])
})

test('a file that came, broke or went is told of in a line each, and its name is served, refused or unknown', async () => {
  const { cwd, put, told, call, output, stop } = await watched()
  const loaded = async (name: string) => (await call('POST', `/_sandbox/scenarios/${name}/load`)).status
  put('late.yml', text('late'))
  await told('mine/late.yml: a scenario of 0 records, for whoever loads it next')
  put('late.yml', text('late', 'seed: many\nclock: noon\n'))
  await told('mine/late.yml:5:7: seed: ', 'stderr')
  expect(await loaded('late')).toBe(409)
  put('own.yml', text('own'))
  await told("two files for the scenario 'own'", 'stderr')
  expect([await loaded('own'), output.stderr.trim().split('\n').length]).toEqual([409, 2])
  rmSync(join(cwd, 'mine', 'own.yml'))
  await told('mine/own.yml: gone; worlds that were made of it stay')
  expect(await loaded('own')).toBe(200)
  renameSync(join(cwd, 'mine'), join(cwd, 'theirs'))
  await told('mine/own.yaml: gone')
  expect([await loaded('own'), (await call('POST', '/_sandbox/reset')).status]).toEqual([404, 200])
  mkdirSync(join(cwd, 'mine'))
  put('own.yaml', text('own', issuers('1', '2', '3')))
  await told('mine/own.yaml: a scenario of 3 records')
  expect([await loaded('own'), await stop()]).toEqual([200, 0])
})

test('there is nothing to watch where no folder is named', async () => {
  const message = 'error: --watch (SANDBOX_WATCH) needs a folder to watch: --scenarios (SANDBOX_SCENARIOS)\n'
  expect(await ran(['--memory', '--watch'])).toEqual({ code: 1, stdout: '', stderr: message })
  expect(await ran(['--memory'], { env: { SANDBOX_WATCH: '1' } })).toEqual({ code: 1, stdout: '', stderr: message })
})
