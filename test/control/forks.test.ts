import { expect, test } from 'vitest'
import { sandbox } from '../harness.ts'

const CUSTOMER = '/api/v2/issuers/1234/customers/CUS10000375016'
const postalAddress = { streetName: 'Elm Street', postCode: '10115', townName: 'BERLIN', country: 'DE' }
const address = (addressLabel: string) => ({ addressLabel, addressType: 'POSTAL_MAIL', postalAddress })

const STEPS = [
  ['POST', `${CUSTOMER}/addresses`, address('SECOND_POSTAL_ADDRESS')],
  ['GET', `${CUSTOMER}/addresses`],
  ['POST', `${CUSTOMER}/addresses`, {}],
  ['POST', '/_sandbox/clock/advance', { by: 'P1D' }],
  ['PUT', '/_sandbox/snapshots/kept'],
  ['POST', '/token', 'grant_type=client_credentials'],
  ['POST', `${CUSTOMER}/addresses`, address('HEAD_OFFICE')],
  ['POST', '/_sandbox/snapshots/kept/restore'],
  ['POST', `${CUSTOMER}/addresses`, address('HEAD_OFFICE')],
] as const

type Call = Awaited<ReturnType<typeof sandbox>>['call']

async function play(call: Call, world: string, steps: readonly (readonly [string, string, unknown?])[]) {
  const form = { 'content-type': 'application/x-www-form-urlencoded' }
  for (const [method, path, body] of steps)
    await call(method, path, body, { 'x-sandbox-workspace': world, ...(typeof body === 'string' && form) })
}

test('a fork is as the world was after that step, for each step, and goes on as that would have', async () => {
  const { call } = await sandbox()
  await play(call, 'whole', STEPS)
  for (let at = 0; at <= STEPS.length; at++) {
    await play(call, `stopped-${at}`, STEPS.slice(0, at))
    const forked = (await call('PUT', `/_sandbox/workspaces/fork-${at}`, { from: 'whole', at })).body
    expect(forked.digest, `after ${at}`).toBe((await call('GET', `/w/stopped-${at}/_sandbox/digest`)).body.digest)
    const next = ['POST', `${CUSTOMER}/addresses`, address('SECOND_POSTAL_ADDRESS')] as const
    const answers = await Promise.all(
      [`fork-${at}`, `stopped-${at}`].map((name) => call(...next, { 'x-sandbox-workspace': name })),
    )
    expect(answers[0]?.text).toBe(answers[1]?.text)
    expect(answers[0]?.headers.get('x-sandbox-request')).toBe(String(at + 1))
  }
})

test('a fork of a world as it is leaves that alone', async () => {
  const { call } = await sandbox()
  await play(call, 'whole', STEPS.slice(0, 1))
  const { digest } = (await call('GET', '/w/whole/_sandbox/digest')).body
  expect((await call('PUT', '/_sandbox/workspaces/twin', { from: 'whole' })).body).toMatchObject({ digest })
  await play(call, 'twin', STEPS.slice(6, 7))
  expect((await call('GET', '/w/whole/_sandbox/digest')).body.digest).toBe(digest)
  expect((await call('GET', '/w/twin/_sandbox/digest')).body.digest).not.toBe(digest)
})

test('a step that is not kept any more, or not there yet, is refused with the range that is', async () => {
  const { call } = await sandbox()
  await play(call, 'whole', STEPS.slice(0, 3))
  await call('DELETE', '/w/whole/_sandbox/requests')
  await play(call, 'whole', STEPS.slice(3, 5))
  const refusals = await Promise.all(
    [2, 6].map((at) => call('PUT', '/_sandbox/workspaces/fork', { from: 'whole', at })),
  )
  for (const { status, body } of refusals)
    expect([status, body.detail]).toEqual([409, expect.stringContaining('after its steps 3 to 5')])
  expect((await call('PUT', '/_sandbox/workspaces/fork', { from: 'whole', at: 3 })).status).toBe(200)
})

test.each([
  [{ from: 'nowhere' }, 'body.from'],
  [{ at: 3 }, 'body.at'],
  [{ from: 'default', scenario: 'empty' }, 'body.scenario'],
  [{ from: 'default', seed: 3 }, 'body.seed'],
])('a fork that cannot be meant is refused: %j', async (body, path) => {
  const { call } = await sandbox()
  const refused = await call('PUT', '/_sandbox/workspaces/fork', body)
  expect([refused.status, refused.body.errors[0].path]).toEqual([400, path])
})
