import type { Example } from '../../../kernel/problem.ts'
import { ACTIVATED_OWNER } from '../operations/customer-activation/activated-owner.ts'
import type { OwnerInput } from '../person/members.ts'
import { ELENA, MARIA, MARIAS_DEBIT_CARD } from './cast.ts'
import { post } from './customers.ts'

/** A token that stands for no card. */
export const NO_TOKEN = '000510510ZZZZZZ0000'

/** An update of the owner of a customer of organization 998, with other members. */
export const update = (members: object, scenario = 'quickstart'): Example => ({
  scenario,
  method: 'PUT',
  path: '/customer',
  body: { organizationNumber: 998, customerNumber: MARIA, numberType: '1', demographicDataIndicator: '1', ...members },
})

/** Turns an update into a reversal in which María's debit card goes back to Elena, who stands for the generic customer. */
export const reverseAs = ({ body, ...example }: Example, members: object = {}): Example => ({
  ...example,
  path: '/customer/reversal',
  body: {
    dummyCustomerNumber: ELENA,
    panToken: MARIAS_DEBIT_CARD,
    globalQualification: 'A',
    ...(body as object),
    ...members,
  },
})

/** A reversal with other members. */
export const reverse = (members: object, scenario?: string): Example => reverseAs(update(members, scenario))

/** An activation in organization 998 for someone without a number yet, with other key data and miscellaneous data. */
export const activate = (key: object, scenario?: string, miscellaneous?: object): Example =>
  post(
    '/customer/activation',
    {
      customerActivationData: {
        customerActivationKeyData: { organizationNumber: 998, dualFlag: '0', globalQualification: 'A', ...key },
        ...(miscellaneous && { customerActivationMiscellaneousData: miscellaneous }),
      },
    },
    scenario,
  )

type AddBody = {
  customerData: {
    customerKeyData: object
    customerMiscellaneousData?: object
    ownerCoOwnerData: { ownerData: OwnerInput }
  }
}

/** Turns a Customer Add into an activation. */
export function activateAs({ body, ...example }: Example): Example {
  const { customerKeyData, customerMiscellaneousData, ownerCoOwnerData } = (body as AddBody).customerData
  return {
    ...example,
    path: '/customer/activation',
    body: {
      customerActivationData: {
        customerActivationKeyData: customerKeyData,
        ...(customerMiscellaneousData && { customerActivationMiscellaneousData: customerMiscellaneousData }),
        ownerCoOwnerActivationData: { ownerActivationData: ACTIVATED_OWNER.write(ownerCoOwnerData.ownerData) },
      },
    },
  }
}
