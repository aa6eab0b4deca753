import { expect, test } from 'vitest'
import { sandbox } from '../harness.ts'
import { armed, untilHeld } from '../http/fault-setting.ts'
import { served } from '../http/served.ts'
import { createAddress } from './session.ts'

const ADDRESSES = '/api/v2/issuers/1234/customers/CUS10000375016/addresses'

test('faults strike in a replay where they struck, whatever overtook what, and nobody waits', async () => {
  const { call } = await sandbox()
  await armed(call, { match: { operation: 'createAddress' }, effect: { kind: 'hold' }, times: 1 })
  const creating = call(...createAddress('HEAD_OFFICE'))
  await untilHeld(call, 1)
  // Overtakes the one that is held, which the only use is promised to.
  await call(...createAddress('SECOND_POSTAL_ADDRESS'))
  await call('POST', '/_sandbox/faults/fault-1/release')
  await creating
  await armed(call, { effect: { kind: 'delay', min: 1, max: 30 }, probability: 0.5, expect: { count: 3 } })
  await armed(call, { match: { api: 'issuer' }, effect: { kind: 'rate-limit', limit: 2, windowMs: 1000 } })
  await Promise.all(Array.from({ length: 8 }, () => call('GET', ADDRESSES)))
  await call('GET', ADDRESSES, undefined, { 'X-Sandbox-Fault': 'status=502;phase=after' })
  await call('GET', ADDRESSES, undefined, { 'X-Sandbox-Fault': 'nonsense' })
  await call('DELETE', '/_sandbox/faults')
  const recorded = (await call('GET', '/_sandbox/case')).body
  expect(recorded.reasons).toBeUndefined()
  const statuses = recorded.steps.map(({ answer }: { answer: { status: number } }) => answer.status)
  expect(statuses).toEqual(expect.arrayContaining([429, 502, 400]))
  // As it was, but that a delay would take an hour now.
  for (const { fault } of recorded.steps) if (fault?.ms !== undefined) fault.ms = 3_600_000
  const { body } = await (await sandbox()).call('POST', '/_sandbox/case/replay', recorded)
  expect(body).toMatchObject({ verdict: 'differs', difference: { path: expect.stringContaining('X-Sandbox-Fault') } })
})

test('a session with a step that hung is not reproducible, and says which', async () => {
  const { call, url } = await served()
  await armed(call, { match: { method: 'POST' }, effect: { kind: 'hang' } })
  await armed(call, { match: { method: 'GET' }, effect: { kind: 'drop' }, phase: 'after' })
  const [, path, body] = createAddress('HEAD_OFFICE')
  const [headers, signal] = [{ 'content-type': 'application/json' }, AbortSignal.timeout(300)]
  await expect(fetch(url + path, { method: 'POST', headers, body: JSON.stringify(body), signal })).rejects.toThrow()
  await expect(fetch(url + path)).rejects.toThrow()
  const recorded = (await call('GET', '/_sandbox/case')).body
  expect(recorded).toMatchObject({
    ...{ reproducible: false, reasons: ['step 3: it hung, and its caller was never answered'] },
    steps: [{}, {}, { answer: { status: 0 } }, { answer: { status: 200 }, fault: { kind: 'drop' } }],
  })
  expect((await call('POST', '/_sandbox/case/replay', recorded)).body).toMatchObject({ verdict: 'identical', steps: 4 })
})
