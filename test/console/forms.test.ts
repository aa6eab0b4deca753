import { expect, test } from 'vitest'
import { formsIn, visited } from './visiting.ts'

const ADDRESSES = '/api/v2/issuers/1234/customers/CUS10000375016/addresses'
const SECOND = {
  addressLabel: 'SECOND_POSTAL_ADDRESS',
  addressType: 'POSTAL_MAIL',
  postalAddress: { townName: 'BONN', country: 'DE' },
}

test('a button of the clock lets time pass, and leads back to the page that it stands on', async () => {
  const { visit, submit, call } = await visited()
  const { text } = await visit('/w/ci-1/requests?status=4xx')
  const day = formsIn(text).find((form) => form.text === '+1 d')
  if (!day) throw new Error('there is no such button')
  const { status, location } = await submit(day.action, day.fields)
  expect([status, location]).toEqual([303, '/w/ci-1/requests?status=4xx'])
  expect((await call('GET', '/w/ci-1/_sandbox/clock')).body.now).toBe('2026-03-03T09:00:00.000Z')
  expect((await call('GET', '/_sandbox/clock')).body.now).toBe('2026-03-02T09:00:00.000Z')
})

test('what a visitor writes goes into path and body', async () => {
  const { submit, call } = await visited()
  await submit('/console/act', { request: 'PUT /_sandbox/snapshots/{name}', 'in.name': 'before', next: '/' })
  expect((await call('GET', '/_sandbox/snapshots')).body.snapshots).toMatchObject([{ name: 'before' }])
  await submit('/console/act', {
    request: 'PUT /_sandbox/clock',
    'body.mode': 'frozen',
    'body.now': '2030-01-01T00:00:00Z',
    next: '/',
  })
  expect((await call('GET', '/_sandbox/clock')).body.now).toBe('2030-01-01T00:00:00.000Z')
  const refused = await submit('/console/act', { request: 'PUT /_sandbox/clock', 'body.mode': 'backwards', next: '/' })
  expect([refused.status, refused.text.includes('body.mode')]).toEqual([400, true])
})

test('forms ask nothing but the control plane, lead nowhere else, and come from no other page', async () => {
  const { submit, call } = await visited()
  const digest = (await call('GET', '/_sandbox/digest')).text
  const form = { request: 'POST /_sandbox/clock/advance', body: '{"by":"P1D"}', next: '/' }
  for (const request of [
    'POST /customer/l8v2',
    'GET /_sandbox/info',
    'POST /_sandbox/../customer/l8v2',
    'POST //evil.example',
    '',
  ])
    expect((await submit('/console/act', { ...form, request })).status, request).toBe(400)
  for (const next of ['https://evil.example/', '//evil.example', '/\\evil.example', '', '/\r\nx: y'])
    expect((await submit('/console/act', { ...form, next })).status, next).toBe(400)
  const foreign = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }
  expect((await submit('/console/act', form, foreign)).status).toBe(403)
  expect((await submit('/console/act', form, { origin: 'null' })).status).toBe(403)
  expect((await submit('/console/act', form, { 'content-type': 'text/plain' })).status).toBe(415)
  expect((await submit('/console/act', form, { host: 'evil.example' })).status).toBe(403)
  expect((await submit('/console/nothing', form)).status).toBe(404)
  expect((await call('GET', '/_sandbox/digest')).text).toBe(digest)
})

test('a step is sent again here, and in a world as it was before it', async () => {
  const { submit, call } = await visited()
  await call('POST', ADDRESSES, SECOND, { authorization: 'Bearer a-secret' })
  const here = await submit('/console/replay', { step: '1', next: '/requests/1' })
  expect([here.status, here.location]).toEqual([303, '/requests/2'])
  const [again] = (await call('GET', '/_sandbox/requests')).body.requests
  expect(again).toMatchObject({ id: 2, operation: 'createAddress', status: 200 })
  const sent = (await call('GET', '/_sandbox/requests/2')).body
  expect(sent.requestBody).toBe(JSON.stringify(SECOND))
  expect(sent.requestHeaders).not.toHaveProperty('authorization')
  const fork = await submit('/console/replay', { step: '1', fork: '1', next: '/requests/1' })
  expect(fork.location).toMatch(/^\/w\/default-before-1\/requests\/\d+$/)
  expect((await call('GET', '/w/default-before-1/_sandbox/requests')).body.requests[0]).toMatchObject({ status: 200 })
})

test('what is not kept whole is not sent again', async () => {
  const { submit, call } = await visited()
  await call('POST', ADDRESSES, `{"long":"${'x'.repeat(70_000)}"}`)
  await call('GET', `${ADDRESSES}?access_token=abc`)
  await call('PUT', '/_sandbox/snapshots/one')
  const replayed = async (step: string) => (await submit('/console/replay', { step, next: '/' })).status
  expect([await replayed('1'), await replayed('2'), await replayed('3'), await replayed('9')]).toEqual([
    409, 409, 400, 404,
  ])
})

test('a request that is held is let go on from the list', async () => {
  const { visit, submit, call } = await visited()
  await call('POST', '/_sandbox/faults', { match: { operation: 'listAddressesForCustomer' }, effect: { kind: 'hold' } })
  const held = call('GET', ADDRESSES)
  await expect.poll(async () => (await visit('/requests')).seen).toContain('listAddressesForCustomer is held since')
  const release = formsIn((await visit('/requests')).text).find((form) => form.text === 'Let it go on')
  if (!release) throw new Error('there is no such button')
  expect((await submit(release.action, release.fields)).status).toBe(303)
  expect((await held).status).toBe(200)
})

test('a token opens the console by a form, for reading alone where it may only read', async () => {
  const { visit, submit, call } = await visited({ adminToken: 'ru;le', readToken: 'look' })
  const asked = await visit('/requests')
  expect([asked.status, asked.seen.includes('Sign in')]).toEqual([401, true])
  expect(asked.seen).not.toContain('quickstart')
  expect((await submit('/console/sign-in', { token: 'wrong', next: '/requests' })).headers.get('set-cookie')).toBeNull()
  const cookieOf = async (token: string) => {
    const { location, headers } = await submit('/console/sign-in', { token, next: '/requests' })
    expect(location).toBe('/requests')
    const [cookie = '', ...flags] = (headers.get('set-cookie') ?? '').split('; ')
    expect(flags).toEqual(['Path=/', 'HttpOnly', 'SameSite=Strict'])
    return { cookie }
  }
  const reset = { request: 'POST /_sandbox/reset', next: '/' }
  const [ruler, looker] = [await cookieOf('ru;le'), await cookieOf('look')]
  const opened = await visit('/requests', looker)
  expect([opened.status, opened.seen.includes('Sign out'), asked.seen.includes('Sign out')]).toEqual([200, true, false])
  expect((await call('GET', '/_sandbox/info', undefined, looker)).status).toBe(200)
  expect((await submit('/console/act', reset, looker)).status).toBe(403)
  expect((await submit('/console/act', reset)).status).toBe(401)
  expect((await submit('/console/act', reset, ruler)).status).toBe(303)
  expect((await submit('/console/sign-out', { next: '/' })).headers.get('set-cookie')).toMatch(
    /^sandbox-token=; Max-Age=0/,
  )
})

test('colours are remembered, and another world is a field away', async () => {
  const { visit, submit } = await visited()
  const { headers } = await submit('/console/theme', { theme: 'dark', next: '/requests' })
  const [cookie = ''] = (headers.get('set-cookie') ?? '').split(';')
  expect((await visit('/', { cookie })).text).toContain('data-theme="dark"')
  expect((await visit('/', { cookie: 'sandbox-theme=x"onload' })).text).toContain('data-theme="system"')
  expect((await visit('/console/world?name=ci-7')).headers.get('location')).toBe('/w/ci-7')
})

test('visits are no steps, and fill no log', async () => {
  const logged: unknown[] = []
  const { visit, call } = await visited({ log: (entry) => logged.push(entry) })
  for (const path of ['/', '/requests', '/nowhere']) await visit(path)
  expect(logged).toEqual([])
  expect((await call('GET', '/_sandbox/requests')).body.requests).toEqual([])
})
