import type { AssemblyOptions } from '../../../src/assembly.ts'
import { CUSTOMER, henri } from './henri.ts'

/** Henri's contract, and what belongs to it. */
export const CONTRACT = '7f3d1c52-9a60-4a6e-8c1d-2b5e0f4a9d11'
/** Whether a subscription is Henri's: somebody else of the quickstart has one too. */
export const ofHenri = ({ contractReference }: { contractReference: string }): boolean => contractReference === CONTRACT
export const ACCOUNT = { accountReference: 'ACC10000375016', issuerAccountExternalReference: 'ACCOUNT-202301260001' }
export const CARD = {
  cardContractReference: '12342000000000095003',
  issuerCardContractExternalReference: 'CARDCONTRACT-202301260001',
}
export const TOGETHER = `${CUSTOMER}/addresses-and-subscriptions`
export const SUBSCRIPTIONS = `/api/v2/issuers/1234/contracts/${CONTRACT}/addon-subscriptions`

export const onAccount = { accountIdentifier: { accountReference: ACCOUNT.accountReference } }
export const onCard = { cardContractIdentifier: { cardContractReference: CARD.cardContractReference } }

export const portal = (more: object = onAccount) => ({
  addonReference: 'PORTAL_ACCESS',
  serviceTypeReference: 'PORTAL',
  ...more,
})
export const letters = (more: object = onAccount) => ({
  addonReference: 'ALERT',
  serviceTypeReference: 'LETTER',
  ...more,
})

/** A whole request: an e-mail address with a subscription. */
export const together = (subscription: object, more: object = {}) => ({
  createAddressRequest: {
    addressLabel: 'PERSONAL_EMAIL',
    addressType: 'E_MAIL',
    emailAddress: { email: 'henri@example.com' },
  },
  createAddOnSubscriptionRequest: subscription,
  contractReference: CONTRACT,
  ...more,
})

type Shown = { addonReference: string; serviceTypeReference: string; subscriptionDate: string }

/** A sandbox with the few steps that these tests speak in. */
export async function subscribing(options: AssemblyOptions = {}) {
  const made = await henri(options)
  const { call } = made
  return {
    ...made,
    /** Subscribes, and gives the start; the rule where it is refused. */
    subscribe: async (subscription: object): Promise<string | null> => {
      const { status, headers, body } = await call('POST', TOGETHER, together(subscription))
      if (status !== 200) return headers.get('x-sandbox-rule')
      return body.data.createAddOnSubscriptionResponse.subscriptionDate
    },
    /** Ends a subscription, and gives its add-on; the rule where it is refused. */
    end: async (request: object): Promise<string | null> => {
      const { status, headers, body } = await call('POST', `${SUBSCRIPTIONS}/unsubscribe`, request)
      return status === 200 ? body.data.addonReference : headers.get('x-sandbox-rule')
    },
    /** Service types and starts of the subscriptions that are listed. */
    listed: async (): Promise<[string, string][]> => {
      const { body } = await call('GET', SUBSCRIPTIONS)
      return body.data.map(({ serviceTypeReference, subscriptionDate }: Shown) => [
        serviceTypeReference,
        subscriptionDate,
      ])
    },
    /** Add-ons, amounts and dates of the fees on the account. */
    fees: async (): Promise<string[][]> => {
      const { body } = await call('GET', `/_sandbox/records/issuer.accounts/${ACCOUNT.accountReference}`)
      return body.fees.map((fee: Record<string, string>) => [fee.addonReference, fee.amount, fee.postingDate])
    },
  }
}
