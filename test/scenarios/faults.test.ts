import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { contributions } from '../../src/app.ts'
import { scenarioLibrary } from '../../src/assembly.ts'
import { sandbox } from '../harness.ts'
import { scratch } from '../program/running.ts'

const TEXTS = 'title: T\nsummary: S\nstory: S\n'
const ADDRESSES = '/api/v2/issuers/1234/customers/CUS10000794301/addresses'

/** A folder with one scenario, `own`, that has these faults. */
function folderWith(faults: string): string {
  const folder = scratch()
  writeFileSync(join(folder, 'own.yaml'), `name: own\n${TEXTS}faults:\n${faults}`)
  return folder
}

test('the faults of all scenarios name what there is', async () => {
  const library = scenarioLibrary()
  const definitions = await Promise.all(library.names.map((name) => library.definition(name)))
  const faults = definitions.flatMap(({ scenario }) => scenario.faults)
  expect(faults.length).toBeGreaterThan(5)
  const { objectionsTo } = await contributions()
  expect((await Promise.all(faults.map(objectionsTo))).flat()).toEqual([])
})

test.each([
  [
    '  - { match: { operation: createAdress }, effect: { kind: drop } }\n',
    "own.yaml:6:27: faults.0.match.operation: no operation 'createAdress' - did you mean 'createAddress'?",
  ],
  ['  - { match: { api: isuer }, effect: { kind: drop } }\n', "own.yaml:6:21: faults.0.match.api: no API 'isuer'"],
  ['  - effect: { kind: error, code: VPL5SCA5S }\n', 'own.yaml:6:34: faults.0.effect.code'],
  ['  - effect: { kind: dorp }\n', 'own.yaml:6:21: faults.0.effect.kind: no such kind of effect; there are delay'],
  [
    '  - { effect: { kind: hold } }\n  - { id: fault-1, effect: { kind: hold } }\n',
    "own.yaml:7:5: faults.1: another fault is 'fault-1' already",
  ],
])('a scenario with the fault %j says where it is wrong', async (faults, message) => {
  const scenarios = folderWith(faults)
  await expect(sandbox({ scenarios, scenario: 'own' })).rejects.toThrow(message)
})

test('a scenario’s faults are armed from its start, unused, and are so again after a reset', async () => {
  const { call } = await sandbox({ scenario: 'rate-limited', clock: undefined })
  const info = async () => (await call('GET', '/_sandbox/info')).body.workspace
  const start = await info()
  const [fault] = (await call('GET', '/_sandbox/faults')).body.faults
  expect(fault).toMatchObject({ id: 'three-a-minute', used: 0, armedAt: '2026-03-02T09:00:00.000Z' })
  await call('GET', ADDRESSES)
  expect(await info()).toMatchObject({ changes: 0, digest: expect.not.stringMatching(start.digest) })
  await call('DELETE', '/_sandbox/faults')
  expect((await call('GET', '/_sandbox/faults')).body.faults).toEqual([])
  await call('POST', '/_sandbox/reset')
  expect((await call('GET', '/_sandbox/faults')).body.faults).toEqual([fault])
  expect(await info()).toEqual(start)
})

test('a fault that is armed beside those of the scenario takes none of their ids', async () => {
  const { call } = await sandbox({ scenarios: folderWith('  - effect: { kind: hold }\n'), scenario: 'own' })
  expect((await call('POST', '/_sandbox/faults', { effect: { kind: 'hold' } })).body.id).toBe('fault-2')
})

test('where time is real, a scenario’s fault expires so long after the first request that it is held against', async () => {
  const system = { now: Date.parse('2026-03-02T09:00:00Z') }
  const fault = '  - { effect: { kind: status, status: 503 }, expiresAfter: PT1H }\n'
  const { call } = await sandbox({
    scenarios: folderWith(fault),
    scenario: 'own',
    clock: undefined,
    system: () => system.now,
  })
  const statusAfter = async (minutes: number) => {
    system.now += minutes * 60_000
    return (await call('GET', ADDRESSES)).status
  }
  expect([await statusAfter(600), await statusAfter(59), await statusAfter(2)]).toEqual([503, 503, 404])
})
