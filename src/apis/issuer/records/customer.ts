import { z } from 'zod'
import { table } from '../../../sandbox/table.ts'
import { recordType, WrittenInstant } from './written.ts'

const CustomerRecord = z.strictObject({
  issuerId: z.string(),
  customerReference: z.string(),
  issuerCustomerExternalReference: z.string().optional(),
  courtesyTitle: z.string().optional(),
  firstName: z.string(),
  lastName: z.string(),
  sex: z.string().optional(),
  birthDate: WrittenInstant.optional(),
  nationality: z.string().optional(),
  preferredCorrespondenceLanguage: z.string().optional(),
  /** Compulsory in every answer about a customer (contract 7.1). */
  onlineRiskCategory: z.string().default('Standard'),
  offlineRiskCategory: z.string().default('Standard'),
  commercialStatus: z.string().default('Normal'),
})

export type Customer = z.output<typeof CustomerRecord> & { id: string }

/** External references are unique within an issuer (contract 4.4). */
export const externalKey = (issuerId: string, reference: string): string => `${issuerId}/${reference}`

export const customers = table<Customer>()({
  name: 'issuer.customers',
  indexes: {
    external: ({ issuerId, issuerCustomerExternalReference: reference }) =>
      reference === undefined ? undefined : externalKey(issuerId, reference),
  },
})

export const customerRecords = recordType(customers, CustomerRecord, (row) => row.customerReference)
