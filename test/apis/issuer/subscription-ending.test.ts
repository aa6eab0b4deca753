import { expect, test } from 'vitest'
import {
  ACCOUNT,
  CARD,
  letters,
  ofHenri,
  onAccount,
  onCard,
  portal,
  SUBSCRIPTIONS,
  subscribing,
} from './subscribing.ts'

const NOW = '2026-03-02T09:00:00.000+00:00'
const APRIL = '2026-03-31T22:00:00.000+00:00'
const ALERT = { addonReference: 'ALERT' }
const sms = { serviceTypeReference: 'SMS', parameters: [{ reference: 'MOBILE_NUMBER', value: '+49 30 23125 010' }] }

test('a subscription ends now, keeps its fee, and is listed no more', async () => {
  const { call, at, subscribe, listed, fees } = await subscribing()
  await subscribe(letters())
  at('2026-03-10T12:00:00.000Z')
  const request = { ...ALERT, serviceTypeReference: 'LETTER', ...onAccount }
  const { status, body } = await call('POST', `${SUBSCRIPTIONS}/unsubscribe`, request)
  expect(status).toBe(200)
  expect(body.data).toStrictEqual({
    addonReference: 'ALERT',
    subscriptionDate: NOW,
    serviceTypeReference: 'LETTER',
    accountIdentifier: ACCOUNT,
  })
  expect(await listed()).toEqual([])
  expect(await fees()).toEqual([['ALERT', '2.50', NOW]])
  const { body: record } = await call('GET', '/_sandbox/records/issuer.subscriptions/ADDSUB_0000000000000001')
  expect(record.endDate).toBe('2026-03-10T12:00:00.000+00:00')
})

test('it cannot be ended twice, but subscribed to again', async () => {
  const { subscribe, end, listed } = await subscribing()
  expect(await end(ALERT)).toBe('subscription-unknown')
  await subscribe(letters())
  expect(await end(ALERT)).toBe('ALERT')
  expect(await end(ALERT)).toBe('subscription-ended')
  expect(await subscribe(letters())).toBe(NOW)
  expect(await listed()).toHaveLength(1)
  expect(await end(ALERT)).toBe('ALERT')
})

test('where several entities have the add-on the request must tell which', async () => {
  const { call, subscribe, end } = await subscribing()
  await subscribe(portal(onAccount))
  await subscribe(portal(onCard))
  const PORTAL = { addonReference: 'PORTAL_ACCESS' }
  expect(await end(PORTAL)).toBe('subscription-ambiguous')
  const external = { issuerCardContractExternalReference: CARD.issuerCardContractExternalReference }
  const { body } = await call('POST', `${SUBSCRIPTIONS}/unsubscribe`, { ...PORTAL, cardContractIdentifier: external })
  expect(body.data.cardContractIdentifier).toEqual(CARD)
  expect(await end({ ...PORTAL, ...onCard })).toBe('subscription-ended')
  expect(await end(PORTAL)).toBe('PORTAL_ACCESS')
})

test.each([
  ['subscription-unknown', { ...ALERT, serviceTypeReference: 'SMS' }],
  ['subscription-unknown', { ...ALERT, ...onCard }],
  ['account-not-of-contract', { ...ALERT, accountIdentifier: { accountReference: 'NONE' } }],
  ['card-contract-not-of-contract', { ...ALERT, cardContractIdentifier: { cardContractReference: 'NONE' } }],
  ['subscription-entity-ambiguous', { ...ALERT, ...onAccount, ...onCard }],
  [null, {}],
])('%s: %j', async (rule, request) => {
  const { subscribe, end, listed } = await subscribing()
  await subscribe(letters())
  expect(await end(request)).toBe(rule)
  expect(await listed()).toHaveLength(1)
})

test('one that is still to come disappears with its fee', async () => {
  const { subscribe, end, listed, fees, call } = await subscribing()
  await subscribe({ ...letters(), subscriptionDate: '2026-04-01' })
  expect(await fees()).toEqual([['ALERT', '2.50', APRIL]])
  expect(await end(ALERT)).toBe('ALERT')
  expect(await listed()).toEqual([])
  expect(await fees()).toEqual([])
  const { records } = (await call('GET', '/_sandbox/records/issuer.subscriptions')).body
  expect(records.filter(ofHenri)).toEqual([])
})

test('what was to be replaced goes on when the replacement is called off', async () => {
  const { subscribe, end, listed, at } = await subscribing()
  await subscribe(portal())
  await subscribe({
    ...letters(),
    subscriptionDate: '2026-04-01',
    subscriptionToReplaceAddonReference: 'PORTAL_ACCESS',
  })
  expect(await end(ALERT)).toBe('ALERT')
  at('2026-05-01T00:00:00Z')
  expect(await listed()).toEqual([['PORTAL', NOW]])
})

test('one that was ended before its replacement came stays ended when that is called off', async () => {
  const { subscribe, end, listed } = await subscribing()
  await subscribe(portal())
  await subscribe({
    ...letters(),
    subscriptionDate: '2026-04-01',
    subscriptionToReplaceAddonReference: 'PORTAL_ACCESS',
  })
  expect(await end({ addonReference: 'PORTAL_ACCESS' })).toBe('PORTAL_ACCESS')
  expect(await end(ALERT)).toBe('ALERT')
  expect(await listed()).toEqual([])
})

test('of a chain, the one in force is ended first; one called off leaves neither gap nor overlap', async () => {
  const { subscribe, end, listed, at } = await subscribing()
  const then = (subscriptionDate: string) => ({ subscriptionDate, subscriptionToReplaceAddonReference: 'ALERT' })
  await subscribe(letters())
  await subscribe({ ...letters(), ...sms, ...then('2026-04-01T00:00:00Z') })
  await subscribe({ ...letters(), ...then('2026-05-01T00:00:00Z') })
  expect(await end({ ...ALERT, serviceTypeReference: 'SMS' })).toBe('ALERT')
  at('2026-04-30T23:59:59.999Z')
  expect(await listed()).toEqual([
    ['LETTER', NOW],
    ['LETTER', '2026-05-01T00:00:00.000+00:00'],
  ])
  at('2026-05-01T00:00:00.000Z')
  expect(await listed()).toEqual([['LETTER', '2026-05-01T00:00:00.000+00:00']])
})

test('what a link of a chain replaced goes on when all that followed is called off', async () => {
  const { subscribe, end, listed, at } = await subscribing()
  const then = (subscriptionDate: string) => ({ subscriptionDate, subscriptionToReplaceAddonReference: 'ALERT' })
  await subscribe(letters())
  await subscribe({ ...letters(), ...sms, ...then('2026-04-01') })
  await subscribe({ ...portal(), ...then('2026-05-01') })
  expect(await end({ ...ALERT, serviceTypeReference: 'SMS' })).toBe('ALERT')
  expect(await end({ addonReference: 'PORTAL_ACCESS' })).toBe('PORTAL_ACCESS')
  at('2027-01-01T00:00:00Z')
  expect(await listed()).toEqual([['LETTER', NOW]])
})

test('after the end of a link the next one can still be called off', async () => {
  const { subscribe, end, listed } = await subscribing()
  await subscribe(letters())
  const later = { subscriptionDate: '2026-04-01', subscriptionToReplaceAddonReference: 'ALERT' }
  await subscribe({ ...letters(), ...sms, ...later })
  expect(await end(ALERT)).toBe('ALERT')
  expect(await listed()).toEqual([['SMS', APRIL]])
  expect(await end(ALERT)).toBe('ALERT')
  expect(await end(ALERT)).toBe('subscription-ended')
})

test('the list can be narrowed to members, and each ending counts, whatever its correlation id', async () => {
  const { call, subscribe } = await subscribing()
  await subscribe(portal())
  const { body } = await call('GET', `${SUBSCRIPTIONS}?filter=addonReference`)
  expect(body.data).toEqual([{ addonReference: 'PORTAL_ACCESS' }])
  const headers = { 'WL-Correlation-ID': 'one' }
  const request = { addonReference: 'PORTAL_ACCESS' }
  expect((await call('POST', `${SUBSCRIPTIONS}/unsubscribe`, request, headers)).status).toBe(200)
  expect((await call('POST', `${SUBSCRIPTIONS}/unsubscribe`, request, headers)).status).toBe(400)
})
