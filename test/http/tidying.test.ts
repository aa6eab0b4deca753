import { expect, test } from 'vitest'
import { sandbox } from '../harness.ts'

const ADDRESSES = '/api/v2/issuers/1234/customers/CUS10000375016/addresses'
const SECOND = {
  addressLabel: 'SECOND_POSTAL_ADDRESS',
  addressType: 'POSTAL_MAIL',
  postalAddress: { townName: 'BONN', country: 'DE' },
}
const DAY = 86_400_000

async function tidied(options: Parameters<typeof sandbox>[0] = {}) {
  const clock = { now: 0 }
  const made = await sandbox({ elapsed: () => clock.now, ...options })
  const names = async () =>
    (await made.call('GET', '/_sandbox/workspaces')).body.workspaces.map(({ name }: { name: string }) => name)
  return { ...made, clock, names }
}

test.each([
  ['GET', '/w/new/_sandbox/health/ready'],
  ['GET', '/w/new/_sandbox/health/live'],
  ['GET', '/w/new/_sandbox/workspaces'],
  ['GET', '/w/new/_sandbox/scenarios'],
  ['GET', '/w/new/_sandbox/scenarios/quickstart'],
  ['GET', '/w/new/_sandbox/errors'],
  ['GET', '/w/new/_sandbox/rules'],
  ['GET', '/w/new/_sandbox/nowhere'],
  ['GET', '/w/new/api/v2/nowhere'],
  ['GET', '/w/new/customer/nowhere/at/all'],
  ['PATCH', `/w/new/_sandbox/clock`],
  ['DELETE', '/w/new/_sandbox/workspaces/new'],
  ['GET', '/w/new/nowhere'],
])('%s %s makes no workspace', async (method, path) => {
  const { call, names } = await tidied({ maxWorkspaces: 1 })
  expect((await call(method, path)).status).not.toBe(503)
  expect(await names()).toEqual(['default'])
})

test('a workspace that nobody asks for in a day goes, changed or not; the default one never does', async () => {
  const { call, clock, names } = await tidied()
  await call('POST', ADDRESSES, SECOND)
  for (const name of ['a', 'b']) await call('POST', `/w/${name}${ADDRESSES}`, SECOND)
  const { digest } = (await call('GET', '/_sandbox/digest')).body
  clock.now += DAY / 2
  await call('GET', `/w/b${ADDRESSES}`)
  clock.now += DAY / 2
  expect(await names()).toEqual(['default', 'b'])
  expect((await call('GET', '/w/a/_sandbox/info')).body.workspace).toMatchObject({ changes: 0 })
  expect((await call('GET', '/_sandbox/digest')).body).toEqual({ digest })
})

test('one that comes back after its time begins anew, whether somebody has looked or not', async () => {
  const { call, clock } = await tidied({ workspaceTtl: 'PT2S' })
  await call('POST', `/w/a${ADDRESSES}`, SECOND)
  clock.now += 1999
  expect((await call('GET', '/w/a/_sandbox/info')).body.workspace.changes).toBeGreaterThan(0)
  clock.now += 2000
  expect((await call('GET', '/w/a/_sandbox/info')).body.workspace.changes).toBe(0)
})

test('changed workspaces that fill the memory make room when their time is over, and not before', async () => {
  const { call, clock, names } = await tidied({ maxWorkspaces: 100 })
  for (let i = 1; i < 100; i++) await call('POST', `/w/ci-${i}${ADDRESSES}`, SECOND)
  clock.now += DAY - 1
  expect((await call('GET', `/w/new${ADDRESSES}`)).status).toBe(503)
  clock.now += 1
  expect((await call('GET', `/w/new${ADDRESSES}`)).status).toBe(200)
  expect(await names()).toEqual(['default', 'new'])
})

test('one with a request under way stays', async () => {
  const { call, clock, workspaces, names } = await tidied()
  await call('POST', `/w/a${ADDRESSES}`, SECOND)
  const a = workspaces.get('a') ?? expect.fail()
  workspaces.begin(a)
  clock.now += 2 * DAY
  expect(await names()).toEqual(['default', 'a'])
  workspaces.end(a)
  expect(await names()).toEqual(['default', 'a'])
  clock.now += DAY
  expect(await names()).toEqual(['default'])
})

test('where no time is set, none goes', async () => {
  const { call, clock, names } = await tidied({ workspaceTtl: 'off' })
  await call('POST', `/w/a${ADDRESSES}`, SECOND)
  clock.now += 1000 * DAY
  expect(await names()).toEqual(['default', 'a'])
})

test('the machine’s time may jump: what counts is how long nobody asked', async () => {
  const system = { now: Date.parse('2026-03-02T09:00:00Z') }
  const { call, names } = await tidied({ system: () => system.now })
  await call('POST', `/w/a${ADDRESSES}`, SECOND)
  system.now += 1000 * DAY
  expect(await names()).toEqual(['default', 'a'])
})
