import { ADD, account, card, customer, EMBOSS, OPEN } from './requests.ts'
import type { world } from './world.ts'

export const ACTIVATE = '/customer/activation'
export const REVERSE = '/customer/reversal'

/** An activation in organization 998, with other key data. */
export const activation = (key: object) => ({
  customerActivationData: {
    customerActivationKeyData: { organizationNumber: 998, dualFlag: '0', globalQualification: 'A', ...key },
  },
})

/** A reversal in organization 998: who gives which card back, and to whom. */
export const reversal = (customerNumber: string, dummyCustomerNumber: string, panToken: string, members = {}) => ({
  ...{ organizationNumber: 998, numberType: '1', globalQualification: 'A' },
  ...{ customerNumber, dummyCustomerNumber, panToken, ...members },
})

/** What a bank does with cards that nobody has bought yet, in a world of one's own. */
export function bank({ call }: Pick<ReturnType<typeof world>, 'call'>) {
  const answered = async (path: string, body: object) => (await call('POST', path, body)).body.data
  const record = async (type: string, number: string, organization = 998) =>
    (await call('GET', `/_sandbox/records/first-vision.${type}/${organization}-${number}`)).body
  return {
    record,
    /** A generic customer, or any other. */
    add: async (nameTypeIndicator1 = 3, dualFlag = '0') =>
      (await answered(ADD, customer({ organizationNumber: 998, dualFlag }, { nameTypeIndicator1 })))
        .customerNumber as string,
    open: async (customerNumber: string, dualBillingFlag = 0) =>
      (await answered(OPEN, account({ customerNumber, dualBillingFlag }))).accountNumber as string,
    emboss: async (accountNumber: string, members: object = {}) =>
      (await answered(EMBOSS, card(accountNumber, { currentCardActivation: 'Y', ...members }))).cardNumber as string,
    activate: (panToken: string, key: object = {}) => call('POST', ACTIVATE, activation({ panToken, ...key })),
    reverse: (...sent: Parameters<typeof reversal>) => call('PUT', REVERSE, reversal(...sent)),
    /** Whose an account is, and a card of it, and whether that waits. */
    held: async (accountNumber: string, cardNumber: string, organization = 998) => {
      const { customerNumber } = await record('accounts', accountNumber, organization)
      const { customerNumber: own, embosserCurrentFirstUsage } = await record('cards', cardNumber, organization)
      const isTheirs = [customerNumber, '0'.repeat(19)].includes(own)
      return { customerNumber, card: isTheirs ? customerNumber : own, waits: embosserCurrentFirstUsage === '1' }
    },
  }
}
