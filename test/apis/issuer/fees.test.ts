import { expect, test } from 'vitest'
import { accounts } from '../../../src/apis/issuer/subscriptions/records/contract.ts'
import { othersFound } from '../../harness.ts'
import { ACCOUNT, CONTRACT, letters, onCard, portal, subscribing, TOGETHER, together } from './subscribing.ts'

const NOW = '2026-03-02T09:00:00.000+00:00'

test('the fee of a card contract is on the contract’s account; without one there is a finding', async () => {
  const { call, subscribe, fees, workspace } = await subscribing()
  expect(await subscribe(portal(onCard))).toBe(NOW)
  expect(await fees()).toEqual([])
  expect(await subscribe(letters(onCard))).toBe(NOW)
  expect(await fees()).toEqual([['ALERT', '2.50', NOW]])
  workspace.reset()
  accounts(workspace).remove(ACCOUNT.accountReference)
  const { status, headers } = await call('POST', TOGETHER, together(letters(onCard)))
  expect([status, othersFound(headers)]).toEqual([200, '1'])
})

test('of two accounts of a contract the one that is named has the fee, and gives it back', async () => {
  const { call, subscribe, end, fees, workspace } = await subscribing()
  accounts(workspace).put({
    ...{ id: 'ACC2', issuerId: '1234', accountReference: 'ACC2', issuerAccountExternalReference: 'SECOND' },
    ...{ contractReference: CONTRACT, fees: [] },
  })
  const feesOfSecond = async () => (await call('GET', '/_sandbox/records/issuer.accounts/ACC2')).body.fees
  const onSecond = { accountIdentifier: { issuerAccountExternalReference: 'SECOND' } }
  expect(await subscribe(letters({ ...onSecond, subscriptionDate: '2026-04-01' }))).toBe(
    '2026-03-31T22:00:00.000+00:00',
  )
  expect(await fees()).toEqual([])
  expect(await feesOfSecond()).toMatchObject([{ addonReference: 'ALERT', amount: '2.50', currency: 'EUR' }])
  expect(await end({ addonReference: 'ALERT' })).toBe('ALERT')
  expect(await feesOfSecond()).toEqual([])
})

test('fees add up on an account; only that of a subscription that will not start is taken back', async () => {
  const { subscribe, end, fees } = await subscribing()
  const april = '2026-03-31T22:00:00.000+00:00'
  expect(await subscribe(letters())).toBe(NOW)
  expect(await subscribe(letters({ ...onCard, subscriptionDate: '2026-04-01' }))).toBe(april)
  expect(await fees()).toEqual([
    ['ALERT', '2.50', NOW],
    ['ALERT', '2.50', april],
  ])
  expect(await end({ addonReference: 'ALERT', ...onCard })).toBe('ALERT')
  expect(await fees()).toEqual([['ALERT', '2.50', NOW]])
})
