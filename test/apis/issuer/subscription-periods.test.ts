import { expect, test } from 'vitest'
import { letters, ofHenri, onAccount, onCard, portal, subscribing } from './subscribing.ts'

const NOW = '2026-03-02T09:00:00.000+00:00'
const MOBILE = [{ reference: 'MOBILE_NUMBER', value: '+49 30 23125 010' }]
const sms = (more: object = onAccount) => ({ ...letters(more), serviceTypeReference: 'SMS', parameters: MOBILE })

test.each([
  ['nothing', undefined, NOW],
  ['nothing by null', null, NOW],
  ['today', '2026-03-02', NOW],
  ['earlier today', '2026-03-02T08:59:59.999Z', NOW],
  ['later today, local to the issuer', '2026-03-02T18:00:00', '2026-03-02T17:00:00.000+00:00'],
  ['a day of winter', '2026-03-29', '2026-03-28T23:00:00.000+00:00'],
  ['a day of summer', '2026-03-30', '2026-03-29T22:00:00.000+00:00'],
  ['an instant', '2026-05-01T12:00:00.123+02:00', '2026-05-01T10:00:00.123+00:00'],
  ['yesterday', '2026-03-01T23:59:59+01:00', 'subscription-date-past'],
])('%s as subscription date', async (_, subscriptionDate, start) => {
  const { subscribe } = await subscribing()
  expect(await subscribe({ ...portal(), subscriptionDate })).toBe(start)
})

test('today is the issuer’s', async () => {
  // Half past midnight in Berlin, still yesterday in UTC.
  const { subscribe } = await subscribing({ clock: '2026-06-09T22:30:00.000Z' })
  expect(await subscribe({ ...portal(), subscriptionDate: '2026-06-09' })).toBe('subscription-date-past')
  expect(await subscribe({ ...portal(), subscriptionDate: '2026-06-10' })).toBe('2026-06-09T22:30:00.000+00:00')
})

test('one entity has one subscription to an add-on, whatever its service type, in force or to come', async () => {
  const { subscribe, at, listed } = await subscribing()
  expect(await subscribe({ ...letters(), subscriptionDate: '2026-04-01' })).toBe('2026-03-31T22:00:00.000+00:00')
  expect(await subscribe(sms())).toBe('already-subscribed')
  at('2026-05-01T00:00:00Z')
  expect(await subscribe(letters())).toBe('already-subscribed')
  expect(await subscribe(letters(onCard))).toBe('2026-05-01T00:00:00.000+00:00')
  expect(await subscribe(portal())).toBe('2026-05-01T00:00:00.000+00:00')
  expect(await listed()).toHaveLength(3)
})

test('a replaced subscription ends as the new one starts, to the millisecond', async () => {
  const { subscribe, at, listed } = await subscribing()
  await subscribe(letters())
  const replacing = { subscriptionToReplaceAddonReference: 'ALERT', subscriptionDate: '2026-04-01T10:00:00Z' }
  expect(await subscribe({ ...portal(), ...replacing })).toBe('2026-04-01T10:00:00.000+00:00')
  const types = async () => (await listed()).map(([type]) => type)
  at('2026-04-01T09:59:59.999Z')
  expect(await types()).toEqual(['LETTER', 'PORTAL'])
  at('2026-04-01T10:00:00.000Z')
  expect(await types()).toEqual(['PORTAL'])
})

test('one service type of an add-on may replace another, at once or later', async () => {
  const { subscribe, listed } = await subscribing()
  const replacing = { subscriptionToReplaceAddonReference: 'ALERT' }
  await subscribe(letters())
  expect(await subscribe({ ...sms(), ...replacing })).toBe(NOW)
  expect(await listed()).toEqual([['SMS', NOW]])
  expect(await subscribe({ ...letters(), ...replacing, subscriptionDate: '2026-04-01' })).not.toBe('already-subscribed')
  expect(await listed()).toEqual([
    ['SMS', NOW],
    ['LETTER', '2026-03-31T22:00:00.000+00:00'],
  ])
})

test('that of the same entity is replaced, else the only one of the contract', async () => {
  const { subscribe, call, listed } = await subscribing()
  await subscribe(letters(onAccount))
  await subscribe(letters(onCard))
  await subscribe({ ...portal(onCard), subscriptionToReplaceAddonReference: 'ALERT' })
  expect((await listed()).map(([type]) => type)).toEqual(['LETTER', 'PORTAL'])
  const notification = { addonReference: 'NOTIFICATION', serviceTypeReference: 'E_MAIL', ...onCard }
  await subscribe({ ...notification, subscriptionToReplaceAddonReference: 'ALERT' })
  expect((await listed()).map(([type]) => type)).toEqual(['PORTAL', 'E_MAIL'])
  const { body } = await call('GET', '/_sandbox/records/issuer.subscriptions')
  const replaced = body.records
    .filter(ofHenri)
    .map((row: { replacedSubscriptionReference?: string }) => row.replacedSubscriptionReference)
  expect(replaced).toEqual([undefined, undefined, 'ADDSUB_0000000000000002', 'ADDSUB_0000000000000001'])
})

test('only one that is in force at that date can be replaced', async () => {
  const { subscribe } = await subscribing()
  const replacing = (subscriptionDate: string) => ({ subscriptionToReplaceAddonReference: 'ALERT', subscriptionDate })
  const rule = 'subscription-to-replace-not-active'
  expect(await subscribe({ ...portal(), ...replacing('2026-04-01') })).toBe(rule)
  await subscribe({ ...letters(), subscriptionDate: '2026-05-01T00:00:00Z' })
  expect(await subscribe({ ...portal(), ...replacing('2026-04-30T23:59:59.999Z') })).toBe(rule)
  expect(await subscribe({ ...portal(), ...replacing('2026-06-01T00:00:00Z') })).toBe('2026-06-01T00:00:00.000+00:00')
  const notification = { addonReference: 'NOTIFICATION', serviceTypeReference: 'E_MAIL', ...onAccount }
  expect(await subscribe({ ...notification, ...replacing('2026-06-01T00:00:00Z') })).toBe(rule)
})

test('a replacement that is refused leaves the old subscription as it was', async () => {
  const { subscribe, listed, workspace } = await subscribing()
  await subscribe(letters())
  await subscribe(portal())
  const digest = workspace.digest()
  expect(await subscribe({ ...letters(), subscriptionToReplaceAddonReference: 'PORTAL_ACCESS' })).toBe(
    'already-subscribed',
  )
  expect((await listed()).map(([type]) => type)).toEqual(['LETTER', 'PORTAL'])
  expect(workspace.digest()).toBe(digest)
})
