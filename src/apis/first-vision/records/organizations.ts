import * as z from 'zod'
import { table } from '../../../kernel/tables/table.ts'
import { WrittenLogo, writtenLogo } from './logos.ts'
import { numberRange, WrittenRange } from './number-range.ts'
import { OrganizationNumber, organizationId, YesNo } from './record-fields.ts'
import { recordType } from './record-type.ts'

/**
 * An organization as a scenario configures it; names are those of the platform's organization record where it has one
 * (contract 2.2). Unless said otherwise, it is set up as the organizations of the quickstart are.
 */
export const OrganizationRecord = z
  .strictObject({
    organizationNumber: OrganizationNumber,
    organizationName: z.string().max(40).default(''),
    /** Where its customers are kept: itself, or another organization. */
    customerOrganizationNumber: OrganizationNumber.optional(),
    /** Its foreign partner; 0 for none. */
    dualCurrencyOrganizationNumber: z.int().min(0).max(998).default(0),
    /** `S` single or `D` dual currency; dual where a partner is named. */
    currencyIndicator: z.enum(['S', 'D']).optional(),
    currencyCode: z.int().min(0).max(999).default(840),
    currencyNumberOfDecimal: z.int().min(0).max(3).default(2),
    dualCurrencyCode: z.int().min(0).max(999).default(0),
    /** What one unit of the partner's currency costs in its own. */
    exchangeRate: z.number().min(0).optional(),
    /** `I`: hands out customer and relationship numbers by itself; blank: does not. */
    automaticNumberGenerationIndicator: z.enum(['I', '']).default('I'),
    customerNumberRange: WrittenRange,
    relationshipNumberRange: WrittenRange,
    customerNumberModCheck: YesNo.default('N'),
    absModCheck: YesNo.default('N'),
    priorAddressIndicator: YesNo.default('Y'),
    /** 0 to 3; 0 turns relationships off, 3 lets subordinates cycle on days of their own. */
    cardHolderRelationshipManagementIndicator: z.int().min(0).max(3).default(3),
    consolidatedBillingIndicator: YesNo.default('Y'),
    commercialIndicator: YesNo.default('N'),
    hcsIndicator: YesNo.default('N'),
    /** Account control tables, of which a relationship that is billed as a whole needs one. */
    accountControlTables: z.array(z.int().min(1).max(999)).default([1, 2]),
    /** Monetary transactions by the logic that posts them; 99 is that of memo items. */
    transactions: z
      .array(z.strictObject({ transactionCode: z.int().min(1).max(9999), logicModule: z.int().min(0).max(99) }))
      .default([
        { transactionCode: 200, logicModule: 20 },
        { transactionCode: 9900, logicModule: 99 },
        { transactionCode: 9901, logicModule: 99 },
      ]),
    /** Currencies in which a relationship may be billed; its own and its partner's unless said. */
    billingCurrencies: z.array(z.int().min(1).max(999)).optional(),
    authorizationCriteriaTables: z.array(z.string().regex(/^[A-Z0-9]{3}$/)).default(['AAA', '001']),
    /** Customers are searched by first, middle and last name. */
    extendedNameFormat: YesNo.default('N'),
    /** The day that it processes next; the one after today's unless set. */
    dateOfNextProcessing: z.iso.date().optional(),
    panTokenIndicator: YesNo.default('Y'),
    /** As on the system record: billing and control numbers are in use. */
    billingAndControlNumberIndicator: YesNo.default('Y'),
    /** As on the system record: the days on which billing may cycle. */
    activeBillingCycles: z.array(z.int().min(1).max(31)).default(() => Array.from({ length: 31 }, (_, day) => day + 1)),
    countryTable: z
      .union([z.literal('ISO 3166-1 alpha-3'), z.array(z.string().length(3))])
      .default('ISO 3166-1 alpha-3'),
    userLabels: z.array(z.string().max(10)).max(15).optional(),
    demographicLabels: z.array(z.string().max(10)).max(3).optional(),
    logos: z.array(WrittenLogo).default([]),
  })
  .transform((written) => {
    const { organizationNumber, dualCurrencyOrganizationNumber: partner, currencyCode, dualCurrencyCode } = written
    return {
      id: organizationId(organizationNumber),
      ...written,
      customerOrganizationNumber: written.customerOrganizationNumber ?? organizationNumber,
      currencyIndicator: written.currencyIndicator ?? (partner ? 'D' : 'S'),
      billingCurrencies: written.billingCurrencies ?? [currencyCode, dualCurrencyCode].filter(Boolean),
      customerNumberRange: numberRange(written.customerNumberRange, 'customer', organizationNumber),
      relationshipNumberRange: numberRange(written.relationshipNumberRange, 'relationship', organizationNumber),
      logos: written.logos.map((logo) => writtenLogo(logo, organizationNumber)),
    }
  })

export type Organization = z.infer<typeof OrganizationRecord>

export const organizations = table<Organization>()({ name: 'first-vision.organizations' })

export const organizationRecords = recordType(organizations, OrganizationRecord)
