import { expect, test } from 'vitest'
import {
  asContracted,
  contractMembers,
  contractOperation,
  contractOperations,
  marks,
  mismatches,
  type Property,
} from './contract.ts'
import { ADDRESSES, CUSTOMER, henri, second } from './henri.ts'

const LENA = '/api/v2/issuers/1234/customers/CUS10000400001/addresses'
const JONAS = '/api/v2/issuers/1234/customers/CUS10000400002/addresses'
const MEHMET = '/api/v2/issuers/1234/customers/CUS10000400004/addresses'

const phone = {
  addressLabel: 'HOME_PHONE_NUMBER',
  addressType: 'PHONE',
  phone: { localPhoneNumber: '+49 30 23125009' },
}
const email = { addressLabel: 'PERSONAL_EMAIL', addressType: 'E_MAIL', emailAddress: { email: 'henri@example.com' } }

const { status, body: document } = await (await henri()).call('GET', '/openapi/issuer-address.json')

const requests: [method: string, path: string, body?: object][] = [
  ['GET', ADDRESSES],
  ['GET', `${LENA}?embed=addressUsages`],
  ['GET', `${LENA}?serviceCode=CARD_SERVICE&addressUsageName=CARD_DELIVERY`],
  ['GET', `${JONAS}?showHistory=true`],
  ['GET', `${MEHMET}?showHistory=true&embed=addressUsages`],
  ['GET', `${JONAS}/ADDREF_MAIN_POSTAL_ADDRESS_1000000000430021`],
  ['GET', `${LENA}/ADDREF_PRIVATE_MOBILE_PHONE_1000000000430013`],
  ['GET', `${LENA}/ADDREF_PERSONAL_EMAIL_1000000000430014?embed=addressUsages`],
  ['GET', `${LENA}/external-addresses/ADDRESS-202403150012`],
  ['POST', ADDRESSES, second('Bremen', { issuerAddressExternalReference: 'EXT-1' })],
  ['POST', ADDRESSES, second('Bremen', { temporary: true, endDate: '2026-05-01' })],
  ['POST', ADDRESSES, phone],
  ['POST', ADDRESSES, email],
  ['GET', `${ADDRESSES}?showHistory=true&embed=addressUsages`],
  [
    'POST',
    `${CUSTOMER.replace('CUS10000375016', 'external-customers/PERSON-2023012600001A')}/addresses`,
    second('Kiel'),
  ],
  ['GET', `${CUSTOMER.replace('CUS10000375016', 'external-customers/PERSON-2023012600001A')}/addresses`],
]

test('every success fits the contract’s schema of its operation', async () => {
  const { call } = await henri()
  for (const [method, path, body] of requests) {
    const answer = await call(method, path, body)
    expect(answer.status, path).toBe(200)
    const { responseSchema } = contractOperation(answer.headers.get('x-sandbox-operation') ?? '')
    expect(mismatches(answer.body, responseSchema), path).toEqual([])
    expect(Object.keys(answer.body)).toEqual(['responseMetadata', 'data'])
  }
})

test('an address of Jonas shows the temporary version with its end, one of Mehmet its status and that it is invalid', async () => {
  const { call } = await henri()
  const jonas = await call('GET', JONAS)
  expect(jonas.body.data).toMatchObject([
    { postalAddress: { townName: 'Madrid' }, temporary: true, endDate: '2030-06-01T00:00:00.000+00:00' },
  ])
  const mehmet = await call('GET', MEHMET)
  expect(mehmet.body.data).toMatchObject([{ postalAddress: { townName: 'Köln' }, invalid: true }])
  const second = await call('GET', `${MEHMET}/ADDREF_SECOND_POSTAL_ADDRESS_1000000000430042`)
  expect(second.body.data).toMatchObject({ status: 'INACTIVE', statusDate: '2025-02-01T09:30:00.000+00:00' })
})

test('operations stand on the contract’s paths with the contract’s parameters', async () => {
  const { insides } = await henri()
  const { faces } = await insides()
  const face = faces.find(({ name }) => name === 'issuer')
  const served = face?.operations.filter(({ path }) => path.startsWith('/api/v2')) ?? []
  const operations = served.filter(({ path }) => !path.includes('/contracts/'))
  // Of the adjacent operations the contract has no more than the path (contract 2).
  expect(served.filter((operation) => !operations.includes(operation)).map(({ id }) => id)).toEqual([
    'listAddonsSubscriptionsForContract',
    'removeAddOnSubscription',
  ])
  const ids = contractOperations.map(({ operationId }) => operationId)
  expect(operations.map(({ id }) => id).sort()).toEqual(ids.sort())
  for (const operation of operations) {
    const documented = contractOperation(operation.id)
    expect([operation.method.toUpperCase(), operation.path]).toEqual([documented.method, `/api/v2${documented.path}`])
    expect(shapeOf(operation.params)).toEqual([...documented.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name))
    expect(shapeOf(operation.query).sort()).toEqual(documented.query.map(({ name }) => name).sort())
    expect(shapeOf(operation.headers)).toEqual(['WL-Correlation-ID', 'WL-Origin', 'WL-Username'])
  }
})

const shapeOf = (schema: unknown): string[] =>
  Object.keys((schema as { _zod: { def: { shape?: object } } } | undefined)?._zod.def.shape ?? {})

test('the description of the API can be made', () => {
  expect(status).toBe(200)
  const { post } = document.paths['/api/v2/issuers/{issuerId}/customers/{customerReference}/addresses']
  expect(post.operationId).toBe('createAddress')
  const request = document.components.schemas.CreateAddressRequest
  expect(request.required).toEqual(['addressLabel', 'addressType'])
  const formats = request.properties.startDate.anyOf.map(({ format }: { format?: string }) => format)
  expect(formats, 'a date, a date-time, a time without an offset').toEqual(['date', 'date-time', undefined])
})

test('parameters of the query are described with the contract’s types, values, formats and defaults', () => {
  for (const { operationId, method, path, query } of contractOperations) {
    const { parameters } = document.paths[`/api/v2${path}`][method.toLowerCase()]
    for (const { name, required, style: _, explode: __, ...documented } of query) {
      const described = parameters.find((parameter: Described) => parameter.in === 'query' && parameter.name === name)
      expect(described?.required ?? false, `${operationId} ${name}`).toBe(required)
      const { anyOf: _, examples: __, ...schema } = described?.schema ?? {}
      expect(schema, `${operationId} ${name}`).toEqual(documented)
    }
  }
})

type Described = { in: string; name: string }

test.each([
  'Address',
  'MailAddress',
  'CreateAddressRequest',
  'CreateAddressRequestMailAddress',
  'ModifyAddressRequest',
  'ModifyAddressRequestMailAddress',
  'ResponseMetadata',
  'Customer',
  'CustomerHistory',
  'CreateCustomerRequest',
  'ModifyCustomerRequest',
  'ModifyCustomerRequestContact',
  'Contact',
  'CreateContactRequest',
  'ModifyContactRequest',
  'CreateAddOnSubscriptionRequest',
  'CreateAddOnSubscriptionResponse',
  'AddOnSubscription',
])('the description of %s has the contract’s formats, defaults and deprecations', (name) => {
  const documented = marks(contractMembers(name))
  expect(documented).not.toEqual([])
  const described = Object.entries(document.components.schemas[name].properties as Record<string, Property>)
  const properties = Object.fromEntries(described.map(([member, property]) => [member, asContracted(property)]))
  expect(marks(properties).sort()).toEqual(documented.sort())
})
