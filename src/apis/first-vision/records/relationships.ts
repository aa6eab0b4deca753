import * as z from 'zod'
import { table } from '../../../kernel/tables/table.ts'
import { Amount, FullNumber, OrganizationNumber, recordId, SomeAmount } from './record-fields.ts'
import { recordType } from './record-type.ts'

const Flag = z.int().min(0).max(2).default(0)
const Binary = z.int().min(0).max(1).default(0)
const Text = (most: number) => z.string().max(most).default('')

/** A relationship: it gathers accounts under one customer. Names are those of its add (contract 4.8). */
export const RelationshipRecord = z
  .strictObject({
    organizationNumber: OrganizationNumber,
    relationshipNumber: FullNumber,
    relationshipName: Text(26),
    customerNumber: FullNumber,
    active: z.boolean().default(true),
    /** The partner organization that has it too; 0 for none. */
    foreignOrganization: z.int().min(0).max(998).default(0),
    creditLimit: Amount,
    blockCode: Text(1),
    mailCode: Binary,
    amountOrAPercentageFlag: Binary,
    reserveAmountOrPercentage: Amount,
    detailLevelStatements: Binary,
    accountControlTableIdentification: z.int().min(0).max(999).default(0),
    billingCurrency: z.int().min(0).max(999).default(0),
    creditTransaction: z.int().min(0).max(9999).default(0),
    debitTransactionIdentification: z.int().min(0).max(9999).default(0),
    commercialCardFlag: z.int().min(0).max(3).default(0),
    relationshipUpdatedFlag: Binary,
    billingCycle: z.int().min(1).max(31).default(1),
    billingCycleMode: z.int().min(0).max(1).default(1),
    relationshipBillingLevel: z.int().min(0).max(2).default(1),
    modificationAccountLevelFlag: z.int().min(0).max(1).default(1),
    annualFeeFlag: Flag,
    waiveAnnualFeeFlag: Binary,
    lateFeesCode: Flag,
    waiveLateChargesFlag: Binary,
    levelToChargeNonSufficientFundsFeesFlag: Flag,
    waiveNonSufficientFundsFeeFlag: Binary,
    creditLimitInMonetaryUnits: Amount,
    modifyCreditLimitFlag: Binary,
    corporationCustomerOrAddressNumber: Text(19),
    identifyRelationshipsGroupFlag: Text(3),
    authorizationCriteriaTable: Text(3),
    numberToAssociateCardholderToRelationship: Text(16),
    monthInWhichFiscalYearEnds: z.int().min(0).max(12).default(0),
    monthAndYearInWhichFiscalYearEnd: z.int().min(0).default(0),
    corporateIdNumber: z.int().min(0).default(0),
    sourceCode: Text(10),
    contactName: Text(30),
    contactPhone: Text(20),
    officerName: Text(30),
    userData: z
      .strictObject({
        userDate1: z.iso.date(),
        userDate2: z.iso.date(),
        userAmount1: SomeAmount,
        userAmount2: SomeAmount,
        userField5: z.string().max(15),
        userField6: z.string().max(15),
      })
      .partial()
      .default({}),
  })
  .transform((written) => ({ id: recordId(written.organizationNumber, written.relationshipNumber), ...written }))

export type Relationship = z.infer<typeof RelationshipRecord>

export const relationships = table<Relationship>()({
  name: 'first-vision.relationships',
  indexes: { number: (row) => row.relationshipNumber, customer: (row) => row.customerNumber },
})

export const relationshipRecords = recordType(relationships, RelationshipRecord)
