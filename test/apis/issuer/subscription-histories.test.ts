import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Subscription, subscriptions } from '../../../src/apis/issuer/subscriptions/records/subscription.ts'
import { isoInstant } from '../../../src/kernel/clock.ts'
import { runs } from '../../runs.ts'
import { subscribing } from './subscribing.ts'
import { subscriptionOf, subscriptionStep } from './subscription-changes.ts'

const DAY = 86_400_000
const rank = ({ subscriptionDate, endDate = '9' }: Subscription) => `${subscriptionDate} ${endDate}`

/** What holds of all that a contract ever subscribed to: one after the other, each from its start to its end. */
function checkPeriods(rows: Subscription[]) {
  const slotOf = (row: Subscription) => `${row.addonReference} ${row.accountReference ?? row.cardContractReference}`
  const everInForce = rows.filter(({ subscriptionDate, endDate }) => endDate !== subscriptionDate)
  for (const slot of new Set(rows.map(slotOf))) {
    const order = everInForce.filter((row) => slotOf(row) === slot).toSorted((a, b) => rank(a).localeCompare(rank(b)))
    for (const [index, { endDate = '9' }] of order.entries())
      expect(endDate <= (order[index + 1]?.subscriptionDate ?? '9'), JSON.stringify(order)).toBe(true)
  }
  for (const { subscriptionDate, endDate = '9', replacedSubscriptionReference: replaced } of rows) {
    expect(subscriptionDate <= endDate).toBe(true)
    if (replaced !== undefined) expect(rows.map(({ id }) => id)).toContain(replaced)
  }
}

test('however a contract subscribes, replaces and ends, nothing that began is lost, and nothing is held twice', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(subscriptionStep, { minLength: 5, maxLength: 25 }), async (steps) => {
      const { subscribe, end, workspace, at } = await subscribing()
      const kept = () => [...subscriptions(workspace).all()]
      for (const change of steps) {
        const now = workspace.clock.now()
        const begun = kept().filter(({ subscriptionDate }) => Date.parse(subscriptionDate) <= now)
        if ('waits' in change) at(isoInstant(now + change.waits * DAY))
        else if ('ended' in change) await end({ addonReference: change.ended, ...change.entity })
        else await subscribe(subscriptionOf(change, now))
        const starts = kept().map(({ id, subscriptionDate }) => [id, subscriptionDate])
        for (const { id, subscriptionDate } of begun) expect(starts).toContainEqual([id, subscriptionDate])
        checkPeriods(kept())
      }
    }),
    runs(40),
  )
})
