import { update } from '../../examples/updates.ts'
import { byRequest as code, family } from '../../host/family.ts'

const TO_COME = '2999-12-31'

/** Their messages name 0 and 1; other codes of the family know that a channel may be preferred, 2. */
const ASSUMED = { basis: 'assumed', source: 'contract 4.6, 9 #13' } as const

/** Customer Update: what the values of a person break, by themselves or in the organization (contract 4.6). */
export const GC_FIELDS = family('GC', 'contract 4.6', 'documented', {
  '12E': code(
    'MARITAL STATUS MUST BE NUMERIC AND VALUES ARE 0 THRU 4',
    'maritalStatus is another',
    update({ maritalStatus: 'M' }),
  ),
  '13E': code(
    'NAME TYPE 1 IND MUST BE NUMERIC AND VALID VALUES ARE 0, 1 OR 2',
    'nameTypeIndicator1 is another',
    update({ nameTypeIndicator1: 3 }),
  ),
  '14E': code(
    'NAME TYPE 2 IND MUST BE NUMERIC AND VALID VALUES ARE 0, 1 OR 2',
    'nameTypeIndicator2 is another',
    update({ nameTypeIndicator2: 3 }),
  ),
  '15E': code(
    'NAME TYPE 3 IND MUST BE NUMERIC AND VALID VALUES ARE 0, 1 OR 2',
    'nameTypeIndicator3 is another',
    update({ nameTypeIndicator3: 3 }),
  ),
  '16E': code(
    'POSTAL CODE MUST BE ALPHA, SPACE, DASH OR NUMBER',
    'postalCode holds another character',
    update({ postalCode: 'C1425#' }),
  ),
  '17E': code(
    'RESIDENCE CODE MUST BE NUMERIC AND VALID VALUES ARE 0 THRU 3',
    'ownOrRentResidenceFlag is another',
    update({ ownOrRentResidenceFlag: 4 }),
  ),
  '18E': code(
    'CONTACT IND MUST BE NUMERIC',
    'contactIndicator is not one or two digits',
    update({ contactIndicator: 'AA' }),
  ),
  '19E': code(
    'CARRIER ROUTE LAST 2 CHARACTERS MUST BE NUMERIC',
    'carrierRoute3and4 is not one or two digits',
    update({ carrierRoute: { carrierRoute3and4: 'A1' } }),
  ),
  '20E': code(
    'SENT DATE MUST BE NUMERIC AND HAS VALUE ZERO OR VALID DATE FORMAT',
    'formDateSent is neither a date of the calendar nor zeros',
    update({ formDateSent: '2026-02-30' }),
  ),
  '21E': code(
    'SENT DATE MUST BE <= THAN NEXT PROCESSING DATE OR ZERO',
    'formDateSent lies after the next processing date of the organization',
    update({ formDateSent: TO_COME }),
  ),
  '22E': code(
    'STATEMENT MESSAGE INDICATOR MUST BE NUMERIC',
    'statementMessageIndicator is not a digit',
    update({ statementMessageIndicator: 'Y' }),
  ),
  '23E': code(
    'DATE OF BIRTH MUST BE ZERO OR HAVE VALID DATE FORMAT',
    'dateOfBirth is neither a date of the calendar nor zeros',
    update({ dateOfBirth: '1990-13-01' }),
  ),
  '24E': code(
    'TAX IDENTIFICATION MUST BE NUMERIC AND VALID VALUES ARE 0, 1 OR 2',
    'taxIdType is another',
    update({ taxIdType: 3 }),
  ),
  '25E': code(
    'WHEN TAX ID = 0 FIRST 9 CHARACTERS TAX ID NUMBER MUST BE NUMERIC',
    'taxIdNumber is given under taxIdType 0 and does not begin with nine digits',
    update({ taxIdType: 0, taxIdNumber: 'AB1234567' }),
  ),
  '26E': code(
    'FILED DATE MUST BE ZERO OR HAVE VALID DATE FORMAT',
    'dateFiledForm is neither a date of the calendar nor zeros',
    update({ dateFiledForm: 'never' }),
  ),
  '27E': code(
    'FILED DATE MUST BE <= THAN NEXT PROCESSING DATE OR ZERO',
    'dateFiledForm lies after the next processing date of the organization',
    update({ dateFiledForm: TO_COME }),
  ),
  '28E': code(
    'FLAG MUST BE NUMERIC AND VALID VALUES ARE 0 OR 1',
    'employerPhoneFlag is not 0, 1 or 2',
    update({ employerPhoneFlag: 3 }),
    ASSUMED,
  ),
  '29E': code(
    'NUMBER OF DEPENDANTS MUST BE NUMERIC',
    'numberOfDependents is not one to three digits',
    update({ numberOfDependents: 'two' }),
  ),
  '30E': code(
    'USER 10 DATE MUST BE ZERO OR VALID DATE FORMAT',
    'user10 is no YYYYDDD, nor zeros',
    update({ user10: 2026366 }),
  ),
  '31E': code(
    'USER 11 DATE MUST BE ZERO OR VALID DATE FORMAT',
    'user11 is no YYYYDDD, nor zeros',
    update({ user11: 2026000 }),
  ),
  '35E': code(
    'COUNTRY CODE MUST EXIST IN THE SECURITY SUBSYSTEM',
    'countryCode is not in the country table of the organization',
    update({ countryCode: 'QQQ' }),
  ),
  '36E': code(
    'HOME PHONE FLAG MUST BE NUMERIC AND VALID VALUES ARE 0 OR 1',
    'homePhoneIndicator is not 0, 1 or 2',
    update({ homePhoneIndicator: 3 }),
    ASSUMED,
  ),
  '37E': code(
    'FAX PHONE FLAG MUST BE NUMERIC AND VALID VALUES ARE 0 OR 1',
    'faxPhoneIndicator is not 0, 1 or 2',
    update({ faxPhoneIndicator: 3 }),
    ASSUMED,
  ),
  '38E': code(
    'MOBILE PHONE FLAG MUST BE NUMERIC AND VALID VALUES ARE 0 OR 1',
    'mobilePhoneIndicator is not 0, 1 or 2',
    update({ mobilePhoneIndicator: 3 }),
    ASSUMED,
  ),
  '39E': code(
    'EMAIL FLAG MUST BE NUMERIC AND VALID VALUES ARE 0 OR 1',
    'emailIndicator is not 0, 1 or 2',
    update({ emailIndicator: 3 }),
    ASSUMED,
  ),
  '40E': code(
    'GENDER CODE MUST BE NUMERIC AND VALID VALUES ARE 0, 1 OR 2',
    'genderCode is another',
    update({ genderCode: 'F' }),
  ),
  '41E': code(
    'SMS FLAG MUST BE NUMERIC AND VALID VALUES ARE 0 OR 1',
    'smsIndicator is neither',
    update({ smsIndicator: 2 }),
  ),
  '53E': code(
    'DATE OF BIRTH MUST BE LESS THAN NEXT PROCESSING DATE',
    'dateOfBirth is not before the next processing date of the organization',
    update({ dateOfBirth: TO_COME }),
  ),
  '54E': code(
    'NAME-LINE-1 NOT MAINTAINABLE WHEN EXTENDED LOOKUP IS ACTIVE',
    'nameLine1 is given, and the organization searches by first, middle and last name',
    update({ nameLine1: 'Paula Ríos' }, 'extended-name-format'),
  ),
})
