import { billedWhole, relate, relateAt } from '../../examples/boarding.ts'
import { byRequest as code, family } from '../../host/family.ts'

const NOT_CONSOLIDATED = 922

/** Relationship Number Add: the level at which it is billed, and with what (contract 4.8, 8 #37, #38 and #44). */
export const AR_BILLING = family('AR', 'contract 4.8', 'documented', {
  '11E': code(
    "CNSLDTD IS NOT ALLOWED| ACCT CTRL TABLE OVERRIDE CAN'T BE INPUT",
    'the organization has consolidated billing off, and accountControlTableIdentification is sent',
    relateAt(NOT_CONSOLIDATED, { accountControlTableIdentification: 1 }),
  ),
  '12E': code(
    'ACCOUNT CONTROL OVERRIDE MUST BE NUMERIC',
    'accountControlTableIdentification is not',
    relate({ accountControlTableIdentification: 'A' }),
  ),
  '13E': code('BILLING CURRENCY MUST BE NUMERIC', 'billingCurrency is not', relate({ billingCurrency: 'ARS' })),
  '13S': code(
    'BILLING MODIFY MUST BE 1 WHEN BILLING LEVEL IS 0 OR 1',
    'relationshipBillingLevel is 0 or 1, and modificationAccountLevelFlag is not 1; not given, they count as 0',
    relate({ modificationAccountLevelFlag: 0 }),
  ),
  '14E': code(
    "CNSLDTD IS NOT ALLOWED| MEMO PAYMENT TXN NUMB CAN'T BE INPUT",
    'the organization has consolidated billing off, and creditTransaction is sent',
    relateAt(NOT_CONSOLIDATED, { creditTransaction: 9900 }),
  ),
  '15E': code(
    'MEMO PAYMENT TRANSACTION CODE MUST BE NUMERIC',
    'creditTransaction is not',
    relate({ creditTransaction: 'A' }),
  ),
  '16E': code(
    "CNSLDTD IS NOT ALLOWED| MEMO PMT REVERSAL TXN NUMB CAN'T BE INPUT",
    'the organization has consolidated billing off, and debitTransactionIdentification is sent',
    relateAt(NOT_CONSOLIDATED, { debitTransactionIdentification: 9901 }),
  ),
  '17E': code(
    'MEMO PAYMENT REVERSAL TRANSACTION CODE MUST BE NUMERIC',
    'debitTransactionIdentification is not',
    relate({ debitTransactionIdentification: 'A' }),
  ),
  '20S': code(
    'ACCOUNT CONTROL OVERRIDE IS INVALID',
    'the organization has no such account control table',
    billedWhole({ accountControlTableIdentification: 99 }),
    { basis: 'inferred' },
  ),
  '21E': code(
    "CNSLDTD IS NOT ALLOWED| BILLING LVL CAN'T BE INPUT",
    'the organization has consolidated billing off, and relationshipBillingLevel is sent and not 1',
    relateAt(NOT_CONSOLIDATED, { relationshipBillingLevel: 2 }),
    { source: 'contract 4.8, 9 #44' },
  ),
  '21S': code(
    'BILLING CURRENCY NOT FOUND',
    'the organization has no such billing currency',
    relate({ billingCurrency: 999 }),
  ),
  '22E': code(
    'VALID BILLING LEVEL VALUES ARE 0 1 AND 2',
    'relationshipBillingLevel is another',
    relate({ relationshipBillingLevel: 3 }),
  ),
  '22S': code(
    'TRANSACTION CODE MUST POINT TO LOGIC MODULE 99',
    'creditTransaction is no memo transaction of the organization',
    billedWhole({ creditTransaction: 200 }),
  ),
  '23E': code(
    "CNSLDTD IS NOT ALLOWED| BILLING LVL MODIFY CAN'T BE INPUT",
    'the organization has consolidated billing off, and modificationAccountLevelFlag is sent and not 1',
    relateAt(NOT_CONSOLIDATED, { modificationAccountLevelFlag: 0 }),
    { source: 'contract 4.8, 9 #44' },
  ),
  '23S': code(
    'REVERSAL TRANSACTION CODE MUST POINT TO LOGIC MODULE 99',
    'debitTransactionIdentification is no memo transaction of the organization',
    billedWhole({ debitTransactionIdentification: 200 }),
  ),
  '24E': code(
    'VALID BILLING LEVEL MODIFY VALUES ARE 0 AND 1',
    'modificationAccountLevelFlag is another',
    relate({ modificationAccountLevelFlag: 2 }),
  ),
  '25S': code(
    "MEMO PMT & REV TRANS CAN'T BE 0 WHEN BILL LVL IS 0 OR 2",
    'relationshipBillingLevel is 0 or 2, and either transaction is not given',
    billedWhole({ debitTransactionIdentification: 0 }),
  ),
  '26S': code(
    'MEMO PMT TRANS & MEMO PMT REV TRANS CANNOT BE THE SAME',
    'both transactions are given, and the same',
    billedWhole({ debitTransactionIdentification: 9900 }),
  ),
  '27S': code(
    'THERE MUST BE A VALID ACCT CTRL TABLE WHEN BILLING LVL IS 0 OR 2',
    'relationshipBillingLevel is 0 or 2, and accountControlTableIdentification is not given',
    billedWhole({ accountControlTableIdentification: 0 }),
  ),
  '28S': code(
    'ACCOUNT CONTROL TABLE MUST BE ZERO WHEN BILLING LEVEL IS 1',
    'relationshipBillingLevel is 1, and accountControlTableIdentification is given',
    relate({ accountControlTableIdentification: 1 }),
  ),
})
