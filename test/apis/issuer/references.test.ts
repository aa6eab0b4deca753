import { expect, test } from 'vitest'
import { CUSTOMER, EXTERNAL_CUSTOMER, henri, second } from './henri.ts'

const REFERENCE = 'addresses/ADDREF_MAIN_POSTAL_ADDRESS_1000000000417761'
const EXTERNAL = 'addresses/external-addresses/ADDRESS-202301260053'

test.each([
  [`${CUSTOMER}/${REFERENCE}`, 'retrieveAddress'],
  [`${CUSTOMER}/${EXTERNAL}`, 'retrieveAddressByIssuerExtRef'],
  [`${EXTERNAL_CUSTOMER}/${REFERENCE}`, 'retrieveAddressByCustomerIssuerExtRef'],
  [`${EXTERNAL_CUSTOMER}/${EXTERNAL}`, 'retrieveAddressByIssuerExtRefAndCustomerIssuerExtRef'],
])('%s reads the same address', async (path, operation) => {
  const { call } = await henri()
  for (const base of ['', '/card-issuing', '/w/default', '/w/default/card-issuing']) {
    const { status, headers, body } = await call('GET', base + path)
    expect(status).toBe(200)
    expect(headers.get('x-sandbox-operation')).toBe(operation)
    expect(body.data.addressIdentifier.addressReference).toBe('ADDREF_MAIN_POSTAL_ADDRESS_1000000000417761')
  }
})

test('list and create do the same by either reference of the customer', async () => {
  const [own, external] = [await henri(), await henri()]
  const headers = { 'WL-Correlation-ID': 'same' }
  const byOwn = await own.call('POST', `${CUSTOMER}/addresses`, second('Kiel'), headers)
  const byExternal = await external.call('POST', `${EXTERNAL_CUSTOMER}/addresses`, second('Kiel'), headers)
  expect(byOwn.status).toBe(200)
  expect(byExternal.text).toBe(byOwn.text)
  expect(own.workspace.digest()).toBe(external.workspace.digest())
  const lists = await Promise.all(
    [CUSTOMER, EXTERNAL_CUSTOMER].map((customer) => own.call('GET', `${customer}/addresses`, undefined, headers)),
  )
  expect(lists[0]?.text).toBe(lists[1]?.text)
})

test('a customer and an address are found only under their own issuer and customer', async () => {
  const { call } = await henri()
  const refusals = await Promise.all(
    [
      '/api/v2/issuers/5678/customers/CUS10000375016/addresses',
      '/api/v2/issuers/5678/customers/external-customers/PERSON-2023012600001A/addresses',
      '/api/v2/issuers/1234/customers/CUS10000400001/addresses/ADDREF_MAIN_POSTAL_ADDRESS_1000000000417761',
      '/api/v2/issuers/1234/customers/CUS10000400001/addresses/external-addresses/ADDRESS-202301260053',
      '/api/v2/issuers/9999/customers/CUS00000000000/addresses',
    ].map((path) => call('GET', path)),
  )
  expect(refusals.map(({ status, headers }) => [status, headers.get('x-sandbox-rule')])).toEqual([
    [404, 'customer-unknown'],
    [404, 'customer-unknown'],
    [404, 'address-unknown'],
    [404, 'address-unknown'],
    [404, 'issuer-unknown'],
  ])
})

test('references with reserved characters are read as they were written', async () => {
  const { call, create } = await henri()
  await create(second('Kiel', { issuerAddressExternalReference: 'A/1 50%ä' }))
  const path = `${CUSTOMER}/addresses/external-addresses/${encodeURIComponent('A/1 50%ä')}`
  const { status, body } = await call('GET', path)
  expect(status).toBe(200)
  expect(body.data.addressIdentifier.issuerAddressExternalReference).toBe('A/1 50%ä')
})
