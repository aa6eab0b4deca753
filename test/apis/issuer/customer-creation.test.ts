import { expect, test } from 'vitest'
import { othersFound } from '../../harness.ts'
import { CUSTOMERS, customers, home, ida } from './customers.ts'

const phone = {
  addressLabel: 'PRIVATE_MOBILE_PHONE',
  addressType: 'PHONE',
  phone: { localPhoneNumber: '030 23125 777' },
}
const usage = { addressUsageName: 'CARD_DELIVERY', serviceCode: 'CARD_SERVICE' }

test('a customer is answered by reference, and embedded as asked', async () => {
  const { call } = await customers()
  const request = ida({
    issuerCustomerExternalReference: 'IDA-1',
    birthDate: '1975-10-22',
    addresses: [phone, home],
    contacts: [{ name: 'Sommer', firstName: 'Paul', birthDate: '2001-05-17T22:00:00.000+02:00' }],
  })
  const embed = ['customer.addressIdentifiers', 'customer.addresses', 'customer.contacts']
  const path = `${CUSTOMERS}?${embed.map((name) => `embed=${name}`).join('&')}`
  const { body } = await call('POST', path, request)
  const customerIdentifier = { customerReference: 'CUS10000700001', issuerCustomerExternalReference: 'IDA-1' }
  const main = { addressReference: 'ADDREF_MAIN_POSTAL_ADDRESS_1000000000440550' }
  const mobile = { addressReference: 'ADDREF_PRIVATE_MOBILE_PHONE_1000000000440549' }
  const address = { issuerId: '1234', status: 'ACTIVE', startDate: '2026-03-02T09:00:00.000+00:00' }
  expect(body.data).toStrictEqual({
    customerIdentifier,
    customer: {
      issuerId: '1234',
      customerIdentifier,
      birthDate: '1975-10-22T00:00:00.000+00:00',
      commercialStatus: 'Normal',
      firstName: 'Ida',
      lastName: 'Sommer',
      offlineRiskCategory: 'Standard',
      onlineRiskCategory: 'Standard',
      addressIdentifiers: [main, mobile],
      addresses: [
        { ...home, ...address, addressIdentifier: main },
        { ...phone, ...address, addressIdentifier: mobile },
      ],
      contacts: [
        {
          issuerId: '1234',
          name: 'Sommer',
          firstName: 'Paul',
          contactIdentifier: { contactReference: 'CON10000700001' },
          birthDate: '2001-05-17',
        },
      ],
    },
  })
})

test('without embed only the reference is answered; `customer` alone has no addresses', async () => {
  const { call } = await customers()
  const plain = await call('POST', CUSTOMERS, ida())
  expect(plain.body.data).toStrictEqual({ customerIdentifier: { customerReference: 'CUS10000700001' } })
  const { data } = (await call('POST', `${CUSTOMERS}?embed=customer`, ida())).body
  expect(data.customer).toMatchObject({ firstName: 'Ida', customerIdentifier: { customerReference: 'CUS10000700002' } })
  expect(data.customer).not.toHaveProperty('addresses')
  expect((await call('POST', `${CUSTOMERS}?embed=customer.addresses.addressUsages`, ida())).status).toBe(400)
})

test('a retry is answered as before, for the same issuer only', async () => {
  const { call, find } = await customers()
  const headers = { 'WL-Correlation-ID': 'c-1' }
  const first = await call('POST', CUSTOMERS, ida(), headers)
  const retry = await call('POST', CUSTOMERS, ida({ lastName: 'Winter' }), headers)
  expect([retry.text, retry.headers.get('x-sandbox-replayed')]).toEqual([first.text, 'true'])
  expect(othersFound(retry.headers)).toBe('1')
  expect(await find('firstName=Ida')).toEqual(['Sommer'])
  const classes = { onlineRiskCategory: 'Business', offlineRiskCategory: 'Standard', commercialStatus: 'Normal' }
  const other = await call('POST', '/api/v2/issuers/5678/customers', ida(classes), headers)
  expect(other.headers.get('x-sandbox-replayed')).toBeNull()
  expect(other.body.data.customerIdentifier).toEqual({ customerReference: 'CUS10000700002' })
})

test('a usage may be of an entity that is there, of one to come, or of none, and each is a usage of its own', async () => {
  const { read, createCustomer, workspace, findings } = await customers()
  const toCome = { ...usage, entityRequestCorrelationId: 'card-1', entityType: 'CARD_CONTRACT' }
  const both = { ...toCome, entityReference: '12342000000000095003' }
  const path = await createCustomer(
    ida({
      addresses: [
        { ...home, addressUsages: [usage, toCome] },
        { ...home, addressLabel: 'SECOND_POSTAL_ADDRESS', addressUsages: [both, { ...toCome, entityType: 'ACCOUNT' }] },
      ],
    }),
  )
  expect(findings()).toEqual([['ignored-data', 'addresses.1.addressUsages.0.entityRequestCorrelationId']])
  const { addresses } = await read(`${path}?embed=addresses.addressUsages`)
  expect(addresses.map(({ addressUsages }: { addressUsages: object[] }) => addressUsages)).toEqual([
    [usage, usage],
    [{ ...usage, entityReference: '12342000000000095003' }, usage],
  ])
  const kept = [...workspace.changes.table('issuer.usages').rows.values()].map(({ row }) => row)
  expect(kept).toMatchObject([
    {},
    { entityRequestCorrelationId: 'card-1', entityType: 'CARD_CONTRACT' },
    { entityReference: '12342000000000095003' },
    { entityRequestCorrelationId: 'card-1', entityType: 'ACCOUNT' },
  ])
  expect(kept[2]).not.toHaveProperty('entityRequestCorrelationId')
})

test('an issuer that composes lines composes them with the new customer’s name', async () => {
  const { call } = await customers()
  const classes = { onlineRiskCategory: 'Business', offlineRiskCategory: 'Standard', commercialStatus: 'Normal' }
  const { body } = await call(
    'POST',
    '/api/v2/issuers/5678/customers?embed=customer.addresses',
    ida({ ...classes, contacts: [{ departmentName: 'Legal', postalAddress: { townName: 'Bern', country: 'CH' } }] }),
  )
  expect(body.data.customer.addresses[0].postalAddress).toMatchObject({ line1: 'Ida Sommer', line2: '3 Seestraße' })
})

test('labels of specific fields are kept, and what is empty is as good as absent', async () => {
  const { read, createCustomer, findings } = await customers()
  const request = {
    specificFields: { a: '1', b: 'null', constructor: '2' },
    sex: '',
    nationality: null,
    vulnerabilities: [],
  }
  const path = await createCustomer(ida({ ...request, employee: false }))
  expect(findings()).toEqual([])
  const customer = await read(path)
  expect(customer.specificFields).toEqual({ a: '1', constructor: '2' })
  expect(customer.employee).toBe(false)
  for (const absent of ['sex', 'nationality', 'vulnerabilities', 'doNotContact', 'lastUpdateDate'])
    expect(customer).not.toHaveProperty(absent)
})

test('remarks on addresses and contacts say which of them they are on', async () => {
  const { createCustomer, call, findings } = await customers()
  const postalAddress = { typeCode: 'HOME', country: 'DE' }
  const { postalAddress: ignored } = home
  const contacts = [{ name: 'Paul' }, { name: 'Paula', postalAddress }]
  const path = await createCustomer(
    ida({
      addresses: [
        { ...home, postalAddress },
        { ...phone, postalAddress: ignored },
      ],
      contacts,
    }),
  )
  expect(findings()).toEqual([
    ['deprecated-member', 'addresses.0.postalAddress.typeCode'],
    ['ignored-data', 'addresses.1.postalAddress'],
    ['deprecated-member', 'contacts.1.postalAddress.typeCode'],
  ])
  await call('PATCH', path, { contacts: contacts.slice(1) })
  expect(findings()).toEqual([['deprecated-member', 'contacts.0.postalAddress.typeCode']])
})

const second = { ...home, addressLabel: 'SECOND_POSTAL_ADDRESS' }

test.each<[string, object]>([
  ['main-address-missing', { addresses: [] }],
  ['main-address-missing', { addresses: [second] }],
  ['label-twice', { addresses: [home, second, second] }],
  ['label-type-mismatch', { addresses: [{ ...home, addressType: 'PHONE' }] }],
  ['label-unknown', { addresses: [home, { ...home, addressLabel: 'TREE_HOUSE' }] }],
  ['address-data-missing', { addresses: [{ ...home, postalAddress: undefined }] }],
  ['usage-name-unknown', { addresses: [{ ...home, addressUsages: [{ ...usage, addressUsageName: 'KITE' }] }] }],
  ['entity-type-missing', { addresses: [{ ...home, addressUsages: [{ ...usage, entityRequestCorrelationId: 'c' }] }] }],
  ['customer-reference-taken', { issuerCustomerExternalReference: 'PERSON-2024031500002B' }],
  ['external-reference-taken', { addresses: [{ ...home, issuerAddressExternalReference: 'ADDRESS-202301260053' }] }],
  ['risk-category-unknown', { offlineRiskCategory: 'Astronaut' }],
  ['commercial-status-unknown', { commercialStatus: 'normal' }],
  ['contact-name-missing', { contacts: [{ name: 'Paul' }, { firstName: 'Paula' }] }],
])('%s: nothing of the customer is created', async (rule, changes) => {
  const { refusal, workspace } = await customers()
  expect(await refusal('POST', CUSTOMERS, ida(changes))).toEqual({ status: 400, rule, changed: false })
  expect(workspace.isUnchanged()).toBe(true)
})

test.each<[string, object]>([
  ['body.addresses', { addresses: undefined }],
  ['body.lastName', { lastName: '' }],
  ['body.addresses.0.addressType', { addresses: [{ ...home, addressType: 'PIGEON' }] }],
  ['body.birthDate', { birthDate: '22.10.1975' }],
  ['body.specificFields.a', { specificFields: { a: 1 } }],
  ['body.vulnerabilities.0.type', { vulnerabilities: [{ comment: 'since May' }] }],
])('a request that is wrong at %s is refused', async (path, changes) => {
  const { refusal } = await customers()
  const { status, rule, changed } = await refusal('POST', CUSTOMERS, ida(changes))
  expect([status, changed]).toEqual([400, false])
  expect(rule).toContain(`Bad request: ${path}`)
})

test('an external reference is unique within its issuer only', async () => {
  const { call, createCustomer } = await customers()
  await createCustomer(ida({ issuerCustomerExternalReference: 'NK-1' }))
  expect((await call('GET', `${CUSTOMERS}/external-customers/NK-1`)).body.data.lastName).toBe('Sommer')
  expect((await call('GET', '/api/v2/issuers/5678/customers/external-customers/NK-1')).body.data.lastName).toBe(
    'Keller',
  )
})
