import { expect, onTestFinished, test } from 'vitest'
import { connect, createSandbox, type Refused, type Sandbox, type World } from '../../src/index.ts'

const CUSTOMER = '/api/v2/issuers/1234/customers/CUS10000375016'
const ADDRESS = {
  ...{ addressLabel: 'SECOND_POSTAL_ADDRESS', addressType: 'POSTAL_MAIL' },
  postalAddress: { streetName: 'Elm Street', postCode: '10115', townName: 'BERLIN', country: 'DE' },
}
const CREATE = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(ADDRESS) }

async function made(): Promise<Sandbox> {
  const sandbox = await createSandbox({ clock: '2026-03-02T09:00:00Z' })
  onTestFinished(() => sandbox.close())
  return sandbox
}

/** The same world, in this process and over a socket. */
const REACHES: [string, (sandbox: Sandbox, name: string) => Promise<World>][] = [
  ['in this process', async (sandbox, name) => sandbox.workspace(name)],
  ['over a socket', async (sandbox, name) => connect((await sandbox.listen()).url, { workspace: name })],
]

const refusal = (promise: Promise<unknown>): Promise<Refused> =>
  promise.then(
    () => expect.fail('it was not refused'),
    (error: Refused) => error,
  )

test.each(REACHES)('a world is loaded, moved in time, asked what happened, and put back, %s', async (_how, reach) => {
  const world = await reach(await made(), 'ci-1')
  expect(await world.load('quickstart', { clock: '2026-04-01T08:00:00Z' })).toMatchObject({
    ...{ workspace: 'ci-1', scenario: 'quickstart', clock: { mode: 'frozen', now: '2026-04-01T08:00:00.000Z' } },
  })
  const start = await world.digest()
  expect((await world.fetch(`${CUSTOMER}/addresses`, CREATE)).status).toBe(200)
  expect(await world.snapshot('one')).toMatchObject({ name: 'one', step: 2 })
  expect((await world.changes()).created.map(({ type }) => type)).toContain('issuer.addresses')
  expect((await world.clock.advance({ by: 'P1D' })).now).toBe('2026-04-02T08:00:00.000Z')
  expect(await world.clock.read()).toEqual(await world.clock.set({ mode: 'frozen' }))
  const [step] = await world.requests.list({ operation: 'createAddress', limit: 1 })
  expect(step).toMatchObject({ id: 1, status: 200 })
  expect((await world.requests.read(1)).requestBody).toBe(CREATE.body)
  const match = { operation: 'createAddress', status: '2xx' }
  expect(await world.requests.verify({ match, count: 1 })).toEqual({ ok: true, count: 1 })
  expect((await world.restore('one')).clock.now).toBe('2026-04-01T08:00:00.000Z')
  expect((await world.reset()).digest).toBe(start)
  expect((await world.requests.list()).length).toBe(0)
})

test.each(REACHES)('a world goes elsewhere as one document, and is forked, %s', async (_how, reach) => {
  const sandbox = await made()
  const [one, other] = [await reach(sandbox, 'one'), await reach(sandbox, 'other')]
  await one.fetch(`${CUSTOMER}/addresses`, CREATE)
  expect((await other.importState(await one.exportState())).digest).toBe(await one.digest())
  const before = await one.fork('before', 0)
  expect(await before.digest()).toBe((await one.reset()).digest)
  await before.delete()
  expect((await (await one.fetch('/_sandbox/workspaces')).json()) as object).not.toMatchObject({
    workspaces: expect.arrayContaining([expect.objectContaining({ name: 'before' })]),
  })
})

test.each(REACHES)('trouble is made in a world, explained, and its session played again, %s', async (_how, reach) => {
  const world = await reach(await made(), 'ci-1')
  const fault = await world.faults.arm({ effect: { kind: 'status', status: 502 }, times: 1, expect: { count: 2 } })
  const statuses = [await world.fetch(`${CUSTOMER}/addresses`), await world.fetch(`${CUSTOMER}/addresses`)]
  expect(statuses.map(({ status }) => status)).toEqual([502, 200])
  expect((await world.faults.list()).faults).toMatchObject([{ id: fault.id, used: 1, verdict: 'passed' }])
  expect((await world.requests.explain(2)).fault).toMatchObject({ id: fault.id, kind: 'status' })
  expect(await world.faults.release(fault.id)).toEqual([])
  await world.faults.remove(fault.id)
  await world.faults.clear()
  const session = await world.case()
  expect(session).toMatchObject({ reproducible: true })
  expect(await world.replay(session)).toMatchObject({ verdict: 'identical', steps: session.steps.length })
  expect(await world.replay(JSON.stringify({ ...session, steps: [] }))).toMatchObject({ verdict: 'nothing' })
})

test.each(REACHES)('what the control plane refuses is thrown, with its problem, %s', async (_how, reach) => {
  const world = await reach(await made(), 'ci-1')
  const unknown = await refusal(world.load('quikstart'))
  expect(unknown).toMatchObject({ name: 'Refused', status: 404, message: expect.stringContaining('quickstart') })
  const invalid = await refusal(world.clock.set({ mode: 'frozen', now: 'yesterday' }))
  expect(invalid.problem.errors).toMatchObject([{ path: 'body.now' }])
})

test('a world answers for whatever host the client means, and links in answers are that client’s', async () => {
  const { fetch } = (await made()).workspace('ci-1')
  const url = `https://api.platform.example${CUSTOMER}/addresses`
  expect((await fetch(new Request(url, CREATE))).status).toBe(200)
  expect((await fetch(new URL(url), { headers: { 'x-correlation-id': '1' } })).headers.get('x-sandbox-workspace')).toBe(
    'ci-1',
  )
  const listed = await fetch(`${url.replace(/CUS.*/, '')}?limit=1`)
  expect(await listed.text()).not.toContain('/w/ci-1')
})

test('a sandbox on a socket says where it is, and is gone with the sandbox', async () => {
  const sandbox = await createSandbox()
  const { url, port } = await sandbox.listen()
  expect(url).toBe(`http://127.0.0.1:${port}`)
  expect(sandbox.workspace('ci-1').name).toBe('ci-1')
  expect((await fetch(`${url}/w/ci-1/_sandbox/info`)).status).toBe(200)
  await expect(sandbox.listen({ port })).rejects.toMatchObject({ code: 'EADDRINUSE' })
  await sandbox[Symbol.asyncDispose]()
  await expect(fetch(`${url}/_sandbox/info`)).rejects.toThrow()
})

test('a sandbox that demands a token is ruled with it', async () => {
  const sandbox = await createSandbox({ adminToken: 'let-me-in' })
  const { url } = await sandbox.listen()
  expect((await refusal(connect(url).reset())).status).toBe(401)
  expect((await connect(url, { token: 'let-me-in' }).reset()).scenario).toBe('quickstart')
  expect((await sandbox.workspace().reset()).scenario).toBe('quickstart')
  await sandbox.close()
})
