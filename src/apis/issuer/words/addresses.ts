import type { Words } from '../../../http/document/words.ts'
import { LABEL, SERVICE_CODE, USAGE_NAME } from './configured.ts'

/** What is said of addresses, their versions and usages (contract 3, 4.1 to 4.37). */
export const ADDRESSES: Words['members'] = {
  addressIdentifier: 'What names the address.',
  addressReference: {
    description: 'The platform’s reference of the address; its versions share it.',
    examples: ['ADDREF_MAIN_POSTAL_ADDRESS_1000000000417761'],
  },
  issuerAddressExternalReference: {
    description: 'The issuer’s own reference of the address, unique at the issuer.',
    examples: ['ADDRESS-202301260053'],
  },
  'ModifyAddressRequest issuerAddressExternalReference': 'Not used any more: taken and ignored.',
  addressVersionIdentifier: 'What names the version; in lists of versions only.',
  addressVersionReference: 'The platform’s reference of a version of the address.',
  addressLabel: LABEL,
  addressType: 'What the address is: a block of the same kind goes with it, and those of others are ignored.',
  postalAddress: 'The postal address; compulsory under `POSTAL_MAIL`.',
  'Contact postalAddress': 'Postal address of the contact.',
  'CreateContactRequest postalAddress': 'Postal address of the contact.',
  'ModifyContactRequest postalAddress': 'Postal address of the contact.',
  'ModifyCustomerRequestContact postalAddress': 'Postal address of the contact.',
  emailAddress: 'The mail address; compulsory under `E_MAIL`.',
  phone: 'The telephone number; compulsory under `PHONE`.',
  addressUsages: 'What the address is used for; in answers to reads only where embedded.',
  'ModifyAddressRequest addressUsages': 'Not part of an update: usages have operations of their own.',
  'DeleteAddressUsageResponse addressUsages': 'The usages that are left.',
  typeCode: 'Not used any more: taken and ignored.',
  'MailAddress typeCode': 'Not used any more; never shown.',
  line1:
    'First line as it is printed: the name. An issuer may have the lines composed where the caller leaves them out.',
  line2: 'Second line as it is printed: building number and street.',
  line3: 'Third line as it is printed: the post-office box.',
  line4: 'Fourth line as it is printed: post code and town.',
  line5: 'Fifth line as it is printed: the country.',
  buildingNumber: 'Number of the building.',
  boxNumber: 'Number of the post-office box.',
  streetName: 'Street.',
  postCode: 'Post code.',
  townName: 'Town.',
  countrySubdivision: 'State, province or canton.',
  country: {
    description:
      'Country, in two letters or however the issuer writes it. An issuer’s record may say which it takes (`countries`).',
    examples: ['DE', 'CH'],
  },
  countryName: 'Name of the country; never shown.',
  email: 'The mail address, with an @ and a dot after it.',
  countryCode: {
    description: 'Dialling code of the country; without it the number should be international.',
    examples: ['49'],
  },
  localPhoneNumber: 'The number as it is dialled in its country.',
  internationalPhoneNumber: 'The number as it is dialled from abroad; left out where it cannot be told.',
  addressUsageName: USAGE_NAME,
  serviceCode: SERVICE_CODE,
  entityReference: 'The account or card contract that the usage is for, as free text. Absent is a value of its own.',
  entityRequestCorrelationId:
    'Stands for an account or card contract that is still to come; compulsory with `entityType`.',
  entityType: 'What that is.',
  status: 'Whether the address is in use: `ACTIVE` or `INACTIVE`.',
  statusDate: 'When the status last changed; absent while it never has.',
  startDate:
    'From when on the version counts: a date, or a date-time. A date begins with that day in the issuer’s time zone, in which a time without an offset is read too. In the past, or left out, it is now.',
  'Address startDate': 'From when on this version counts.',
  endDate:
    'Until when a temporary version counts, that instant not included: a date, or a date-time. Compulsory for one, and not allowed otherwise.',
  'Address endDate': 'Until when this version counts, that instant not included.',
  temporary: 'Whether the version stands in for the permanent one for a time.',
  'Address temporary': 'Whether this version stands in for the permanent one; shown where true.',
  invalid: 'Whether mail to it comes back.',
  'ModifyAddressRequest invalid': 'Not used any more: taken and ignored.',
  'Address invalid': 'Whether mail to it comes back; shown where true.',
  showHistory:
    'Whether all versions of all addresses are listed, not only those in force. Left out, or empty, it is false.',
}
