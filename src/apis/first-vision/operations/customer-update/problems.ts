import { ANDES, STRANDED, STRAY_CARD, UNKNOWN } from '../../examples/cast.ts'
import { update } from '../../examples/updates.ts'
import { byRequest as code, family, shadowed } from '../../host/family.ts'

/** Customer Update: the numbers and indicators of the request, and what is on file (contract 4.6). */
export const GC = family('GC', 'contract 4.6', 'inferred', {
  '01E': code(
    'ORGANIZATION NUMBER MUST BE NUMERIC AND VALID VALUES ARE 001-998',
    'organizationNumber is another',
    update({ organizationNumber: 999 }),
    { basis: 'documented' },
  ),
  '01S': code(
    'REQUESTED CARD/ACCOUNT NUMBER IS NOT FOUND',
    'under numberType 0 the number is neither an account’s nor a card’s',
    update({ customerNumber: UNKNOWN, numberType: '0' }),
  ),
  '02E': code('CUSTOMER, ACCOUNT OR CARD NUMBER REQUIRED', 'no number is given', update({ customerNumber: '' })),
  '02S': code(
    'ORGANIZATION NUMBER NOT FOUND',
    'the organization given, or that the number leads to, is not configured',
    update({ organizationNumber: 123 }),
  ),
  '03E': code(
    'INVALID FOREIGN USE INDICATOR - VALID VALUES ARE SPACE, 0 OR 1',
    'foreignUseIndicator is another',
    update({ foreignUseIndicator: '2' }),
    { basis: 'documented' },
  ),
  '03S': code(
    'ACCOUNT NUMBER NOT FOUND',
    'the number is a card’s, and the account that it posts to is not on file',
    update({ organizationNumber: 920, customerNumber: STRAY_CARD, numberType: '0' }, STRANDED),
  ),
  '04E': code(
    'INVALID NUMBER TYPE INDICATOR - VALID VALUES ARE SPACE, 0 OR 1',
    'numberType is another',
    update({ numberType: 'A' }),
    { basis: 'documented' },
  ),
  '04S': code(
    'CUSTOMER NUMBER NOT FOUND',
    'under numberType 1 the customer is not on file, else the account’s is not',
    update({ customerNumber: UNKNOWN }),
  ),
  '05E': code(
    'ORGANIZATION NUMBER REQUIRED WHEN NUMBER TYPE 1',
    'numberType is 1 and no organization is given',
    update({ organizationNumber: 0 }),
    { basis: 'documented' },
  ),
  '06E': code(
    'INVALID DEMOGRAPHIC DATA INDICATOR - VALID VALUES ARE SPACE,0,1,2',
    'demographicDataIndicator is another',
    update({ demographicDataIndicator: '3' }),
    { basis: 'documented' },
  ),
  '07E': code(
    'INVALID USER DATA INDICATOR - VALID VALUES ARE SPACE, 0, 1 OR 2',
    'userDataIndicator is another',
    update({ userDataIndicator: '3' }),
    { basis: 'documented' },
  ),
  '08E': code(
    'DEMOGRAPHIC DATA AND USER DATA INDICATORS MUST BE CORRESPONDING',
    'one indicator says owner and the other co-owner',
    update({ userDataIndicator: '2' }),
  ),
  '09E': code(
    'STATUS MUST BE NUMERIC AND VALID VALUES ARE 0, 1 OR 2 ONLY',
    'status is another',
    update({ status: 3 }),
    { basis: 'documented' },
  ),
  '10E': code(
    'VIP STATUS MUST BE NUMERIC AND VALID VALUES ARE 0 OR 1 ONLY',
    'vipStatus is neither',
    update({ vipStatus: 2 }),
    { basis: 'documented' },
  ),
  '11E': code('SIC CODE MUST BE NUMERIC', 'sicCode is not one to six digits', update({ sicCode: 'RETAIL' }), {
    basis: 'documented',
  }),
  '33E': code(
    'CAN NOT CHANGE STATUS TO PURGE WITH ACTIVE RELATIONSHIP',
    'status is 2 and a relationship of the customer is active',
    update({ customerNumber: ANDES, status: 2 }),
    { basis: 'documented' },
  ),
  '34E': code(
    'CAN NOT CHANGE STATUS TO PURGE WITH ACTIVE ACCOUNT',
    'status is 2 and an account of the customer is neither closed nor purged',
    update({ status: 2 }),
    { basis: 'documented' },
  ),
  '42E': code(
    'AMONG HOME,WORK,FAX,MOBILE AND EMAIL IND, ONE CAN HAVE VALUE 2',
    'on the record as it would be, several channels are preferred',
    update({ emailIndicator: 2 }),
    { basis: 'documented' },
  ),
  '44E': code(
    'WHEN HOME PHONE FLAG IS 1 OR 2, ENTRY REQUIRED FOR HOME PHONE',
    'homePhoneIndicator is 1 or 2, and the record as it would be has no home phone',
    update({ homePhoneIndicator: 1 }),
    { basis: 'documented' },
  ),
  '45E': code(
    'WHEN FAX PHONE FLAG IS 1 OR 2, ENTRY REQUIRED FOR FAX PHONE',
    'faxPhoneIndicator is 1 or 2, and the record as it would be has no fax number',
    update({ faxPhoneIndicator: 1 }),
    { basis: 'documented' },
  ),
  '46E': code(
    'WHEN MOBILE PHONE FLAG IS 1 OR 2, ENTRY REQUIRED FOR MOBILE PHONE',
    'mobilePhoneIndicator is 1 or 2, and the record as it would be has no mobile number',
    update({ mobilePhoneIndicator: 1, mobilePhoneNumber: '' }),
    { basis: 'documented' },
  ),
  '47E': code(
    'WHEN EMAIL FLAG IS 1 OR 2, ENTRY REQUIRED FOR EMAIL',
    'emailIndicator is 1 or 2, and the record as it would be has no mail address',
    update({ emailIndicator: 1, email: '' }),
    { basis: 'documented' },
  ),
  Z4S: shadowed(
    'REQUESTED ORG NUMBER IS NOT FOUND',
    'the organization that the number leads to cannot be resolved',
    'VPL5SGC02S',
  ),
  Z8S: code(
    'FOREIGN ORGANIZATION NUMBER NOT FOUND',
    'foreignUseIndicator is 1, and the organization has no partner that is configured',
    update({ organizationNumber: 800, foreignUseIndicator: '1' }),
  ),
})
