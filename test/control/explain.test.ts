import { expect, test } from 'vitest'
import { sandbox } from '../harness.ts'

const ADDRESSES = '/api/v2/issuers/1234/customers/CUS10000375016/addresses'
const MAIN = 'ADDREF_MAIN_POSTAL_ADDRESS_1000000000417761'

test('a refusal of the issuer is explained by its rule, its source and what was looked up', async () => {
  const { call } = await sandbox()
  const refused = await call('POST', `/w/ci-1${ADDRESSES}/${MAIN}/deactivate`)
  const path = refused.headers.get('x-sandbox-explain') as string
  expect(path).toBe('/w/ci-1/_sandbox/requests/1/explain')
  const { body } = await call('GET', path)
  expect(body).toMatchObject({
    operation: 'deactivateAddress',
    rule: 'main-address-stays',
    status: 400,
    checks: [
      { code: 'token-missing', outcome: 'tolerated' },
      { code: 'issuer-unknown', outcome: 'passed' },
      { code: 'customer-unknown', outcome: 'passed' },
      { code: 'address-unknown', outcome: 'passed' },
      { code: 'main-address-stays', outcome: 'refused' },
    ],
    ...{ before: [], after: [] },
  })
  expect(body.lookups).toContainEqual({ type: 'issuer.issuers', by: 'id', key: '1234', found: 1 })
  expect((await call('GET', body.link)).status).toBe(200)
  expect(body.when).not.toBe('')
})

test('a refusal of First Vision tells the edits that were made, in order, and which of them it failed', async () => {
  const { call } = await sandbox()
  const body = { customerData: { customerKeyData: { organizationNumber: 998 }, ownerCoOwnerData: { ownerData: {} } } }
  const refused = await call('POST', '/customer/l8v2', body)
  const { checks, rule } = (await call('GET', refused.headers.get('x-sandbox-explain') as string)).body
  const outcomes = (outcome: string) =>
    checks.filter((check: { outcome: string }) => check.outcome === outcome).map(({ code }: { code: string }) => code)
  expect(rule.split(', ')).toEqual(expect.arrayContaining(['VPL5SNA03E', 'VPL5SNA05E', 'VPL5SNA09E']))
  for (const code of rule.split(', ')) expect(outcomes('refused')).toContain(code)
  expect(outcomes('passed')).toContain('VPL5SNA04S')
  // Another request, other checks: a co-owner's block is judged where it counts alone.
  const accepted = await call('POST', '/customer/relationship', { organizationNumber: 998, customerNumber: 'x' })
  const other = (await call('GET', `/_sandbox/requests/${accepted.headers.get('x-sandbox-request')}/explain`)).body
  expect(other.checks.map(({ code }: { code: string }) => code)).not.toContain('VPL5SNA04S')
})

test('a change is explained by its records before and after; a refusal of the same leaves none', async () => {
  const { call } = await sandbox()
  const body = {
    addressLabel: 'SECOND_POSTAL_ADDRESS',
    addressType: 'POSTAL_MAIL',
    postalAddress: { line1: 'A', country: 'DE' },
  }
  const created = await call('POST', ADDRESSES, body)
  const explanation = (await call('GET', `/_sandbox/requests/${created.headers.get('x-sandbox-request')}/explain`)).body
  expect(explanation.before).toEqual([])
  expect(explanation.after.map(({ id }: { id: string }) => id)).toContain(
    created.body.data.addressIdentifier.addressReference,
  )
})

test('what is looked for on file is told as well where it was found, in order, row after row once', async () => {
  const { call } = await sandbox({ scenario: 'many-accounts' })
  const { records } = (await call('GET', '/_sandbox/records/first-vision.customers')).body
  const { organizationNumber, customerNumber } = records[0]
  const inquiry = await call('POST', '/customer/accountNumber', { organizationNumber, customerNumber })
  expect(inquiry.status).toBe(200)
  const { checks } = (await call('GET', '/_sandbox/requests/1/explain')).body
  const passed = checks.map(({ code }: { code: string }) => code)
  expect(passed.slice(-5)).toEqual(['VPL5SCA07E', 'VPL5SCA15S', 'VPL5SCA08E', 'VPL5SCA14S', 'VPL5SCA16S'])
})

test('a request is explained whose path holds a percent sign that escapes nothing', async () => {
  const { call } = await sandbox()
  const { status, headers } = await call('GET', '/api/v2/issuers/1234/customers/CUS10000375016%zz/addresses')
  expect(status).toBe(404)
  expect((await call('GET', `${headers.get('x-sandbox-explain')}`)).body).toMatchObject({ status: 404 })
})
