import { expect, test } from 'vitest'
import { Backstage } from '../../src/cases/backstage.ts'
import type { Case } from '../../src/cases/case.ts'
import { replay } from '../../src/cases/replay.ts'
import type { StageParts } from '../../src/cases/stage.ts'
import type { Workspaces } from '../../src/kernel/workspaces/workspaces.ts'
import { sandbox, sandboxAndInsides } from '../harness.ts'
import { createAddress, session } from './session.ts'

const { call, stage } = await sandboxAndInsides()
await session(call)
const text = (await call('GET', '/_sandbox/case')).text
const recorded: Case = JSON.parse(text)

const replayed = (changed: unknown, parts = stage, anyVersion = false) =>
  replay(JSON.stringify(changed), parts, { anyVersion })

test('a session with overlapping requests, clock moves and a restore is played again to the letter', async () => {
  expect(recorded).toMatchObject({ format: 1, reproducible: true, scenario: 'quickstart', workspace: 'default' })
  const other = await sandbox({ clock: 'real' })
  const before = (await other.call('GET', '/_sandbox/digest')).body
  const { body } = await other.call('POST', '/_sandbox/case/replay', text)
  expect(body).toEqual({ verdict: 'identical', steps: recorded.steps.length, warnings: [] })
  expect((await other.call('GET', '/_sandbox/digest')).body).toEqual(before)
  expect((await other.call('GET', '/_sandbox/workspaces')).body.workspaces).toHaveLength(1)
})

test('steps are recorded as the journal has them, each with the digest after it', async () => {
  const { requests } = (await call('GET', '/_sandbox/requests')).body
  expect(recorded.steps.map(({ step }) => step).reverse()).toEqual(requests.map(({ id }: { id: number }) => id))
  expect(new Set(recorded.steps.map(({ digest }) => digest)).size).toBeGreaterThan(5)
  expect(recorded.steps.at(-1)?.digest).toBe((await call('GET', '/_sandbox/digest')).body.digest)
})

test('one answer that was edited is found at its step, and where in it', async () => {
  const changed = structuredClone(recorded)
  const step = changed.steps[3] as Case['steps'][number]
  const body = JSON.parse(step.answer.body)
  body.responseMetadata.statusCode = 299
  step.answer.body = JSON.stringify(body)
  expect(await replayed(changed)).toMatchObject({
    verdict: 'differs',
    step: step.step,
    difference: {
      path: 'answer.body.responseMetadata.statusCode',
      expected: 299,
      actual: body.responseMetadata && 200,
    },
  })
})

test('a header, a finding, an instant or the spelling of a body that was edited is found', async () => {
  const edits: [string, (step: Case['steps'][number]) => void][] = [
    [
      'answer.headers.X-Sandbox-Workspace',
      ({ answer }) => Object.assign(answer.headers, { 'X-Sandbox-Workspace': 'x' }),
    ],
    ['findings', (step) => Object.assign(step, { findings: [{ kind: 'x', message: 'x' }] })],
    ['answer.body', ({ answer }) => Object.assign(answer, { body: ` ${answer.body}` })],
    ['at', (step) => Object.assign(step, { at: '2026-03-02T09:00:00.001Z' })],
  ]
  for (const [path, edit] of edits) {
    const changed = structuredClone(recorded)
    const step = changed.steps[2] as Case['steps'][number]
    edit(step)
    const { verdict, step: found, difference } = await replayed(changed)
    expect({ verdict, found, path: difference?.path.slice(0, path.length) }).toEqual({
      ...{ verdict: 'differs', found: step.step, path },
    })
  }
})

/** The same with something that happens in the hidden world before its n-th request. */
const disturbed = (n: number, disturb: (world: Workspaces) => void): StageParts => ({
  ...stage,
  backstage: new Backstage((envelope) => {
    const { workspaces, app } = stage.backstage.make(envelope)
    let made = 0
    const request = (path: string, init: RequestInit) => {
      if (++made === n) disturb(workspaces)
      return app.request(path, init)
    }
    return { workspaces, app: { request } }
  }),
})

test('a difference of state that no answer shows is found at its step', async () => {
  const planted = disturbed(3, (worlds) => worlds.get('default')?.counters.next('planted'))
  expect(await replayed(recorded, planted)).toMatchObject({
    ...{ verdict: 'parted', step: 3, steps: recorded.steps.length },
    difference: { path: 'digest', expected: recorded.steps[2]?.digest },
  })
})

test('where a state parted and an answer shows it later, both are told', async () => {
  const sooner = disturbed(2, (worlds) => worlds.get('default')?.counters.next('issuer.addresses'))
  expect(await replayed(recorded, sooner)).toMatchObject({
    ...{ verdict: 'differs', step: 3, difference: { path: expect.stringMatching(/^answer\.body/) } },
    why: 'the state parted at step 2 already',
  })
})

test('a case of another version is played only where that is asked for, and says so', async () => {
  const other = { ...recorded, product: 'issuer-sandbox 0.0.1' }
  await expect(replayed(other)).rejects.toThrow('it was recorded by issuer-sandbox 0.0.1')
  expect(await replayed(other, stage, true)).toMatchObject({
    verdict: 'identical',
    warnings: [expect.stringContaining('0.0.1')],
  })
  const contracts = { ...recorded.contracts, issuer: '1.0' }
  await expect(replayed({ ...recorded, contracts })).rejects.toThrow('recorded with issuer 1.0')
})

test('a case without steps comes to nothing, and the case of a world that nothing was asked of says so', async () => {
  expect(await replayed({ ...recorded, steps: [] })).toMatchObject({ verdict: 'nothing', steps: 0 })
  const fresh = await sandbox()
  expect((await fresh.call('GET', '/_sandbox/case')).body).toMatchObject({
    ...{ reproducible: false, reasons: ['nothing was asked of it: there is nothing to play'], steps: [] },
  })
})

test('what is no case is refused, and what is wrong with it is told', async () => {
  const refused = async (body: unknown) => {
    const { status, body: problem } = await call('POST', '/_sandbox/case/replay', body)
    expect(status).toBe(400)
    return JSON.stringify(problem)
  }
  expect(await refused({ ...recorded, format: 2 })).toContain('its format 2 is newer')
  expect(await refused({ ...recorded, steps: [{ step: 1 }] })).toContain('steps.0.kind')
  expect(await refused({ ...recorded, steps: recorded.steps.toReversed() })).toContain('order of their numbers')
  expect(await refused({ ...recorded, base: '0'.repeat(64) })).toContain('makes other records')
  expect(await refused({ ...recorded, definition: undefined })).toContain('either the definition')
  expect(await refused({ ...recorded, workspace: '../x' })).toContain('workspace')
  const [first, ...rest] = structuredClone(recorded).steps
  for (const path of ['/w/other/customer', '/_sandbox/reset', '/_sandbox/case/replay', '/_sandbox/workspaces/x'])
    expect(
      await refused({ ...recorded, steps: [{ ...first, request: { ...first?.request, path } }, ...rest] }),
    ).toContain('no step leads there')
})

test('a step that cannot be sent, or is none here, differs', async () => {
  const changed = (request: object) => {
    const [first, ...rest] = structuredClone(recorded).steps
    return replayed({ ...recorded, steps: [{ ...first, request: { ...first?.request, ...request } }, ...rest] })
  }
  const unsent = await changed({ method: 'TRACE', body: undefined })
  expect(unsent).toMatchObject({ verdict: 'differs', step: 1, why: expect.stringContaining('TRACE') })
  const nowhere = await changed({ method: 'GET', path: '/_sandbox/info', body: undefined })
  expect(nowhere).toMatchObject({ verdict: 'differs', step: 1, difference: { path: 'step' } })
})

test('a case is made anew only where the session has gone on', async () => {
  const fresh = await sandbox()
  await fresh.call(...createAddress('HEAD_OFFICE'))
  const [one, other] = await Promise.all([fresh.call('GET', '/_sandbox/case'), fresh.call('GET', '/_sandbox/case')])
  expect(other?.text).toBe(one?.text)
  await fresh.call(...createAddress('NONSENSE'))
  expect((await fresh.call('GET', '/_sandbox/case')).body.steps).toHaveLength(2)
  await fresh.call('POST', '/_sandbox/reset')
  expect((await fresh.call('GET', '/_sandbox/case')).body.steps).toHaveLength(0)
})
