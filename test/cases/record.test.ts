import { expect, test } from 'vitest'
import { sandbox } from '../harness.ts'
import { createAddress, session } from './session.ts'

const caseOf = async (call: Awaited<ReturnType<typeof sandbox>>['call'], name = 'default') =>
  (await call('GET', `/w/${name}/_sandbox/case`)).body

test('a session whose first steps were evicted begins in the state that they left, and says so', async () => {
  const { call, workspaces } = await sandbox()
  await session(call)
  for (let i = 0; i < 4; i++) workspaces.get('default')?.journal.evict()
  const recorded = await caseOf(call)
  expect(recorded).toMatchObject({
    reproducible: false,
    start: { requests: 4 },
    steps: [{ step: 5 }, { step: 6 }].concat(recorded.steps.slice(2)),
  })
  expect(recorded.reasons).toEqual(['steps 1 to 4 are not kept any more: it starts from the state that they left'])
  expect(recorded.definition).toBeUndefined()
  const { body } = await call('POST', '/_sandbox/case/replay', recorded)
  expect(body).toMatchObject({ verdict: 'identical', steps: recorded.steps.length })
})

test('a fork begins in its own state, and is reproducible from there', async () => {
  const { call } = await sandbox()
  await session(call)
  await call('PUT', '/_sandbox/workspaces/fork', { from: 'default', at: 5 })
  await call('GET', '/w/fork/api/v2/issuers/1234/customers/CUS10000375016/addresses')
  const recorded = await caseOf(call, 'fork')
  expect(recorded).toMatchObject({
    workspace: 'fork',
    reproducible: true,
    start: { requests: 5 },
    steps: [{ step: 6, byPath: true }],
  })
})

test('a snapshot that was taken before the session travels with it, whatever became of it', async () => {
  const { call } = await sandbox()
  await call(...createAddress('HEAD_OFFICE'))
  await call('PUT', '/_sandbox/snapshots/early')
  await call('POST', '/_sandbox/reset')
  await call('POST', '/_sandbox/snapshots/early/restore')
  await call('DELETE', '/_sandbox/snapshots/early')
  await call('POST', '/_sandbox/snapshots/early/restore')
  const recorded = await caseOf(call)
  expect(recorded).toMatchObject({ reproducible: true, start: { snapshots: [{ name: 'early' }] } })
  expect(recorded.steps.map(({ answer }: { answer: { status: number } }) => answer.status)).toEqual([200, 200, 404])
})

test('a state that was imported is played again, also where its document was longer than is kept', async () => {
  const { call } = await sandbox()
  await call(...createAddress('HEAD_OFFICE'))
  await call('PUT', '/_sandbox/snapshots/one')
  const document = (await call('GET', '/_sandbox/state')).text
  await call('POST', '/_sandbox/reset')
  expect((await call('PUT', '/_sandbox/state', document + ' '.repeat(70_000))).status).toBe(200)
  await call('POST', '/_sandbox/snapshots/one/restore')
  expect(await caseOf(call)).toMatchObject({ reproducible: true })
})

test('a step whose body is longer than is kept makes a case that is not reproducible, and is named', async () => {
  const { call } = await sandbox()
  await call(...createAddress('HEAD_OFFICE'))
  const [method, path, body] = createAddress('SECOND_POSTAL_ADDRESS')
  await call(method, path, JSON.stringify(body) + ' '.repeat(70_000))
  const { reproducible, reasons } = await caseOf(call)
  expect(reproducible).toBe(false)
  expect(reasons[0]).toBe('step 2: its body is longer than the journal keeps')
  expect(reasons[1]).toContain('the answer of step 2 differs')
})

test('what is no body, no JSON, too large or nowhere is asked again as it was', async () => {
  const { call } = await sandbox()
  const path = '/api/v2/issuers/1234/customers/CUS10000375016/addresses'
  await call('POST', path, '{')
  await call('POST', path)
  await call('POST', path, undefined, { 'content-length': '99999999' })
  await call('POST', path, 'x', { 'content-type': 'text/plain' })
  await call('GET', '/customer/none-such')
  await call('QUERY', path)
  const recorded = await caseOf(call)
  expect(recorded).toMatchObject({ reproducible: true })
  const statuses = recorded.steps.map(({ answer }: { answer: { status: number } }) => answer.status)
  expect(statuses).toEqual([400, 400, 413, 400, 404, 405])
})

test('a clock that runs is played again to the millisecond, and as long as it took', async () => {
  let system = Date.UTC(2026, 4, 1)
  const { call } = await sandbox({ clock: 'real', system: () => (system += 7) })
  await call(...createAddress('HEAD_OFFICE'))
  await call('POST', '/_sandbox/clock/advance', { by: 'P1D' })
  await call('PUT', '/_sandbox/clock', { mode: 'frozen' })
  await call('PUT', '/_sandbox/clock', { mode: 'running' })
  await call(...createAddress('SECOND_POSTAL_ADDRESS'))
  await call('PUT', '/_sandbox/clock', { mode: 'real' })
  await call(...createAddress('NONSENSE'))
  // What is not carried out is answered at one instant too.
  const [method, path] = createAddress('NONSENSE')
  await call(method, path, undefined, { 'content-length': '99999999' })
  await call('PUT', `${path}/nowhere/at-all`)
  expect(await caseOf(call)).toMatchObject({ reproducible: true })
})
