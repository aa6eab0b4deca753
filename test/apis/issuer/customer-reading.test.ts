import { expect, test } from 'vitest'
import { CUSTOMERS, customers, EXTERNAL_LENA, LENA } from './customers.ts'
import { CUSTOMER } from './henri.ts'

const lena = {
  issuerId: '1234',
  customerIdentifier: {
    customerReference: 'CUS10000400001',
    issuerCustomerExternalReference: 'PERSON-2024031500002B',
  },
  birthDate: '1988-04-02T00:00:00.000+00:00',
  commercialStatus: 'Normal',
  firstName: 'Lena',
  lastName: 'Vogt',
  offlineRiskCategory: 'Standard',
  onlineRiskCategory: 'Standard',
  sex: 'female',
}

test('a customer is read by either reference, with what is known of her and nothing else', async () => {
  const { read } = await customers()
  expect(await read(LENA)).toStrictEqual(lena)
  expect(await read(EXTERNAL_LENA)).toStrictEqual(lena)
})

test('members stand in the order of the contract', async () => {
  const { call } = await customers()
  const { text } = await call('GET', `${LENA}?embed=contacts`)
  expect(text).toContain(JSON.stringify({ data: { ...lena, contacts: [] } }).slice(1, -3))
})

test('each embedded member comes when it is asked for, alone', async () => {
  const { read } = await customers()
  const embedded = async (...names: string[]) => {
    const customer = await read(`${LENA}?${names.map((name) => `embed=${name}`).join('&')}`)
    return Object.keys(customer).filter((name) => !(name in lena))
  }
  expect(await embedded('addressIdentifiers')).toEqual(['addressIdentifiers'])
  expect(await embedded('contactIdentifiers')).toEqual(['contactIdentifiers'])
  expect(await embedded('contacts', 'addresses')).toEqual(['addresses', 'contacts'])
  expect(await embedded('addresses.addressUsages')).toEqual(['addresses'])
})

test('embedded addresses have their usages only when those are asked for', async () => {
  const { read } = await customers()
  const { addresses } = await read(`${LENA}?embed=addresses`)
  expect(addresses).toHaveLength(4)
  for (const address of addresses) expect(address).not.toHaveProperty('addressUsages')
  const served = await read(`${LENA}?embed=addresses.addressUsages`)
  expect(served.addresses.map(({ addressUsages }: { addressUsages: object[] }) => addressUsages)).toEqual([
    [],
    [{ addressUsageName: 'CARD_DELIVERY', serviceCode: 'CARD_SERVICE' }],
    [],
    [{ addressUsageName: 'STATEMENT_SENDING', serviceCode: 'ACCOUNT_SERVICE' }],
  ])
})

test('embedded addresses are the active ones, as they are now', async () => {
  const { read, at } = await customers()
  const towns = async (customer: string) => {
    const { addresses, addressIdentifiers } = await read(`${customer}?embed=addresses&embed=addressIdentifiers`)
    expect(addressIdentifiers).toEqual(
      addresses.map(({ addressIdentifier }: { addressIdentifier: object }) => addressIdentifier),
    )
    return addresses.map(({ postalAddress }: { postalAddress: { townName: string } }) => postalAddress.townName)
  }
  const [jonas, amelie, mehmet] = ['2', '3', '4'].map((number) => `${CUSTOMERS}/CUS1000040000${number}`)
  expect(await towns(jonas as string)).toEqual(['Madrid'])
  at('2030-06-01T00:00:00Z')
  expect(await towns(jonas as string)).toEqual(['Hamburg'])
  expect(await towns(amelie as string)).toEqual(['Paris'])
  expect(await towns(mehmet as string)).toEqual(['Köln'])
})

test('a filter selects members, of embedded lists too', async () => {
  const { read } = await customers()
  const path = `${LENA}?embed=contacts&filter=lastName&filter=contacts.contactIdentifier`
  expect(await read(path)).toStrictEqual({
    lastName: 'Vogt',
    contacts: [{ contactIdentifier: { contactReference: 'CON10000400001' } }],
  })
})

test.each([
  [`${CUSTOMERS}/CUS00000000000`, 404, 'customer-unknown'],
  ['/api/v2/issuers/5678/customers/CUS10000400001', 404, 'customer-unknown'],
  [`${CUSTOMERS}/external-customers/NOBODY`, 404, 'customer-unknown'],
  ['/api/v2/issuers/9999/customers/CUS10000400001', 404, 'issuer-unknown'],
  ['/api/v2/issuers/9999/customers', 404, 'issuer-unknown'],
  [`${CUSTOMERS}/CUS00000000000/customer-history`, 404, 'customer-unknown'],
])('%s is not there', async (path, status, rule) => {
  const { refusal } = await customers()
  expect(await refusal('GET', path)).toEqual({ status, rule, changed: false })
})

test('an embed outside the list is refused', async () => {
  const { refusal } = await customers()
  expect((await refusal('GET', `${CUSTOMER}?embed=hobbies`)).status).toBe(400)
})
