import { createHmac } from 'node:crypto'
import { expect, test } from 'vitest'
import { sandbox } from '../harness.ts'

const FORM = { 'content-type': 'application/x-www-form-urlencoded' }
const basic = (user: string, secret: string) => ({ authorization: `Basic ${btoa(`${user}:${secret}`)}` })

type Steps = { steps: { request: { headers: Record<string, string>; path: string; body: string } }[] }

test('secrets are put back where the world knows them, and told apart where it does not', async () => {
  const { call } = await sandbox()
  const token = (secret: string) =>
    call('POST', '/oauth/accesstoken', 'grant_type=client_credentials', { ...FORM, ...basic('demo-issuer', secret) })
  expect((await token('demo-secret')).status).toBe(200)
  expect((await token('planted-secret-1')).status).toBe(401)
  expect((await token('planted-secret-2')).status).toBe(401)
  const { text, body } = await call('GET', '/_sandbox/case')
  expect(body).toMatchObject({ reproducible: true })
  const sent = (body as Steps).steps.map(({ request }) => request.headers.authorization)
  expect(new Set(sent).size).toBe(3)
  for (const one of sent) expect(one).toMatch(/^Basic \[demo-issuer: masked [0-9a-f]{4}\]$/)
  // The scenario, which the case holds, knows the right one.
  expect(text).not.toMatch(/planted-secret/)
  expect(text).not.toContain(btoa('demo-issuer:demo-secret'))
})

test('a token that was given out is put back where it was shown', async () => {
  const { call } = await sandbox()
  const apikey = 'demo-first-vision'
  const given = await call('POST', '/token', 'grant_type=client_credentials', {
    ...{ ...FORM, apikey },
    ...basic(apikey, 'demo-secret'),
  })
  const token = given.body.access_token
  await call('POST', '/customer/accountNumber', {}, { apikey, authorization: `Bearer ${token}` })
  const { text, body } = await call('GET', '/_sandbox/case')
  expect(body).toMatchObject({ reproducible: true })
  expect(text).not.toContain(token)
})

test('callers that no scenario knows are put back as far as the session tells of them', async () => {
  const { call } = await sandbox()
  for (const key of ['sandbox-ci-42', 'nobody-knows-me'])
    await call('POST', '/w/ci-42/token', 'grant_type=client_credentials', {
      ...{ ...FORM, apikey: key },
      ...basic(key, 'any'),
    })
  await call('POST', '/oauth/accesstoken', 'grant_type=client_credentials', {
    ...FORM,
    ...basic('sandbox-ci-42', 'any'),
  })
  expect((await call('GET', '/w/ci-42/_sandbox/case')).body).toMatchObject({ reproducible: true, steps: [{}, {}, {}] })
})

test('a token that nobody gave out is as unknown when it is played again', async () => {
  const { call } = await sandbox()
  const path = '/api/v2/issuers/1234/customers/CUS10000375016/addresses'
  const { headers } = await call('GET', path, undefined, { authorization: 'Bearer whatever' })
  expect(headers.get('x-sandbox-finding')).toContain('was not given out here')
  await call('GET', path, undefined, { authorization: 'whatever' })
  await call('POST', '/customer/accountNumber', {}, { apikey: 'unheard-of', signature: 'x', 'x-clientid': '1' })
  expect((await call('GET', '/_sandbox/case')).body).toMatchObject({ reproducible: true, steps: [{}, {}, {}] })
})

test('numbers that look like those of cards are stood for by others that are masked the same', async () => {
  const { call } = await sandbox()
  const card = ['4539', '5787', '6362', '1486'].join(' ')
  const path = '/api/v2/issuers/1234/customers/CUS10000375016/addresses'
  const postalAddress = { streetName: card, postCode: '10115', townName: 'BERLIN', country: 'DE' }
  const headers = { 'wl-correlation-id': 'a-retry' }
  const create = () =>
    call('POST', path, { addressLabel: 'HEAD_OFFICE', addressType: 'POSTAL_MAIL', postalAddress }, headers)
  expect((await create()).headers.get('x-sandbox-findings')).not.toBeNull()
  await create()
  await call('GET', `/api/v2/issuers/1234/customers/${card.replaceAll(' ', '%20')}`)
  for (const between of ['+', '-', ''])
    await call('GET', `/api/v2/issuers/1234/customers?firstName=${card.replaceAll(' ', between)}`)
  const { text, body } = await call('GET', '/_sandbox/case')
  expect(body).toMatchObject({ reproducible: true })
  expect(text).not.toMatch(/5787|57 87/)
})

test('a strict session with a token, a client id and signatures is played again', async () => {
  const { call } = await sandbox({ auth: 'strict' })
  const apikey = 'demo-first-vision'
  const client = { apikey, 'x-clientid': '970' }
  const token = await call('POST', '/token', 'grant_type=client_credentials', {
    ...{ ...FORM, apikey },
    ...basic(apikey, 'demo-secret'),
  })
  const timestamp = String(Date.UTC(2026, 2, 2, 9))
  const body = JSON.stringify({ accountNumber: '1' })
  const ask = (secret: string, id: string) => {
    const signature = createHmac('sha256', secret)
      .update(apikey + id + timestamp + body)
      .digest('base64')
    const authorization = `Bearer ${token.body.access_token}`
    const headers = { ...client, authorization, 'x-client-request-id': id, timestamp, signature }
    return call('POST', '/customer/accountNumber', body, headers)
  }
  expect((await ask('demo-secret', 'one')).headers.get('x-sandbox-rule')).not.toBe('signature-wrong')
  expect((await ask('another-secret', 'two')).headers.get('x-sandbox-rule')).toBe('signature-wrong')
  const { body: recorded } = await call('GET', '/_sandbox/case')
  expect(recorded).toMatchObject({ reproducible: true, auth: 'strict' })
  expect(recorded.steps[1].request.headers).toMatchObject({
    signature: expect.stringMatching(/^\[masked [0-9a-f]{4}\]$/),
  })
  recorded.steps[1].request.headers.signature = '[masked 0000]'
  expect((await call('POST', '/_sandbox/case/replay', recorded)).body).toMatchObject({
    ...{ verdict: 'differs', step: 2, why: expect.stringContaining('signature') },
  })
})
