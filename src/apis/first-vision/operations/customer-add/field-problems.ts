import { addWithMiscellaneous, addWithOwner as owner } from '../../examples/customers.ts'
import { byRequest as code, family } from '../../host/family.ts'

/** Customer Add: what the values of the request alone break (contract 4.4). The letters E are those of L8V2. */
export const NA_FIELDS = family('NA', 'contract 4.4', 'documented', {
  '01E': code('USER DATE 3 INVALID', 'userDate3 is no date of the calendar', owner({ userDate3: '2026-02-30' })),
  '02E': code('INCOME SHOULD BE NUMERIC', 'income is not one or two digits', owner({ income: 'AB' })),
  '03E': code('INCOME REQUIRED', 'income is not given', owner({ income: null })),
  '04E': code('CUIT SHOULD BE NUMERIC', 'cuit is not eleven digits', owner({ cuit: '20-30405060-7' })),
  '05E': code('CUIT REQUIRED', 'cuit is not given', owner({ cuit: '' })),
  '06E': code(
    'OCCUPATION CODE SHOULD BE NUMERIC',
    'occupationCode is not six digits',
    owner({ occupationCode: '25A' }),
  ),
  '07E': code('OCCUPATION CODE REQUIRED', 'occupationCode is not given', owner({ occupationCode: ' ' })),
  '08E': code('IVA SHOULD BE NUMERIC', 'ivaPosition is not a digit', owner({ ivaPosition: 'R' })),
  '09E': code('IVA REQUIRED', 'ivaPosition is not given', owner({ ivaPosition: null })),
  '24E': code('VALID VALUES 1 2 3 FOR STMT IND', 'statement2Indicator is another', owner({ statement2Indicator: '4' })),
  '28S': code(
    'VIP STATUS INVALID - VALUES 0 OR 1 ONLY',
    'vipStatus is neither 0 nor 1',
    addWithMiscellaneous({ vipStatus: 2 }),
  ),
  '29S': code(
    'SIC CODE MUST BE NUMERIC',
    'sicCode is not one to six digits',
    addWithMiscellaneous({ sicCode: 'RETAIL' }),
  ),
  '30S': code(
    'TAX IDENTIFICATION FLAG INVALID - 0, 1 OR 2 ONLY',
    'identificationNumberFlag is another',
    owner({ identificationNumberFlag: 3 }),
  ),
  '31S': code(
    'TAX-ID NBR POSITIONS 1-9 MUST BE NUMERIC WHEN TAX-ID FLAG IS 0',
    'identificationNumber is given under flag 0 and does not begin with nine digits',
    owner({ identificationNumberFlag: 0, identificationNumber: 'AB1234567' }),
  ),
  '32S': code('PHONE FLAG INVALID - 0, 1 OR 2 ONLY', 'employerPhoneFlag is another', owner({ employerPhoneFlag: 3 })),
  '33S': code(
    'COUNTRY CODE INVALID',
    'countryCode is not in the country table of the organization',
    owner({ countryCode: 'QQQ' }),
  ),
  '34S': code(
    'POSTAL CODE FORMAT INVALID',
    'postalCode holds more than letters, digits, blanks and dashes',
    owner({ postalCode: 'C1425#' }),
  ),
  '35S': code(
    'MARITAL STATUS INVALID - MUST BE 0 THROUGH 4 ONLY',
    'maritalStatus is another',
    owner({ maritalStatus: 'M' }),
  ),
  '36S': code(
    'RESIDENCE FLAG INVALID - 0, 1, 2 OR 3 ONLY',
    'ownOrRentResidenceFlag is another',
    owner({ ownOrRentResidenceFlag: 4 }),
  ),
  '37S': code(
    'CARRIER ROUTE INVALID FORMAT - LAST 2 CHARACTERS MUST BE NUMERIC',
    'carrierRoute3And4 is not one or two digits',
    owner({ carrierRoute3And4: 'A1' }),
  ),
  '38S': code(
    'DATE-OF-BIRTH CANNOT BE A FUTURE DATE',
    'dateOfBirth lies after today',
    owner({ dateOfBirth: '2999-12-31' }),
  ),
  '39S': code(
    'DATE-OF-BIRTH IS INVALID',
    'dateOfBirth is no date of the calendar',
    owner({ dateOfBirth: '1990-13-01' }),
  ),
  '40S': code(
    '1099C DATE FILED CANNOT BE A FUTURE DATE',
    'dateOfFile lies after today',
    owner({ dateOfFile: '2999-12-31' }),
  ),
  '41S': code('1099C DATE FILED IS INVALID', 'dateOfFile is no date of the calendar', owner({ dateOfFile: 'never' })),
  '42S': code(
    'NUMBER OF DEPENDENTS NOT NUMERIC',
    'numberOfDependents is not one to three digits',
    owner({ numberOfDependents: 'two' }),
  ),
  '43S': code(
    'STATEMENT MESSAGE INDICATOR NOT NUMERIC',
    'statementMessageIndicator is not a digit',
    owner({ statementMessageIndicator: 'Y' }),
  ),
  '44S': code('USER-10 DATE IS INVALID', 'user10 is no YYYYDDD, nor zeros', owner({ user10: '2026366' })),
  '45S': code('USER-11 DATE IS INVALID', 'user11 is no YYYYDDD, nor zeros', owner({ user11: '2026000' })),
  '46S': code(
    'NAME TYPE INDICATOR 1 INVALID - 0, 1, OR 3 ONLY',
    'nameTypeIndicator1 is another',
    owner({ nameTypeIndicator1: 2 }),
  ),
  '47S': code(
    'NAME TYPE INDICATOR 2 INVALID - 0, 1, OR 3 ONLY',
    'nameTypeIndicator2 is another',
    owner({ nameTypeIndicator2: 2 }),
  ),
  '48S': code(
    'NAME TYPE INDICATOR 3 INVALID - 0, 1, OR 3 ONLY',
    'nameTypeIndicator3 is another',
    owner({ nameTypeIndicator3: 2 }),
  ),
  '49S': code(
    'CONTACT INDICATOR MUST BE NUMERIC',
    'contactIndicator is not one or two digits',
    owner({ contactIndicator: 'AA' }),
  ),
  '57S': code('GENDER CODE INVALID - 0, 1 OR 2 ONLY', 'genderCode is another', owner({ genderCode: 'F' })),
  '58S': code('FAX PHONE FLAG INVALID - 0, 1 OR 2 ONLY', 'faxPhoneFlag is another', owner({ faxPhoneFlag: 3 })),
  '59S': code('HOME PHONE FLAG INVALID - 0, 1 OR 2 ONLY', 'homePhoneFlag is another', owner({ homePhoneFlag: 3 })),
  '60S': code(
    'MOBILE PHONE FLAG INVALID - 0, 1 OR 2 ONLY',
    'mobilePhoneFlag is another',
    owner({ mobilePhoneFlag: 3 }),
  ),
  '61S': code('EMAIL FLAG INVALID - 0, 1 OR 2 ONLY', 'emailFlag is another', owner({ emailFlag: 3 })),
  '62S': code('SMS FLAG INVALID - 0 OR 1 ONLY', 'smsFlag is another', owner({ smsFlag: 2 })),
})
