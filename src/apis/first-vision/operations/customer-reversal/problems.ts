import { ANDES, ANDES_CARD, BRUNO, INES, STRANDED, STRAY_CARD } from '../../examples/cast.ts'
import { NO_TOKEN, reverse, reverseAs } from '../../examples/updates.ts'
import { reused } from '../../host/reused.ts'
import { EA } from '../customer-activation/card-problems.ts'
import { GC_FIELDS } from '../customer-update/field-problems.ts'
import { GC } from '../customer-update/problems.ts'

/** Customer Reversal Update. */
export const REVERSAL = [
  ...reused([...Object.values(GC), ...Object.values(GC_FIELDS)], reverseAs, {
    VPL5SGC02E: { when: 'the number, or the generic customer’s, is not given' },
    VPL5SGC03S: {
      example: reverse(
        { organizationNumber: 920, customerNumber: STRAY_CARD, numberType: '0', dummyCustomerNumber: BRUNO },
        STRANDED,
      ),
    },
    VPL5SGC04S: { when: 'the customer, or the generic one, is not on file' },
    VPL5SGC33E: { example: reverse({ customerNumber: ANDES, panToken: ANDES_CARD, status: 2 }) },
    VPL5SGC34E: { when: 'status is 2 and another account of the customer is neither closed nor purged' },
  }),
  ...reused(Object.values(EA), (example) => example, {
    VPL5SEA01S: {
      when: 'panToken is not given, or is no card’s that the customer was given by an activation, on an account with no other card in use',
      example: reverse({ panToken: NO_TOKEN }),
    },
    VPL5SEA06S: {
      example: reverse(
        { organizationNumber: 920, customerNumber: INES, dummyCustomerNumber: BRUNO, panToken: STRAY_CARD },
        STRANDED,
      ),
    },
  }),
]
