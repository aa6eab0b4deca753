import { expect, test } from 'vitest'
import { accounts } from '../../../src/apis/issuer/subscriptions/records/contract.ts'
import { others, othersFound } from '../../harness.ts'
import { mismatches } from './contract.ts'
import { ADDRESSES, EXTERNAL_CUSTOMER } from './henri.ts'
import {
  ACCOUNT,
  CARD,
  CONTRACT,
  letters,
  onAccount,
  onCard,
  portal,
  SUBSCRIPTIONS,
  subscribing,
  TOGETHER,
  together,
} from './subscribing.ts'

const HEADERS = { 'WL-Correlation-ID': 'b1e7' }
const NOW = '2026-03-02T09:00:00.000+00:00'

test('an address and a subscription are made together, and the fee is on the account', async () => {
  const { call, fees } = await subscribing()
  const { status, body, headers } = await call('POST', TOGETHER, together(letters()), HEADERS)
  expect(status).toBe(200)
  expect(othersFound(headers)).toBeNull()
  expect(body.data).toStrictEqual({
    createAddressResponse: {
      addressIdentifier: { addressReference: 'ADDREF_PERSONAL_EMAIL_1000000000440549' },
    },
    createAddOnSubscriptionResponse: { addonReference: 'ALERT', subscriptionDate: NOW, accountIdentifier: ACCOUNT },
  })
  expect(mismatches(body, 'ApiResponseEntityCreateAddressAndSubscriptionResponse')).toEqual([])
  const list = await call('GET', SUBSCRIPTIONS)
  expect(list.body.data).toStrictEqual([
    { addonReference: 'ALERT', subscriptionDate: NOW, serviceTypeReference: 'LETTER', accountIdentifier: ACCOUNT },
  ])
  expect((await call('GET', ADDRESSES)).body.data).toHaveLength(2)
  expect(await fees()).toEqual([['ALERT', '2.50', NOW]])
})

test('by the external path of the customer it is the same, and a retry of the other is a retry', async () => {
  const [own, external] = [await subscribing(), await subscribing()]
  const path = `${EXTERNAL_CUSTOMER}/addresses-and-subscriptions`
  const first = await own.call('POST', TOGETHER, together(letters()), HEADERS)
  expect((await external.call('POST', path, together(letters()), HEADERS)).text).toBe(first.text)
  expect(external.workspace.digest()).toBe(own.workspace.digest())
  const retry = await own.call('POST', path, together(letters()), HEADERS)
  expect(retry.headers.get('x-sandbox-replayed')).toBe('true')
  expect(retry.text).toBe(first.text)
  expect(await own.listed()).toHaveLength(1)
  expect(await own.fees()).toHaveLength(1)
})

test('the same correlation id for an address alone is no retry', async () => {
  const { call } = await subscribing()
  const { createAddressRequest } = together(letters())
  const alone = await call('POST', ADDRESSES, createAddressRequest, HEADERS)
  const both = await call('POST', TOGETHER, together(letters()), HEADERS)
  expect([alone.status, both.status]).toEqual([200, 200])
  expect(both.headers.get('x-sandbox-replayed')).toBeNull()
})

test('a refused half leaves nothing of the other, and may succeed later under the same id', async () => {
  const { call, subscribe, listed, fees, workspace } = await subscribing()
  const digest = workspace.digest()
  const noAddress = together(letters(), { createAddressRequest: { addressLabel: 'NONE', addressType: 'PHONE' } })
  const refused = await call('POST', TOGETHER, noAddress, HEADERS)
  expect(refused.headers.get('x-sandbox-rule')).toBe('label-unknown')
  expect(await subscribe({ ...letters(), addonReference: 'INSURANCE' })).toBe('add-on-not-allowed')
  expect(await listed()).toEqual([])
  expect(await fees()).toEqual([])
  expect((await call('GET', ADDRESSES)).body.data).toHaveLength(1)
  expect(workspace.digest()).toBe(digest)
  expect((await call('POST', TOGETHER, together(letters()), HEADERS)).status).toBe(200)
})

test.each([
  [{ accountIdentifier: { issuerAccountExternalReference: ACCOUNT.issuerAccountExternalReference } }, ACCOUNT],
  [{ accountIdentifier: { accountReference: 'ACC10000375016', issuerAccountExternalReference: 'OTHER' } }, ACCOUNT],
  [{ ...onAccount, cardContractIdentifier: {} }, ACCOUNT],
  [{ ...onAccount, cardContractIdentifier: { cardContractReference: '' } }, ACCOUNT],
  [{ cardContractIdentifier: { issuerCardContractExternalReference: 'CARDCONTRACT-202301260001' } }, CARD],
  [{ cardContractIdentifier: { ...CARD, issuerCardContractExternalReference: 'OTHER' } }, CARD],
])('%j names the account or card contract', async (identifiers, found) => {
  const { call } = await subscribing()
  const { body } = await call('POST', TOGETHER, together(portal(identifiers)))
  const { accountIdentifier, cardContractIdentifier } = body.data.createAddOnSubscriptionResponse
  expect(accountIdentifier ?? cardContractIdentifier).toStrictEqual(found)
  expect(accountIdentifier && cardContractIdentifier).toBeUndefined()
})

test.each([
  ['subscription-entity-missing', { accountIdentifier: {} }],
  ['subscription-entity-ambiguous', { ...onAccount, cardContractIdentifier: CARD }],
  ['account-not-of-contract', { accountIdentifier: { accountReference: 'ACC10000500001' } }],
  ['account-not-of-contract', { accountIdentifier: { issuerAccountExternalReference: 'NOBODY' } }],
  ['card-contract-not-of-contract', { cardContractIdentifier: { cardContractReference: '1' } }],
])('%s: %j', async (rule, identifiers) => {
  const { subscribe } = await subscribing()
  expect(await subscribe(portal(identifiers))).toBe(rule)
})

test('what is wrong is told in order: contract, address, add-on, service type, parameters, entity', async () => {
  const { refusal } = await subscribing()
  const wrong = { addonReference: 'X', serviceTypeReference: 'Y', parameters: [{ reference: 'Z' }] }
  const createAddressRequest = { addressLabel: 'NONE', addressType: 'PHONE' }
  const rule = async (...request: Parameters<typeof together>) => {
    const refused = await refusal('POST', TOGETHER, together(...request))
    expect(refused.changed).toBe(false)
    return [refused.status, refused.rule]
  }
  expect([
    await rule(wrong, { contractReference: 'NONE', createAddressRequest }),
    await rule(wrong, { createAddressRequest }),
    await rule(wrong),
    await rule({ ...wrong, addonReference: 'ALERT' }),
    await rule({ ...wrong, ...letters({}) }),
    await rule(letters({})),
  ]).toEqual([
    [404, 'contract-unknown'],
    [400, 'label-unknown'],
    [400, 'add-on-not-allowed'],
    [400, 'service-type-unknown'],
    [400, 'parameter-unknown'],
    [400, 'subscription-entity-missing'],
  ])
})

test('an account of another contract of the same issuer is refused', async () => {
  const { subscribe, workspace } = await subscribing()
  accounts(workspace).put({
    ...{ id: 'ACC2', issuerId: '1234', accountReference: 'ACC2', issuerAccountExternalReference: 'SECOND' },
    ...{ contractReference: 'another', fees: [] },
  })
  expect(await subscribe(portal({ accountIdentifier: { accountReference: 'ACC2' } }))).toBe('account-not-of-contract')
  const external = { accountIdentifier: { issuerAccountExternalReference: 'SECOND' } }
  expect(await subscribe(portal(external))).toBe('account-not-of-contract')
})

const MOBILE = { reference: 'MOBILE_NUMBER', value: '+49 30 23125 010' }

test.each<[string, string, object[] | undefined]>([
  ['parameter-missing', 'SMS', undefined],
  ['parameter-missing', 'SMS', [{ reference: 'MOBILE_NUMBER' }]],
  ['parameter-missing', 'SMS', [{ reference: 'MOBILE_NUMBER', value: '' }]],
  ['parameter-unknown', 'SMS', [MOBILE, { reference: 'COLOUR', value: 'blue' }]],
  ['parameter-unknown', 'LETTER', [MOBILE]],
  ['parameter-repeated', 'SMS', [MOBILE, MOBILE]],
])('%s of %s: %j', async (rule, serviceTypeReference, parameters) => {
  const { subscribe } = await subscribing()
  expect(await subscribe({ ...letters(), serviceTypeReference, parameters })).toBe(rule)
})

test('parameters are shown as the service type defines them; an optional one may be left out', async () => {
  const { call, subscribe } = await subscribing()
  const sms = { ...letters(), serviceTypeReference: 'SMS', parameters: [{ ...MOBILE, type: 'TEXT' }] }
  const { headers } = await call('POST', TOGETHER, together(sms))
  expect(othersFound(headers)).toBeNull()
  const notification = { addonReference: 'NOTIFICATION', serviceTypeReference: 'E_MAIL' }
  expect(await subscribe({ ...notification, ...onAccount })).toBe(NOW)
  expect(await subscribe({ ...notification, ...onCard, parameters: [{ reference: 'LANGUAGE', value: 'de' }] })).toBe(
    NOW,
  )
  const { data } = (await call('GET', SUBSCRIPTIONS)).body
  expect(data.map(({ parameters }: { parameters: object[] }) => parameters)).toEqual([
    [{ value: '+49 30 23125 010', type: 'TEXT', optional: false, reference: 'MOBILE_NUMBER' }],
    undefined,
    [{ value: 'de', optional: true, reference: 'LANGUAGE' }],
  ])
  for (const item of data) expect(mismatches(item, 'AddOnSubscription')).toEqual([])
})

test('remarks on the address say where in the body it stands', async () => {
  const { call, workspace } = await subscribing()
  const { createAddressRequest } = together(portal())
  const request = { ...createAddressRequest, startDate: '2027-01-01', phone: { localPhoneNumber: '1' } }
  await call('POST', TOGETHER, together(portal(), { createAddressRequest: request }))
  expect(others(workspace.findings).map(({ kind, path }) => [kind, path])).toEqual([
    ['ignored-data', 'createAddressRequest.phone'],
    ['ignored-start-date', 'createAddressRequest.startDate'],
  ])
})

test.each([
  [404, 'contract-unknown', { contractReference: 'NONE' }],
  [400, null, { contractReference: undefined }],
  [400, null, { createAddOnSubscriptionRequest: undefined }],
  [400, null, { createAddressRequest: undefined }],
  [400, null, { createAddOnSubscriptionRequest: { ...portal(), serviceTypeReference: '' } }],
  [400, null, { createAddOnSubscriptionRequest: { ...portal(), subscriptionDate: 'soon' } }],
  [400, null, { createAddOnSubscriptionRequest: { ...portal(), parameters: [{ value: 'x' }] } }],
])('%i %s: %j', async (status, rule, changes) => {
  const { call } = await subscribing()
  const answer = await call('POST', TOGETHER, together(portal(), changes))
  expect([answer.status, answer.headers.get('x-sandbox-rule')]).toEqual([status, rule])
})

test('a contract is another customer’s, or another issuer’s', async () => {
  const { call } = await subscribing()
  const lena = await call(
    'POST',
    '/api/v2/issuers/1234/customers/CUS10000400001/addresses-and-subscriptions',
    together(portal()),
  )
  expect([lena.status, lena.headers.get('x-sandbox-rule')]).toEqual([400, 'contract-of-another-customer'])
  for (const [issuer, rule] of [
    ['5678', 'contract-unknown'],
    ['9999', 'issuer-unknown'],
  ]) {
    const list = await call('GET', `/api/v2/issuers/${issuer}/contracts/${CONTRACT}/addon-subscriptions`)
    expect([list.status, list.headers.get('x-sandbox-rule')]).toEqual([404, rule])
  }
})
