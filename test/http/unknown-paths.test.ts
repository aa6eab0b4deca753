import { expect, test } from 'vitest'
import type { LogEntry } from '../../src/http/log-entry.ts'
import { sandbox } from '../harness.ts'

test('an unknown path is answered in the form of the API whose prefix it has', async () => {
  const { call } = await sandbox()
  const firstVision = await call('GET', '/customer/nowhere/at/all')
  expect(firstVision.status).toBe(404)
  expect(firstVision.body).toMatchObject({ hasError: true, errors: [{ code: 'SANDBOX-404' }], data: null })
  const issuer = await call('GET', '/api/v2/nowhere')
  expect(issuer.status).toBe(404)
  expect(issuer.body).toMatchObject({ responseMetadata: { statusCode: 404 } })
})

test('a path that is no API’s, and a bad workspace name, are answered as problem details', async () => {
  const { call } = await sandbox()
  const unknown = await call('GET', '/nowhere')
  expect(unknown.status).toBe(404)
  expect(unknown.headers.get('content-type')).toBe('application/problem+json')
  const badName = await call('GET', '/w/Not_A_Name/api/v2/issuers/1234/customers/C/addresses')
  expect(badName.status).toBe(400)
  expect(badName.body).toMatchObject({ type: 'about:blank', status: 400 })
  expect((await call('GET', '/w/Not_A_Name/nowhere')).status).toBe(400)
  expect((await call('GET', '/nowhere', undefined, { 'x-sandbox-workspace': 'Not_A_Name' })).status).toBe(400)
})

test('what nobody answers is logged as well', async () => {
  const entries: LogEntry[] = []
  const { call } = await sandbox({ log: (entry) => entries.push(entry) })
  await call('GET', '/nowhere')
  await call('GET', '/w/Not_A_Name/customer')
  expect(entries).toEqual([
    { method: 'GET', path: '/nowhere', status: 404 },
    { method: 'GET', path: '/customer', status: 400 },
  ])
})
