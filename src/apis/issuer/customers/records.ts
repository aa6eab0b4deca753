import * as z from 'zod'
import { table } from '../../../kernel/tables/table.ts'
import { externalIn } from '../platform/external-reference.ts'
import { recordType, WrittenInstant } from '../platform/record-type.ts'
import { Attributes } from './wire/customer.ts'

/** Members that are kept otherwise than answers have them, or that scenarios may leave out. */
const written = {
  birthDate: WrittenInstant.optional(),
  /** Compulsory in every answer about a customer (contract 7.1). */
  onlineRiskCategory: z.string().default('Standard'),
  offlineRiskCategory: z.string().default('Standard'),
  commercialStatus: z.string().default('Normal'),
}

export const CustomerRecord = z.strictObject({
  issuerId: z.string(),
  customerReference: z.string(),
  issuerCustomerExternalReference: z.string().optional(),
  ...Attributes.shape,
  ...written,
  /** Since when the customer is as it is; since the main address began where a scenario does not say. */
  effectiveDate: WrittenInstant.optional(),
  /** Of the last update; none before the first. */
  lastUpdateDate: WrittenInstant.optional(),
})

export type Customer = z.output<typeof CustomerRecord> & { id: string }

export const customers = table<Customer>()({
  name: 'issuer.customers',
  indexes: {
    issuer: ({ issuerId }) => issuerId,
    external: externalIn('issuerCustomerExternalReference'),
  },
})

/** What a customer was before an update. States are never changed, so their number is their place. */
const CustomerStateRecord = z.strictObject({
  customerReference: z.string(),
  number: z.int().min(1),
  effectiveDate: WrittenInstant.optional(),
  ...Attributes.shape,
  ...written,
})

export type CustomerState = z.output<typeof CustomerStateRecord> & { id: string }

export const customerStates = table<CustomerState>()({
  name: 'issuer.customerStates',
  indexes: { customer: (row) => row.customerReference },
})

export const stateKey = ({ customerReference, number }: { customerReference: string; number: number }): string =>
  `${customerReference}|${number}`

export const customerRecords = [
  recordType(customers, CustomerRecord, (row) => row.customerReference),
  recordType(customerStates, CustomerStateRecord, stateKey),
]
