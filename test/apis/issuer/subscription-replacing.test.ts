import { expect, test } from 'vitest'
import { subscriptions } from '../../../src/apis/issuer/subscriptions/records/subscription.ts'
import { letters, ofHenri, onAccount, onCard, portal, SUBSCRIPTIONS, subscribing } from './subscribing.ts'

const NOW = '2026-03-02T09:00:00.000+00:00'
const FIRST = 'ADDSUB_0000000000000001'
const day = (text: string) => `${text}T00:00:00.000+00:00`
const notices = (more: object = onAccount) => ({
  addonReference: 'NOTIFICATION',
  serviceTypeReference: 'E_MAIL',
  ...more,
})
const sms = { serviceTypeReference: 'SMS', parameters: [{ reference: 'MOBILE_NUMBER', value: '+49 30 23125 010' }] }
const from = (text: string, subscriptionToReplaceAddonReference?: string) => ({
  subscriptionDate: `${text}T00:00:00Z`,
  subscriptionToReplaceAddonReference,
})

/** Starts and ends of all that the contract ever subscribed to, as they are kept. */
async function replacing() {
  const made = await subscribing()
  const kept = () =>
    [...subscriptions(made.workspace).all()]
      .filter(ofHenri)
      .map(({ addonReference, subscriptionDate, endDate }) => [addonReference, subscriptionDate, endDate])
  return { ...made, kept }
}

test('a replacement that is called off reopens the old subscription up to the next one to its add-on', async () => {
  const { subscribe, end, at, listed, kept } = await replacing()
  await subscribe(letters())
  await subscribe({ ...portal(), ...from('2026-04-01', 'ALERT') })
  await subscribe({ ...letters(), ...from('2026-05-01') })
  expect(await end({ addonReference: 'PORTAL_ACCESS' })).toBe('PORTAL_ACCESS')
  expect(await kept()).toEqual([
    ['ALERT', NOW, day('2026-05-01')],
    ['ALERT', day('2026-05-01'), undefined],
  ])
  at('2026-05-01T00:00:00Z')
  expect(await listed()).toEqual([['LETTER', day('2026-05-01')]])
})

test('what was reopened up to the next one goes on when that is called off as well', async () => {
  const { subscribe, end, kept } = await replacing()
  await subscribe(letters())
  await subscribe({ ...portal(), ...from('2026-04-01', 'ALERT') })
  await subscribe({ ...letters(), ...from('2026-05-01') })
  await end({ addonReference: 'PORTAL_ACCESS' })
  expect(await end({ addonReference: 'ALERT' })).toBe('ALERT')
  expect(await kept()).toEqual([
    ['ALERT', NOW, NOW],
    ['ALERT', day('2026-05-01'), undefined],
  ])
  const again = await replacing()
  await again.subscribe(letters())
  await again.subscribe({ ...portal(), ...from('2026-04-01', 'ALERT') })
  await again.subscribe({ ...letters(), ...sms, ...from('2026-05-01') })
  await again.end({ addonReference: 'PORTAL_ACCESS' })
  await again.end({ addonReference: 'ALERT', serviceTypeReference: 'SMS' })
  expect(await again.kept()).toEqual([['ALERT', NOW, undefined]])
})

test('the next one to the same add-on of another entity does not end what is reopened', async () => {
  const { subscribe, end, kept } = await replacing()
  await subscribe(letters())
  await subscribe({ ...portal(), ...from('2026-04-01', 'ALERT') })
  await subscribe({ ...letters(onCard), ...from('2026-05-01') })
  await end({ addonReference: 'PORTAL_ACCESS' })
  expect(await kept()).toEqual([
    ['ALERT', NOW, undefined],
    ['ALERT', day('2026-05-01'), undefined],
  ])
})

test('a subscription in force that has an end already can be replaced before it', async () => {
  const { subscribe, kept } = await replacing()
  await subscribe(letters())
  await subscribe({ ...portal(), ...from('2026-06-01', 'ALERT') })
  expect(await subscribe({ ...notices(), ...from('2026-05-01', 'ALERT') })).toBe(day('2026-05-01'))
  expect(await kept()).toEqual([
    ['ALERT', NOW, day('2026-05-01')],
    ['PORTAL_ACCESS', day('2026-06-01'), undefined],
    ['NOTIFICATION', day('2026-05-01'), undefined],
  ])
})

test.each([
  ['the later replacement first', ['PORTAL_ACCESS', 'NOTIFICATION'], [day('2026-05-01'), undefined]],
  ['the earlier replacement first', ['NOTIFICATION', 'PORTAL_ACCESS'], [day('2026-06-01'), undefined]],
])('two replacements called off, %s, leave the old subscription as it was', async (_, order, ends) => {
  const { subscribe, end, kept } = await replacing()
  await subscribe(letters())
  await subscribe({ ...portal(), ...from('2026-06-01', 'ALERT') })
  await subscribe({ ...notices(), ...from('2026-05-01', 'ALERT') })
  for (const [index, addonReference] of order.entries()) {
    await end({ addonReference })
    expect((await kept())[0]).toEqual(['ALERT', NOW, ends[index]])
  }
})

test('an end of its own comes back when all that replaced a subscription earlier is called off', async () => {
  const { subscribe, end, workspace, kept } = await replacing()
  await subscribe(letters())
  const rows = subscriptions(workspace)
  const [held] = [...rows.all()].filter(ofHenri)
  if (held) rows.patch(held, { endDate: day('2026-09-01') })
  const before = rows.get(FIRST)
  await subscribe({ ...portal(), ...from('2026-06-01', 'ALERT') })
  await subscribe({ ...notices(), ...from('2026-05-01', 'ALERT') })
  expect((await kept())[0]).toEqual(['ALERT', NOW, day('2026-05-01')])
  await end({ addonReference: 'PORTAL_ACCESS' })
  await end({ addonReference: 'NOTIFICATION' })
  expect(rows.get(FIRST)).toEqual(before)
})

test('changes at one instant lose no subscription: one that ends where it starts is kept and never in force', async () => {
  const { subscribe, end, listed, kept } = await replacing()
  await subscribe(letters())
  await subscribe({ ...portal(), subscriptionToReplaceAddonReference: 'ALERT' })
  await subscribe(letters())
  expect(await end({ addonReference: 'ALERT' })).toBe('ALERT')
  await subscribe(letters())
  expect(await kept()).toEqual([
    ['ALERT', NOW, NOW],
    ['PORTAL_ACCESS', NOW, undefined],
    ['ALERT', NOW, NOW],
    ['ALERT', NOW, undefined],
  ])
  expect(await listed()).toEqual([
    ['PORTAL', NOW],
    ['LETTER', NOW],
  ])
})

test('one to come that is replaced from its very start is not listed, and stands in nobody’s way', async () => {
  const { subscribe, end, listed, call } = await replacing()
  await subscribe({ ...letters(), ...from('2026-05-01') })
  await subscribe({ ...portal(), ...from('2026-05-01', 'ALERT') })
  expect(await listed()).toEqual([['PORTAL', day('2026-05-01')]])
  expect(await end({ addonReference: 'ALERT' })).toBe('subscription-ended')
  expect(await subscribe(letters())).toBe(NOW)
  expect((await call('GET', SUBSCRIPTIONS)).body.data).toHaveLength(2)
})

test('one replaced from its very start stays away while an earlier one has its place, and comes when that goes too', async () => {
  const { subscribe, end, kept } = await replacing()
  await subscribe({ ...letters(), ...from('2026-05-01') })
  await subscribe({ ...portal(), ...from('2026-05-01', 'ALERT') })
  await subscribe({ ...letters(), ...from('2026-04-01') })
  await end({ addonReference: 'PORTAL_ACCESS' })
  expect(await kept()).toEqual([
    ['ALERT', day('2026-05-01'), day('2026-05-01')],
    ['ALERT', day('2026-04-01'), undefined],
  ])
  await end({ addonReference: 'ALERT' })
  expect(await kept()).toEqual([['ALERT', day('2026-05-01'), undefined]])
})

test('an add-on is held once for each account, and once for each card contract', async () => {
  const { subscribe, listed } = await replacing()
  expect(await subscribe(letters(onAccount))).toBe(NOW)
  expect(await subscribe(letters(onCard))).toBe(NOW)
  expect(await subscribe(letters(onAccount))).toBe('already-subscribed')
  expect(await subscribe(letters(onCard))).toBe('already-subscribed')
  expect(await listed()).toHaveLength(2)
})

test('a link of a chain that is called off leaves no reference to it behind', async () => {
  const { subscribe, end, workspace } = await replacing()
  await subscribe({ ...portal(), ...from('2026-04-01') })
  await subscribe({ ...notices(), ...from('2026-05-01', 'PORTAL_ACCESS') })
  await end({ addonReference: 'PORTAL_ACCESS' })
  expect([...subscriptions(workspace).all()].filter(ofHenri).map((row) => row.replacedSubscriptionReference)).toEqual([
    undefined,
  ])
})
