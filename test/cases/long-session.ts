import type { caller } from '../harness.ts'
import { createAddress } from './session.ts'

type Call = ReturnType<typeof caller>

const owner = { income: 12, cuit: '20304050607', occupationCode: '251200', ivaPosition: '1' }

const addCustomer = (call: Call, key: object = {}) =>
  call('POST', '/customer/l8v2', {
    customerData: { customerKeyData: { organizationNumber: 998, ...key }, ownerCoOwnerData: { ownerData: owner } },
  })

const addAccount = (call: Call, customerNumber: string, key: object = {}) =>
  call('POST', '/account/add-L8V3', {
    accountData: { organization: 998, logo: 501, customerNumber, creditLimit: 1000, ...key },
  })

const addCard = (call: Call, postToAccount: string, cardNumber = '') =>
  call('POST', '/cards/embosser/l8vf', { organizationNumber: 998, postToAccount, cardNumber })

/** What goes on between: it makes customers and accounts of its own, so that all numbers shift without it. */
async function anything(call: Call, step: number) {
  if (step % 5 === 0) return addCustomer(call)
  if (step % 7 === 0) return call(...createAddress('NONSENSE'))
  if (step % 11 === 0) return call('POST', '/_sandbox/clock/advance', { by: 'PT1M' })
  if (step % 13 === 0) return addAccount(call, '9000000000000000000')
  if (step === 202 || step === 303)
    return call(...createAddress(step === 202 ? 'HEAD_OFFICE' : 'SECOND_POSTAL_ADDRESS'))
  return call('GET', '/api/v2/issuers/1234/customers/CUS10000375016/addresses')
}

/** Numbers that the caller chooses, so that no answer is needed to name them. */
export const CHOSEN = {
  customerNumber: '0009980099000000018',
  accountNumber: '0009980099000000026',
  cardNumber: '0004000000000009987',
}
type Numbers = Partial<typeof CHOSEN>

/**
 * A customer, an account of hers and its card come about far from each other; last the card is added once more, and refused.
 */
export async function longSession(call: Call, length: number, chosen: Numbers = {}) {
  const [customerAt, accountAt, cardAt] = [0.1, 0.5, 0.85].map((share) => Math.round(length * share))
  const { customerNumber, accountNumber, cardNumber } = chosen
  let [customer, account, card] = ['', '', '']
  for (let step = 1; step < length; step++) {
    if (step === customerAt) customer = (await addCustomer(call, { customerNumber })).body.data.customerNumber
    else if (step === accountAt) account = (await addAccount(call, customer, { accountNumber })).body.data.accountNumber
    else if (step === cardAt) card = (await addCard(call, account, cardNumber)).body.data.cardNumber
    else await anything(call, step)
  }
  return addCard(call, account, card)
}
