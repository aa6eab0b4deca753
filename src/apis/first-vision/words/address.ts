import type { Words } from '../../../http/document/words.ts'
import { coded } from './codes.ts'
import { alike } from './families.ts'

/** What is said of where and how a person is reached, now and before. */
export const ADDRESS: Words['members'] = {
  ...alike(['houseNumber', 'pmHouseNumber'], 'House number, digits only.'),
  ...alike(['houseName', 'pmHouseName'], 'Name of the house.'),
  ...lines(['houseAddress', 'addressLine', 'pmAddressLine'], 4, (n) => `Street address, line ${n}.`),
  ...alike(['city', 'pmCity'], 'Town.'),
  cityAndState: 'Town and state in one text.',
  ...alike(['state', 'stateProvince', 'pmStateProvince'], 'State or province, by its code.'),
  county: 'County or district.',
  ...alike(['postalCode', 'pmPostalCode'], 'Postal code.'),
  countryCode: {
    description: 'Country, by its ISO 3166 code of three letters; the organization’s table says which it takes.',
    examples: ['ARG', 'BRA'],
  },
  countryName: 'Name of the country.',
  ownOrRentResidenceFlag: coded('How the person lives there', 'residence'),
  carrierRoute: 'The postal carrier’s route.',
  ...alike(['carrierRoute1And2', 'carrierRoute1and2'], 'The postal carrier’s route, its first two characters.'),
  ...alike(['carrierRoute3And4', 'carrierRoute3and4'], 'The postal carrier’s route, its last two digits.'),
  ...lines(['address2Line'], 3, (n) => `The second address, line ${n}.`),
  ...lines(['address3Line'], 3, (n) => `The third address, line ${n}.`),
  address2Indicator: coded('What the second address is', 'address'),
  address3Indicator: coded('What the third address is', 'address'),
  city2: 'Town of the second address.',
  city3: 'Town of the third address.',
  postalCode2: 'Postal code of the second address.',
  postalCode3: 'Postal code of the third address.',
  countryCode2: 'Country of the second address, three letters.',
  countryCode3: 'Country of the third address, three letters.',
  statement2Indicator: 'Which of the three addresses statements go to; the first unless said.',

  ...alike(['homePhoneNumber', 'homeTelephone', 'pmHomePhone'], 'Telephone number at home.'),
  ...alike(
    ['homePhoneFlag', 'homePhoneIndicator', 'homeTelephoneFlag', 'pmHomeTelephoneFlag'],
    use('the home telephone'),
  ),
  ...alike(['homeFaxPhoneNumber', 'faxPhoneNumber', 'faxNumber', 'pmFaxNumber'], 'Fax number.'),
  ...alike(['faxPhoneFlag', 'faxPhoneIndicator', 'faxFlag', 'pmFaxFlag'], use('the fax')),
  ...alike(['mobilePhoneNumber', 'mobilePhone', 'pmMobilePhoneNumber'], 'Mobile telephone number.'),
  ...alike(['mobilePhoneFlag', 'mobilePhoneIndicator', 'pmMobilePhoneFlag'], use('the mobile telephone')),
  ...alike(['employerPhoneNumber', 'workTelephone', 'pmWorkPhone'], 'Telephone number at work.'),
  ...alike(
    ['employerPhoneExtension', 'employerExtensionPhoneNumber', 'workPhoneExtension', 'pmWorkPhoneExtension'],
    'Extension at work.',
  ),
  ...alike(['employerPhoneFlag', 'workPhoneFlag', 'pmWorkPhoneFlag'], use('the telephone at work')),
  ...alike(['email', 'pmEmailAddress'], 'Mail address.'),
  ...alike(['emailFlag', 'emailIndicator', 'pmEmailFlag'], use('mail')),
  ...alike(['smsFlag', 'smsIndicator', 'shortMessageServiceFlag'], coded('Whether short messages may be sent', 'sms')),
  contactIndicator: coded('How the person may not be approached', 'restriction'),
  ...alike(['mailingListIndicator', 'mailingList'], 'Which mailing list the person is on; the code is the bank’s own.'),
  ...alike(
    ['statementMessageIndicator', 'pmStatementMessageIndicator'],
    'Which message is printed on statements; the code is the bank’s own.',
  ),

  ...alike(['pmNameLine1', 'pmNameLine2', 'pmNameLine3'], 'A name line as it was before.'),
  ...alike(
    ['pmNameTypeIndicator1', 'pmNameTypeIndicator2', 'pmNameTypeIndicator3'],
    coded('Whose name that line was', 'name'),
  ),
  pmDate: 'Date of the change that made this the prior address.',
  reservedCodes: 'Held in reserve by the host; blank.',
  reservedDates: 'Held in reserve by the host; blank.',
  reservedAmounts: 'Held in reserve by the host; blank.',
  occurrencesForNameAddressField: 'How many people `nameAddressTable` shows.',
  nameAddressTable:
    'Who is on record now, the owner before the co-owner; none where only prior addresses were asked for.',
  'nameAddressTable addressData': 'Names and address of this person.',
  priorMailerData: 'What the owner’s name and address were before. The organization must keep prior addresses.',
  priorMailerFieldsOccurrences: 'How many prior addresses `priorMailer` shows.',
  priorMailer: 'The owner’s prior addresses.',
  nameAddrData: 'Who is on record: the owner, then the co-owner.',
  nameAddressData: 'Names, address and how the person may be reached.',
}

function lines(prefixes: string[], to: number, what: (n: number) => string): Words['members'] {
  const numbers = Array.from({ length: to }, (_, index) => index + 1)
  return Object.fromEntries(prefixes.flatMap((prefix) => numbers.map((n) => [`${prefix}${n}`, what(n)])))
}

function use(channel: string): string {
  return coded(`Whether ${channel} may be used; at most one channel is preferred`, 'contact')
}
