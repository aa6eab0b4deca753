import { expect, test } from 'vitest'
import { customers, EXTERNAL_LENA, LENA, NORA } from './customers.ts'

const KARL = `${LENA}/contacts/CON10000400001`
const notary = { name: 'Roth', type: 'Notary', birthDate: '1970-01-31T00:00:00.000Z' }

async function withContacts() {
  const made = await customers()
  const contacts = async (customer = LENA) => (await made.read(`${customer}?embed=contacts`)).contacts
  return { ...made, contacts }
}

test('a contact is added, and read with its customer', async () => {
  const { call, contacts, read } = await withContacts()
  const { body } = await call('POST', `${EXTERNAL_LENA}/contacts`, {
    ...notary,
    postalAddress: { townName: 'Kiel', country: 'DE', streetName: 'Kai', typeCode: '' },
  })
  expect(body.data).toStrictEqual({ contactIdentifier: { contactReference: 'CON10000700001' } })
  expect(await contacts()).toStrictEqual([
    {
      issuerId: '1234',
      name: 'Vogt',
      firstName: 'Karl',
      departmentName: 'Legal',
      contactIdentifier: { contactReference: 'CON10000400001' },
      type: 'Power of Attorney',
      birthDate: '1961-08-30',
      postalAddress: {
        streetName: 'Lindenweg',
        buildingNumber: '14',
        postCode: '10115',
        townName: 'Berlin',
        country: 'DE',
      },
    },
    {
      issuerId: '1234',
      name: 'Roth',
      contactIdentifier: { contactReference: 'CON10000700001' },
      type: 'Notary',
      birthDate: '1970-01-31',
      postalAddress: { streetName: 'Kai', townName: 'Kiel', country: 'DE' },
    },
  ])
  const { contactIdentifiers } = await read(`${LENA}?embed=contactIdentifiers`)
  expect(contactIdentifiers).toEqual([{ contactReference: 'CON10000400001' }, { contactReference: 'CON10000700001' }])
})

test('a retry by the other path of the customer adds nothing', async () => {
  const { call, contacts } = await withContacts()
  const headers = { 'WL-Correlation-ID': 'c-1' }
  const first = await call('POST', `${LENA}/contacts`, notary, headers)
  const retry = await call('POST', `${EXTERNAL_LENA}/contacts`, notary, headers)
  expect([retry.text, retry.headers.get('x-sandbox-replayed')]).toEqual([first.text, 'true'])
  expect(await contacts()).toHaveLength(2)
})

test('a department will do for a name', async () => {
  const { call, contacts } = await withContacts()
  expect((await call('POST', `${LENA}/contacts`, { departmentName: 'Accounts' })).status).toBe(200)
  expect((await contacts())[1]).toMatchObject({ departmentName: 'Accounts' })
})

test('a PUT empties what it leaves out, with a finding for each', async () => {
  const { call, contacts, findings } = await withContacts()
  const { body } = await call('PUT', KARL, { name: 'Vogt', departmentName: 'Tax', birthDate: null })
  expect(body.data).toStrictEqual({ contactIdentifier: { contactReference: 'CON10000400001' } })
  expect(findings()).toEqual([
    ['left-out', 'firstName'],
    ['left-out', 'type'],
    ['left-out', 'birthDate'],
    ['left-out', 'postalAddress'],
  ])
  expect(await contacts()).toStrictEqual([
    {
      issuerId: '1234',
      name: 'Vogt',
      departmentName: 'Tax',
      contactIdentifier: { contactReference: 'CON10000400001' },
    },
  ])
})

test('a contact is removed once', async () => {
  const { call, contacts, refusal } = await withContacts()
  const path = KARL.replace(LENA, EXTERNAL_LENA)
  const { body } = await call('DELETE', path)
  expect(body.data).toStrictEqual({ contactIdentifier: { contactReference: 'CON10000400001' } })
  expect(await contacts()).toEqual([])
  expect(await refusal('DELETE', path)).toEqual({ status: 404, rule: 'contact-unknown', changed: false })
})

test('contacts are no data of the customer: they leave its history and its update date alone', async () => {
  const { call, read } = await withContacts()
  await call('POST', `${LENA}/contacts`, notary)
  await call('PUT', KARL, { name: 'Vogt' })
  expect(await read(LENA)).not.toHaveProperty('lastUpdateDate')
  expect(await read(`${LENA}/customer-history`)).toHaveLength(1)
})

test.each<[string, string, object | undefined, number, string]>([
  ['POST', `${LENA}/contacts`, { firstName: 'Ida' }, 400, 'contact-name-missing'],
  ['POST', `${LENA}/contacts`, { name: '', departmentName: null }, 400, 'contact-name-missing'],
  ['PUT', KARL, { firstName: 'Ida' }, 400, 'contact-name-missing'],
  ['PUT', `${LENA}/contacts/CON00000000000`, notary, 404, 'contact-unknown'],
  ['PUT', `${NORA}/contacts/CON10000400001`, notary, 404, 'contact-unknown'],
  ['DELETE', `${NORA}/contacts/CON10000400001`, undefined, 404, 'contact-unknown'],
  ['POST', `${NORA}X/contacts`, notary, 404, 'customer-unknown'],
  ['POST', `${NORA}/contacts`, { name: 'Roth', postalAddress: { country: 'PE' } }, 400, 'country-unknown'],
])('%s %s %o is refused', async (method, path, body, status, rule) => {
  const { refusal } = await withContacts()
  expect(await refusal(method, path, body)).toEqual({ status, rule, changed: false })
})

test.each<[string, object]>([
  ['body.birthDate', { name: 'Roth', birthDate: '31.01.1970' }],
  ['body.postalAddress.country', { name: 'Roth', postalAddress: { townName: 'Kiel' } }],
])('a contact that is wrong at %s is refused', async (path, body) => {
  const { refusal } = await withContacts()
  const { status, rule } = await refusal('POST', `${LENA}/contacts`, body)
  expect(status).toBe(400)
  expect(rule).toContain(path)
})
