import { billedWhole, relate, relateAt } from '../../examples/boarding.ts'
import { byRequest as code, family, shadowed } from '../../host/family.ts'

/** A relationship whose subordinates cycle on days of their own, with other members. */
const ownDays = (members: object) => relate({ billingCycleMode: 0, ...members })

/** Relationship Number Add: on which day it cycles, and whether its accounts do too (contract 4.8, 8 #40). */
export const AR_CYCLES = family('AR', 'contract 4.8', 'documented', {
  '19E': code('VALID BILLING CYCLE VALUES ARE 01 THRU 31', 'billingCycle is another', relate({ billingCycle: 32 })),
  '20E': code('BILLING CYCLE DAY IS REQUIRED', 'billingCycle is not given, or zero', relate({ billingCycle: 0 })),
  '24S': code(
    'INVALID BILLING CYCLE',
    'billingCycle is a day on which nothing cycles',
    relateAt(925, { billingCycle: 2 }),
    { basis: 'inferred' },
  ),
  '61S': code(
    'VALUE 0 NOT ALLOWED FOR CRM ACTIVE NOT EQUAL 3',
    'billingCycleMode is 0, and the relationship management level of the organization is not 3',
    relateAt(921, { billingCycleMode: 0 }),
  ),
  '62S': code(
    'VALUE 0 NOT ALLOWED FOR BILLING LEVEL NOT EQUAL 1',
    'billingCycleMode is 0, and relationshipBillingLevel is not 1',
    billedWhole({ billingCycleMode: 0 }),
  ),
  '63S': code(
    'STMT TYPE MUST BE 0 IF BILLING CYCLE (MODIFY) EQUAL TO 0',
    'billingCycleMode is 0, and detailLevelStatements is not',
    ownDays({ detailLevelStatements: 1 }),
  ),
  '64S': shadowed(
    'ACCT CNTRL OVERRIDE MUST BE 0 FOR BILLING CYC(MODIFY) EQUAL TO 0',
    'billingCycleMode is 0, and accountControlTableIdentification is given; under level 1 it may not be given at all',
    'VPL5SAR28S',
  ),
  '65S': code(
    'MEMO BILL CURR MUST BE 0 FOR BILLING CYCLE (MODIFY) EQUAL TO 0',
    'billingCycleMode is 0, and billingCurrency is given',
    ownDays({ billingCurrency: 840 }),
  ),
  '66S': code(
    'MEMO PMT TRANS MUST BE 0 FOR BILLING CYCLE (MODIFY) EQUAL TO 0',
    'billingCycleMode is 0, and creditTransaction is given',
    ownDays({ creditTransaction: 9900 }),
  ),
  '67E': code(
    'INVALID MODIFY IND, VALID VALUES ARE 0 OR 1',
    'billingCycleMode is another',
    relate({ billingCycleMode: 2 }),
  ),
  '67S': code(
    'MEMO PMT REV TRANS MUST BE 0 FOR BILLING CYC (MODIFY) EQUAL TO 0',
    'billingCycleMode is 0, and debitTransactionIdentification is given',
    ownDays({ debitTransactionIdentification: 9901 }),
  ),
  '68S': shadowed(
    'BILLING LVL(MODIFY) MUST NOT BE 0 WHEN SUB ACCTS BILL DIFF TIMES',
    'billingCycleMode is 0, and modificationAccountLevelFlag is 0; under level 1 it must be 1 anyway',
    'VPL5SAR13S',
  ),
})
