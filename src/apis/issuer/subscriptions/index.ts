import { createAddressAndSubscription } from './operations/create-address-and-subscription.ts'
import { listSubscriptions } from './operations/list-subscriptions.ts'
import { removeSubscription } from './operations/remove-subscription.ts'

export const subscriptionOperations = [...createAddressAndSubscription, ...listSubscriptions, ...removeSubscription]
