import * as z from 'zod'
import { table } from '../../../kernel/tables/table.ts'
import {
  Amount,
  DateOrNone,
  FullNumber,
  LogoNumber,
  OrganizationNumber,
  Reference,
  recordId,
  SomeAmount,
} from './record-fields.ts'
import { recordType } from './record-type.ts'

const KeyValue = z.strictObject({ key: z.string(), value: z.string() })
const KeyValues = z.array(KeyValue).optional()
const OptionalAmount = SomeAmount.optional()

/** What an account can be (contract 2.7 CS-ACCT). */
export const ACCOUNT_STATUSES = [...'ABCDFHIJKMNPQRTVXZ89']

/** An account (base segment): one primary customer, further ones beside it, perhaps a relationship (contract 3). */
export const AccountRecord = z
  .strictObject({
    organizationNumber: OrganizationNumber,
    accountNumber: FullNumber,
    logo: LogoNumber,
    customerNumber: Reference,
    alternateCustomerNumber: Reference,
    associatedParties: z
      .array(z.strictObject({ associationType: z.int().min(1).max(9), customerNumber: FullNumber }))
      .max(3)
      .default([]),
    relationshipNumber: Reference,
    /** `P`: the relationship's primary account. */
    primaryAccount: z.enum(['P', '']).default(''),
    dualBillingFlag: z.enum(['0', '1']).default('0'),
    accountInternalStatus: z.enum(ACCOUNT_STATUSES).default('A'),
    shortName: z.string().max(20).default(''),
    dateOpened: DateOrNone,
    billingCycle: z.int().min(0).max(31).default(1),
    blockCodes: z.array(KeyValue).default([]),
    creditLimit: Amount,
    balance: Amount,
    memoDebitAmount: Amount,
    memoCreditAmount: Amount,
    cycleDueAmount: Amount,
    totalDueAmount: Amount,
    paymentDate: DateOrNone,
    /** Parts of the balance and of what is authorized, for the totals of a relationship. */
    cashBalance: OptionalAmount,
    cashAuthorizations: OptionalAmount,
    disputedAmount: OptionalAmount,
    disputedCashAmount: OptionalAmount,
    /** The bank's own number for the account. */
    userAccountNumber: z.string().max(19).optional(),
    userAmounts: KeyValues,
    userDates: KeyValues,
    userCodes: KeyValues,
  })
  .transform((written) => ({ id: recordId(written.organizationNumber, written.accountNumber), ...written }))

export type Account = z.infer<typeof AccountRecord>

export const accounts = table<Account>()({
  name: 'first-vision.accounts',
  indexes: {
    number: (row) => row.accountNumber,
    customer: (row) => row.customerNumber,
    relationship: (row) => row.relationshipNumber,
    party1: (row) => row.associatedParties[0]?.customerNumber,
    party2: (row) => row.associatedParties[1]?.customerNumber,
    party3: (row) => row.associatedParties[2]?.customerNumber,
  },
})

export const accountRecords = recordType(accounts, AccountRecord)
