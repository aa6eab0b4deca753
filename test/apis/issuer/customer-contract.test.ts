import { expect, test } from 'vitest'
import { contractOperation, mismatches } from './contract.ts'
import { CUSTOMERS, customers, EXTERNAL_LENA, home, ida, LENA } from './customers.ts'

const EMBED_ALL = ['addressIdentifiers', 'addresses', 'contactIdentifiers', 'contacts', 'addresses.addressUsages'].map(
  (name) => `embed=${name}`,
)

const postalAddress = { line1: 'c/o Roth', streetName: 'Kai', townName: 'Kiel', country: 'DE', courtesyTitle: 'Dr.' }
const contact = { name: 'Roth', firstName: 'Paul', sex: 'male', birthDate: '1970-01-31', type: 'Notary', postalAddress }

/** Every attribute that an update takes. */
const everything = {
  ...{ courtesyTitle: 'Dr.', lastName: 'Vogt', firstName: 'Lena', secondFirstName: 'Marie', maidenName: 'Roth' },
  ...{ onlineRiskCategory: 'Business', offlineRiskCategory: 'Student', commercialStatus: 'Bankruptcy' },
  ...{ correspondenceName: 'L. Vogt', sex: 'female', birthDate: '1988-04-02T00:00:00Z', birthPlace: 'Kiel' },
  ...{ nationality: 'DE', profession: 'Pilot', employerName: 'Sky', employerAddress: 'Airport 1', monthlySalary: '1' },
  ...{ maritalStatus: 'married', preferredCorrespondenceLanguage: 'de', picture: 'l.png', url1: 'a', url2: 'b' },
  ...{ secretQuestion: 'Pet?', secretAnswer: 'Rex', vatNumber: '1', vatCountry: 'DE', customerClass: 'A' },
  ...{ employee: false, partnerExternalReference: 'P-1', doNotContact: true, specificFields: { a: '1' } },
  ...{ vulnerabilities: [{ type: 'SIGHT', comment: 'x' }], vulnerabilityIndicator: true, vulnerabilityNote: 'y' },
}

const requests: [method: string, path: string, body?: object][] = [
  ['POST', `${CUSTOMERS}/CUS10000400001/contacts`, contact],
  ['POST', `${EXTERNAL_LENA}/contacts`, { ...contact, departmentName: 'Legal', description: 'Signs' }],
  ['PUT', `${LENA}/contacts/CON10000700001`, contact],
  ['PUT', `${EXTERNAL_LENA}/contacts/CON10000700002`, contact],
  ['DELETE', `${LENA}/contacts/CON10000700001`],
  ['DELETE', `${EXTERNAL_LENA}/contacts/CON10000700002`],
  ['PUT', LENA, everything],
  ['PUT', EXTERNAL_LENA, { ...everything, contacts: [contact] }],
  ['PATCH', LENA, { profession: 'Judge', contacts: [contact, contact] }],
  ['PATCH', EXTERNAL_LENA, everything],
  ['GET', `${LENA}?${EMBED_ALL.join('&')}`],
  ['GET', `${EXTERNAL_LENA}?${EMBED_ALL.join('&')}`],
  ['GET', `${LENA}/customer-history`],
  ['GET', `${EXTERNAL_LENA}/customer-history?periodStartDateTime=2020-01-01T00:00:00Z`],
  ['POST', CUSTOMERS, ida()],
  [
    'POST',
    `${CUSTOMERS}?embed=customer.addressIdentifiers&embed=customer.addresses&embed=customer.contacts`,
    ida({ ...everything, contacts: [{ ...contact, departmentName: 'Legal' }], addresses: [home] }),
  ],
  ['GET', `${CUSTOMERS}?offset=2&page=1`],
]

test('every success fits the contract’s schema of its operation', async () => {
  const { call } = await customers()
  const called = new Set<string>()
  for (const [method, path, body] of requests) {
    const answer = await call(method, path, body)
    expect(answer.status, `${method} ${path} ${answer.text}`).toBe(200)
    const operation = answer.headers.get('x-sandbox-operation') ?? ''
    called.add(operation)
    expect(mismatches(answer.body, contractOperation(operation).responseSchema), `${method} ${path}`).toEqual([])
  }
  expect(called.size).toBe(16)
})

test('a customer keeps every attribute that is sent', async () => {
  const { call, read } = await customers()
  await call('PUT', LENA, everything)
  const whole = { ...everything, birthDate: '1988-04-02T00:00:00.000+00:00' }
  expect(await read(LENA)).toMatchObject(whole)
  expect((await read(`${LENA}/customer-history`))[1]).toMatchObject(whole)
  const { customerClass, ...known } = everything
  const { body } = await call('POST', `${CUSTOMERS}?embed=customer`, ida(known))
  const { customerClass: _, ...kept } = whole
  expect(body.data.customer).toMatchObject(kept)
})

test('requests and answers are described with the members of the contract', async () => {
  const { call } = await customers()
  const { schemas } = (await call('GET', '/openapi/issuer-address.json')).body.components
  expect(schemas.CreateCustomerRequest.required).toEqual(['firstName', 'lastName', 'addresses'])
  expect(schemas.ModifyCustomerRequest.required).toBeUndefined()
  expect(Object.keys(schemas.ModifyCustomerRequest.properties)).toContain('customerClass')
  expect(schemas.Contact.properties.birthDate).toMatchObject({ type: 'string', format: 'date' })
})
