import { type Subscription, subscriptions } from '../../../src/apis/issuer/subscriptions/records/subscription.ts'
import { law, shared } from './law.ts'

const holder = ({ accountReference, cardContractReference, addonReference }: Subscription): string =>
  `${accountReference ?? ''} ${cardContractReference ?? ''} ${addonReference}`

export const held = law('an account or a card contract holds an add-on once at a time', (world) => {
  for (const [of, rows] of shared(subscriptions(world).all(), holder)) {
    const order = rows
      .filter(({ subscriptionDate, endDate }) => endDate === undefined || subscriptionDate < endDate)
      .toSorted((a, b) => (a.subscriptionDate < b.subscriptionDate ? -1 : 1))
    for (const [index, { id, endDate }] of order.entries()) {
      const next = order[index + 1]
      if (next && (endDate === undefined || endDate > next.subscriptionDate))
        return `${next.id} begins before ${id} ends (${of.trim()})`
    }
  }
  return undefined
})
