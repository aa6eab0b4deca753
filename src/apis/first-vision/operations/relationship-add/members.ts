import { judgedAmount, judgedDate, judgedInteger, judgedText, type Kept, type Sent, text } from '../../host/members.ts'

/**
 * A relationship, member by member in the order of the contract (4.8); `userData` apart, which is a group of its own.
 */
export const RELATIONSHIP_MEMBERS = {
  organizationNumber: judgedText(3),
  relationshipNumber: judgedText(19),
  relationshipName: text(26),
  customerNumber: judgedText(19),
  creditLimit: judgedAmount(17),
  blockCode: judgedText(1),
  mailCode: judgedInteger(1),
  amountOrAPercentageFlag: judgedInteger(1),
  reserveAmountOrPercentage: judgedAmount(17),
  detailLevelStatements: judgedInteger(1),
  accountControlTableIdentification: judgedInteger(3),
  billingCurrency: judgedInteger(3),
  creditTransaction: judgedInteger(4),
  debitTransactionIdentification: judgedInteger(4),
  commercialCardFlag: judgedInteger(1),
  relationshipUpdatedFlag: judgedInteger(1),
  billingCycle: judgedInteger(2),
  billingCycleMode: judgedInteger(1),
  relationshipBillingLevel: judgedInteger(1),
  modificationAccountLevelFlag: judgedInteger(1),
  annualFeeFlag: judgedInteger(1),
  waiveAnnualFeeFlag: judgedInteger(1),
  lateFeesCode: judgedInteger(1),
  waiveLateChargesFlag: judgedInteger(1),
  levelToChargeNonSufficientFundsFeesFlag: judgedInteger(1),
  waiveNonSufficientFundsFeeFlag: judgedInteger(1),
  creditLimitInMonetaryUnits: judgedAmount(17),
  modifyCreditLimitFlag: judgedInteger(1),
  corporationCustomerOrAddressNumber: judgedText(19),
  identifyRelationshipsGroupFlag: text(3),
  authorizationCriteriaTable: judgedText(3),
  numberToAssociateCardholderToRelationship: text(16),
  monthInWhichFiscalYearEnds: judgedInteger(2),
  monthAndYearInWhichFiscalYearEnd: judgedInteger(6),
  corporateIdNumber: judgedInteger(10),
  sourceCode: text(10),
  contactName: text(30),
  contactPhone: text(20),
  officerName: text(30),
}

export const RELATIONSHIP_USER_MEMBERS = {
  userDate1: judgedDate(),
  userDate2: judgedDate(),
  userAmount1: judgedAmount(17),
  userAmount2: judgedAmount(17),
  userField5: text(15),
  userField6: text(15),
}

type Members = typeof RELATIONSHIP_MEMBERS & typeof RELATIONSHIP_USER_MEMBERS
export type RelationshipMember = keyof Members

/** A relationship as it is sent, its user data among the rest. */
export type RelationshipInput = Sent<Members>

export type KeptRelationship = Kept<typeof RELATIONSHIP_MEMBERS>
export type KeptUserData = Kept<typeof RELATIONSHIP_USER_MEMBERS>
