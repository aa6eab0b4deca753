import { relate } from '../../examples/boarding.ts'
import { byRequest as code, family } from '../../host/family.ts'

const another = (...members: string[]) => `${members.join(' or ')} is another`

/** Relationship Number Add: what single members break, billing apart (contract 4.8). */
export const AR_TERMS = family('AR', 'contract 4.8', 'documented', {
  '04E': code(
    'CREDIT LIMIT MUST BE NUMERIC AND GREATER THAN ZERO',
    'creditLimit is not numeric, or zero',
    relate({ creditLimit: 0 }),
  ),
  '05E': code('INVALID BLOCK CODE', 'blockCode is not a letter', relate({ blockCode: '7' })),
  '06E': code('VALID MAIL CODE VALUES ARE "0" AND "1" ONLY', another('mailCode'), relate({ mailCode: 2 })),
  '07E': code(
    'VALID AMT/PCT FLAG VALUES ARE "0" AND "1" ONLY',
    another('amountOrAPercentageFlag'),
    relate({ amountOrAPercentageFlag: 2 }),
  ),
  '08E': code(
    'INVALID PERCENTAGE AMOUNT',
    'under amountOrAPercentageFlag 1 reserveAmountOrPercentage is above 100',
    relate({ amountOrAPercentageFlag: 1, reserveAmountOrPercentage: 101 }),
    { basis: 'inferred' },
  ),
  '09E': code(
    'AVAILABLE RESERVE AMT/PCT MUST BE NUMERIC',
    'reserveAmountOrPercentage is not',
    relate({ reserveAmountOrPercentage: 'A' }),
  ),
  '10E': code(
    'VALID STATEMENT TYPES ARE 0 AND 1',
    another('detailLevelStatements'),
    relate({ detailLevelStatements: 2 }),
  ),
  '12S': code('CREDIT LIMIT MUST BE PROVIDED', 'creditLimit is not given', relate({ creditLimit: null })),
  '18E': code(
    'VALID MEMO BALANCE FLAG ARE 0 AND 1',
    another('relationshipUpdatedFlag'),
    relate({ relationshipUpdatedFlag: 2 }),
  ),
  '25E': code('VALID ANNUAL FEE VALUES ARE 0 1 AND 2', another('annualFeeFlag'), relate({ annualFeeFlag: 3 })),
  '26E': code(
    'VALID ANNUAL FEE MODIFY VALUES ARE 0 AND 1',
    another('waiveAnnualFeeFlag'),
    relate({ waiveAnnualFeeFlag: 2 }),
  ),
  '27E': code('VALID LATE FEE VALUES ARE 0 1 AND 2', another('lateFeesCode'), relate({ lateFeesCode: 3 })),
  '28E': code(
    'VALID LATE FEE MODIFY VALUES ARE 0 AND 1',
    another('waiveLateChargesFlag'),
    relate({ waiveLateChargesFlag: 2 }),
  ),
  '29E': code(
    'VALID NSF FEE VALUES ARE 0 1 AND 2',
    another('levelToChargeNonSufficientFundsFeesFlag'),
    relate({ levelToChargeNonSufficientFundsFeesFlag: 3 }),
  ),
  '29S': code(
    "SUBORDINATE CR LIMIT CAN'T BE GREATER THAN RELATIONSHIP CR LIMIT",
    'creditLimitInMonetaryUnits is above creditLimit',
    relate({ creditLimitInMonetaryUnits: 50_001 }),
  ),
  '30E': code(
    'VALID NSF FEE MODIFY VALUES ARE 0 AND 1',
    another('waiveNonSufficientFundsFeeFlag'),
    relate({ waiveNonSufficientFundsFeeFlag: 2 }),
  ),
  '31E': code(
    'VALID CREDIT LIMIT DEFAULT MUST BE NUMERIC',
    'creditLimitInMonetaryUnits is not',
    relate({ creditLimitInMonetaryUnits: 'A' }),
  ),
  '32E': code(
    'VALID CREDIT LIMIT DEFAULT MODIFY VALUES ARE 0 AND 1',
    another('modifyCreditLimitFlag'),
    relate({ modifyCreditLimitFlag: 2 }),
  ),
})
