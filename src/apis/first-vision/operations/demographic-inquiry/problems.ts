import { ACCOUNT_WITHOUT_LOGO, BROKEN, UNKNOWN } from '../../examples/cast.ts'
import { inquire } from '../../examples/customers.ts'
import { byRequest as code, family, shadowed } from '../../host/family.ts'

/**
 * Demographic Inquiry. The codes that the sources print at this operation belong to a customer search; these are the
 * service's own (contract 4.7, 9 #38).
 */
export const ND = family('ND', 'contract 4.7', 'inferred', {
  '02S': code(
    'ORGANIZATION NUMBER NOT FOUND',
    'the organization given, or that the number leads to, is not configured',
    inquire({ organizationNumber: 123 }),
  ),
  '05S': shadowed('ORG RECORD NOT FOUND', 'the organization record is missing after navigation', 'VPL5SND02S'),
  '06S': code(
    'DUAL ORG RECORD NOT FOUND',
    'foreignUseIndicator is 1, and the organization has no partner that is configured',
    inquire({ organizationNumber: 800, foreignUseIndicator: '1' }),
  ),
  '07S': code(
    'ACCOUNT/CARD CAN NOT BE FOUND IN AMBS FILE',
    'under numberType 0 the number is no account’s, nor that of a card whose account is on file',
    inquire({ numberType: '0', customerAccountCardNumber: UNKNOWN }),
  ),
  '08S': code(
    'LOGO RECORD NOT FOUND',
    'the logo of the account is not configured',
    inquire({ organizationNumber: 909, numberType: '0', customerAccountCardNumber: ACCOUNT_WITHOUT_LOGO }, BROKEN),
  ),
  '09S': code(
    'CUSTOMER CAN NOT BE FOUND',
    'under numberType 1 the customer is not on file',
    inquire({ customerAccountCardNumber: UNKNOWN }),
  ),
  '10S': code(
    'ACCOUNT/CARD CAN NOT BE FOUND IN AMNA FILE',
    'the customer of the account is not on file',
    inquire({ organizationNumber: 909, numberType: '0', customerAccountCardNumber: '0009095022000000001' }, BROKEN),
  ),
  '11E': code(
    'INVALID ORG FORMAT-VALID VALUES ARE SPACES/001 TO 998',
    'organizationNumber is another',
    inquire({ organizationNumber: 999 }),
    { basis: 'documented' },
  ),
  '12E': code(
    'ACCOUNT/CARD/CUSTOMER NUMBER SHOULD BE PROVIDED AND BE NUMERIC',
    'the number is not given, or neither digits nor, under numberType 0, a card token',
    inquire({ customerAccountCardNumber: 'MARIA' }),
    { basis: 'documented' },
  ),
  '13E': code(
    'INVALID DUAL FLAG-VALID VALUES ARE SPACES/0/1',
    'foreignUseIndicator is another',
    inquire({ foreignUseIndicator: '2' }),
    { basis: 'documented' },
  ),
  '14E': code(
    'NUMBER TYPE IS INVALID-VALID VALUES ARE SPACE/0/1',
    'numberType is another',
    inquire({ numberType: 'A' }),
    {
      basis: 'documented',
    },
  ),
  Z4S: code(
    'ORGANIZATION NOT DETERMINED',
    'no organization is given, and the number leads to none',
    inquire({ organizationNumber: 0, customerAccountCardNumber: UNKNOWN }),
  ),
})
