import { expect, test } from 'vitest'
import { othersFound } from '../../harness.ts'
import { ADDRESSES, EXTERNAL_CUSTOMER, henri, second } from './henri.ts'

const HEADERS = { 'WL-Correlation-ID': '3b5e' }

test('a retry is answered as before, byte for byte, and does nothing again', async () => {
  const { call, at, workspace } = await henri()
  const first = await call('POST', ADDRESSES, second('Kiel'), HEADERS)
  expect(first.headers.get('x-sandbox-replayed')).toBeNull()
  const digest = workspace.digest()
  const retry = await call('POST', ADDRESSES, second('Kiel'), HEADERS)
  expect(retry.headers.get('x-sandbox-replayed')).toBe('true')
  expect(othersFound(retry.headers)).toBeNull()
  expect([retry.status, retry.text]).toEqual([first.status, first.text])
  expect(workspace.digest()).toBe(digest)
  at('2027-01-01T00:00:00Z')
  expect((await call('POST', ADDRESSES, second('Kiel'), HEADERS)).text).toBe(first.text)
})

test('a retry by the other path of the customer is a retry', async () => {
  const { call, history } = await henri()
  const first = await call('POST', ADDRESSES, second('Kiel'), HEADERS)
  const retry = await call('POST', `/card-issuing${EXTERNAL_CUSTOMER}/addresses`, second('Kiel'), HEADERS)
  expect(retry.text).toBe(first.text)
  expect(retry.headers.get('x-sandbox-replayed')).toBe('true')
  expect(await history()).toHaveLength(1)
})

test('a retry with another body is answered as before, with a finding', async () => {
  const { call, town } = await henri()
  const first = await call('POST', ADDRESSES, second('Kiel'), HEADERS)
  const other = await call('POST', ADDRESSES, second('Lübeck'), HEADERS)
  expect(other.text).toBe(first.text)
  expect(othersFound(other.headers)).toBe('1')
  expect(await town(`${ADDRESSES}/${first.body.data.addressIdentifier.addressReference}`)).toBe('Kiel')
})

test('the same id for another customer, or none, is no retry', async () => {
  const { call } = await henri()
  const first = await call('POST', ADDRESSES, second('Kiel'), HEADERS)
  const other = await call('POST', '/api/v2/issuers/1234/customers/CUS10000400003/addresses', second('Kiel'), HEADERS)
  expect(other.headers.get('x-sandbox-replayed')).toBeNull()
  expect(other.body.data).not.toEqual(first.body.data)
  const empty = { 'WL-Correlation-ID': '' }
  for (const headers of [{}, {}, empty, empty] as Record<string, string>[])
    expect((await call('POST', ADDRESSES, second('Kiel'), headers)).headers.get('x-sandbox-replayed')).toBeNull()
})

test('a failure is not kept: the same id may succeed afterwards', async () => {
  const { call } = await henri()
  const failed = await call('POST', ADDRESSES, { ...second('Kiel'), addressLabel: 'NONE' }, HEADERS)
  expect(failed.status).toBe(400)
  const done = await call('POST', ADDRESSES, second('Kiel'), HEADERS)
  expect(done.status).toBe(200)
  expect(done.headers.get('x-sandbox-replayed')).toBeNull()
})

test('an id sent for an issuer or a customer that does not exist changes nothing about the refusal', async () => {
  const { call } = await henri()
  for (const path of ['9999/customers/CUS10000375016', '1234/customers/external-customers/NOBODY']) {
    const { status } = await call('POST', `/api/v2/issuers/${path}/addresses`, second('Kiel'), HEADERS)
    expect(status).toBe(404)
  }
})

test('a reset forgets what was answered', async () => {
  const { call, workspace } = await henri()
  const first = await call('POST', ADDRESSES, second('Kiel'), HEADERS)
  workspace.reset()
  const again = await call('POST', ADDRESSES, second('Kiel'), HEADERS)
  expect(again.headers.get('x-sandbox-replayed')).toBeNull()
  expect(again.text).toBe(first.text)
})
