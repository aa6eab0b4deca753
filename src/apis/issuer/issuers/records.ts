import { IANAZone } from 'luxon'
import * as z from 'zod'
import { table } from '../../../kernel/tables/table.ts'
import { AddressType } from '../addresses/wire/address.ts'
import { recordType } from '../platform/record-type.ts'

/** The label every person has; it cannot be deactivated, and is the fallback for each usage (contract 4.3). */
export const MAIN_LABEL = 'MAIN_POSTAL_ADDRESS'

/** The labels, usages and services that the documents name (contract 3, 4.2, 4.19, 7). */
const LABELS: Record<string, AddressType> = {
  [MAIN_LABEL]: 'POSTAL_MAIL',
  SECOND_POSTAL_ADDRESS: 'POSTAL_MAIL',
  HEAD_OFFICE: 'POSTAL_MAIL',
  HOME_PHONE_NUMBER: 'PHONE',
  PRIVATE_MOBILE_PHONE: 'PHONE',
  PERSONAL_EMAIL: 'E_MAIL',
}
const USAGES = [
  'CONTRACT_LETTER',
  'DISPUTE',
  'STATEMENT_SENDING',
  'STATEMENT_DELIVERY',
  'CARD_DELIVERY',
  'PIN_MAILER_DELIVERY',
]
const SERVICES = ['CONTRACT_SERVICE', 'DISPUTE_SERVICE', 'ACCOUNT_SERVICE', 'CARD_SERVICE']

const RISK_CATEGORIES = { allowed: ['Standard', 'Business', 'Student', 'Teenager'], default: 'Standard' }
const COMMERCIAL_STATUSES = { allowed: ['Normal', 'Address Only', 'Bankruptcy', 'Active Customer'], default: 'Normal' }

/** What callers may choose from, and what stands where they choose nothing; without a default they must choose. */
const Choice = z.strictObject({ allowed: z.array(z.string()), default: z.string().optional() })
export type Choice = z.output<typeof Choice>

/** How names may be compared by their sound. The platform's names for them are not known; these are ours. */
export const PhoneticAlgorithm = z.enum(['COLOGNE_PHONETIC', 'DOUBLE_METAPHONE'])
export type PhoneticAlgorithm = z.infer<typeof PhoneticAlgorithm>

const IssuerRecord = z.strictObject({
  issuerId: z.string().min(1),
  name: z.string(),
  /** Decides what "today" and "start of day" are, and the offset of `responseMetadata`. */
  timeZone: z.string().refine(IANAZone.isValidZone, 'no IANA time zone').default('Europe/Berlin'),
  /** Each label is of one type (contract 4.2). */
  labels: z.record(z.string(), AddressType).default(LABELS),
  usageNames: z.array(z.string()).default(USAGES),
  serviceCodes: z.array(z.string()).default(SERVICES),
  /** Any where left out. */
  countries: z.array(z.string()).optional(),
  /** Whether addresses can be marked invalid (contract 4.32). */
  invalidation: z.boolean().default(true),
  /** `compose` builds lines 1 to 5 where the caller leaves them out (decision Line rules). */
  lines: z.enum(['as-sent', 'compose']).default('as-sent'),
  /** Of a customer, online and offline alike (contract 4.49). */
  riskCategories: Choice.default(RISK_CATEGORIES),
  commercialStatuses: Choice.default(COMMERCIAL_STATUSES),
  phoneticAlgorithms: z.array(PhoneticAlgorithm).default(PhoneticAlgorithm.options),
})

export type Issuer = z.output<typeof IssuerRecord> & { id: string }

export const issuers = table<Issuer>()({ name: 'issuer.issuers' })

export const issuerRecords = [recordType(issuers, IssuerRecord, (row) => row.issuerId)]
