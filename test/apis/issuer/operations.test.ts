import { expect, test } from 'vitest'
import { othersFound, sandbox } from '../../harness.ts'
import { type ContractOperation, contractOperations, mismatches } from './contract.ts'
import { second } from './henri.ts'

// Every operation of the contract, on its own path. What is asked of it depends on its behaviour alone, not on the
// references that its path takes.

const { call } = await sandbox()

const LENA = '/api/v2/issuers/1234/customers/CUS10000400001'
const SECOND = `${LENA}/addresses/ADDREF_SECOND_POSTAL_ADDRESS_1000000000430012`

/** What the paths name: Lena of the quickstart, her second address, the version that is made for it, and her contact. */
const references: Record<string, string> = {
  issuerId: '1234',
  customerReference: 'CUS10000400001',
  issuerCustomerExternalReference: 'PERSON-2024031500002B',
  addressReference: 'ADDREF_SECOND_POSTAL_ADDRESS_1000000000430012',
  issuerAddressExternalReference: 'ADDRESS-202403150012',
  addressVersionReference: 'ADDVER_1000000000440549',
  contactReference: 'CON10000400001',
}

const CARDS = 'serviceCode=CARD_SERVICE&addressUsageName=CARD_DELIVERY'
const card = { addressUsageName: 'CARD_DELIVERY', serviceCode: 'CARD_SERVICE' }

const postalAddress = { boxNumber: '4712', postCode: '10117', townName: 'Berlin', country: 'DE' }

type Asked = { body?: object; query?: string; before?: [method: string, path: string, body?: object][] }

/** By method and schema of the answer: the twenty-one behaviours. */
const asked: Record<string, Asked> = {
  'POST CreateAddressResponse': { body: second('Kiel', { addressUsages: [card], startDate: '2026-05-01' }) },
  'GET Address': { query: 'embed=addressUsages' },
  'GET ListAddress': { query: 'showHistory=true&embed=addressUsages' },
  'PUT ModifyAddressResponse': { body: { ...second('Kiel', { addressUsages: [card] }), postalAddress } },
  'POST ActivateAddressResponse': {
    before: [
      ['DELETE', `${SECOND}/address-usages?${CARDS}`],
      ['POST', `${SECOND}/deactivate`],
    ],
  },
  'POST DeactivateAddressResponse': { before: [['DELETE', `${SECOND}/address-usages?${CARDS}`]] },
  'POST InvalidateAddressResponse': {},
  'POST CreateAddressUsageResponse': { body: { ...card, entityReference: '12342000000000095003' } },
  'DELETE DeleteAddressUsageResponse': { query: CARDS },
  'GET AddressVersions': { before: [['POST', `${SECOND}/invalidate`]] },
  'DELETE DeleteAddress': { before: [['POST', `${LENA}/addresses`, second('Kiel', { startDate: '2026-05-01' })]] },
  'GET ListCustomer': { query: 'lastName=Vo&partialSearch=true' },
  'GET Customer': { query: 'embed=addresses.addressUsages&embed=contacts&embed=addressIdentifiers' },
  'POST CreateCustomerResponse': {
    query: 'embed=customer.addresses&embed=customer.contacts',
    body: {
      firstName: 'Ida',
      lastName: 'Sommer',
      addresses: [{ ...second('Berlin'), addressLabel: 'MAIN_POSTAL_ADDRESS' }],
      contacts: [{ name: 'Sommer' }],
    },
  },
  'PUT ModifyCustomerResponse': {
    body: {
      firstName: 'Lena',
      lastName: 'Brandt',
      sex: 'female',
      birthDate: '1988-04-02',
      contacts: [{ name: 'Vogt' }],
    },
  },
  'PATCH ModifyCustomerResponse': { body: { lastName: 'Brandt' } },
  'GET CustomerHistory': { before: [['PATCH', LENA, { lastName: 'Brandt' }]] },
  'POST CreateContactResponse': { body: { name: 'Vogt', firstName: 'Karla' } },
  'PUT ModifyContactResponse': {
    body: {
      name: 'Vogt',
      firstName: 'Karla',
      departmentName: 'Legal',
      type: 'Power of Attorney',
      birthDate: '1961-08-30',
      postalAddress: { ...postalAddress, streetName: 'Lindenweg', buildingNumber: '16' },
    },
  },
  'DELETE RemoveContactResponse': {},
}

/** Only the documented customer has a contract. */
const subscribing = {
  references: {
    ...references,
    customerReference: 'CUS10000375016',
    issuerCustomerExternalReference: 'PERSON-2023012600001A',
  },
  body: {
    createAddressRequest: second('Kiel'),
    createAddOnSubscriptionRequest: {
      addonReference: 'ALERT',
      serviceTypeReference: 'LETTER',
      accountIdentifier: { accountReference: 'ACC10000375016' },
    },
    contractReference: '7f3d1c52-9a60-4a6e-8c1d-2b5e0f4a9d11',
  },
}

function requestOf({ method, path, responseSchema }: ContractOperation, changed: Record<string, string> = {}) {
  const name = `${method} ${responseSchema.replace('ApiResponseEntity', '')}`
  const subscribes = name === 'POST CreateAddressAndSubscriptionResponse'
  const request: Asked | undefined = subscribes ? { body: subscribing.body } : asked[name]
  if (!request) throw new Error(`nothing is asked of ${name}`)
  const named: Record<string, string> = { ...(subscribes ? subscribing.references : references), ...changed }
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, parameter: string) => encodeURIComponent(named[parameter] ?? ''))
  return { ...request, path: `/api/v2${filled}${request.query ? `?${request.query}` : ''}` }
}

/** Sends to a workspace of its own. */
const caller = (workspace: string) => (method: string, path: string, body?: object) =>
  call(method, `/w/${workspace}${path}`, body)

async function prepared(workspace: string, { before = [] }: Asked) {
  const send = caller(workspace)
  for (const step of before) {
    const { status, text } = await send(...step)
    if (status !== 200) throw new Error(text)
  }
  return send
}

const numbered = contractOperations.map((operation, index) => ({ ...operation, workspace: `operation-${index + 1}` }))

test('the contract has 58 operations and 21 behaviours', () => {
  expect(contractOperations).toHaveLength(58)
  const behaviours = new Set(contractOperations.map(({ method, responseSchema }) => `${method} ${responseSchema}`))
  expect(behaviours.size).toBe(Object.keys(asked).length + 1)
  expect(behaviours.size).toBe(21)
})

test.each(numbered)('$operationId answers on its path, in its schema', async (operation) => {
  const { path, body, ...more } = requestOf(operation)
  const send = await prepared(operation.workspace, more)
  const answer = await send(operation.method, path, body)
  expect(answer.status, answer.text).toBe(200)
  expect(answer.headers.get('x-sandbox-operation')).toBe(operation.operationId)
  expect(othersFound(answer.headers)).toBeNull()
  expect(Object.keys(answer.body)).toEqual(['responseMetadata', 'data'])
  expect(mismatches(answer.body, operation.responseSchema)).toEqual([])
  expect(Array.isArray(answer.body.data) ? answer.body.data.length : Object.keys(answer.body.data).length).not.toBe(0)
})

test.each(numbered)('$operationId knows nothing that is not there', async (operation) => {
  const send = await prepared(`${operation.workspace}-unknown`, requestOf(operation))
  for (const parameter of operation.pathParams) {
    const { path, body } = requestOf(operation, { [parameter]: 'NOWHERE' })
    const answer = await send(operation.method, path, body)
    expect(answer.status, path).toBe(404)
    expect(answer.headers.get('x-sandbox-operation')).toBe(operation.operationId)
    expect(answer.headers.get('x-sandbox-rule')).toBe(rules[parameter])
    expect(answer.body).toStrictEqual({
      responseMetadata: {
        correlationId: expect.any(String),
        responseDateTime: expect.stringMatching(/^2026-03-02T\d\d:00:00\.000\+0[01]00$/),
        statusCode: 404,
        statusMessage: expect.stringMatching(/^Not found: ./),
      },
    })
  }
})

const rules: Record<string, string> = {
  issuerId: 'issuer-unknown',
  customerReference: 'customer-unknown',
  issuerCustomerExternalReference: 'customer-unknown',
  addressReference: 'address-unknown',
  issuerAddressExternalReference: 'address-unknown',
  addressVersionReference: 'version-unknown',
  contactReference: 'contact-unknown',
}
