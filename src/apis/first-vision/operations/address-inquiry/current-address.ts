import * as z from 'zod'
import { dateOfYear } from '../../host/calendar.ts'
import { among, date, digitText, integer, type Output, type Shape, text } from '../../host/outputs.ts'

/** A date stored as year and day of year, in the eight digits that this answer has room for (contract 9 #20). */
const compactDate = (from: string): Output<string> => ({
  schema: z.string().max(8),
  of: (value) => (dateOfYear(String(value ?? '')) ?? '').replaceAll('-', ''),
  from,
})

/** Whether a way to reach somebody is not to be used, may be or is preferred (contract 2.7). */
const contact = (flag: Output<number>) => among([0, 1, 2], flag)

/** A person as the address inquiry shows it, out of an owner block (contract 3, 4.3). */
export const CURRENT_ADDRESS = {
  homeTelephone: text(20, 'homePhoneNumber'),
  homeTelephoneFlag: contact(integer(1, 'homePhoneFlag')),
  workTelephone: text(20, 'employerPhoneNumber'),
  workPhoneExtension: text(6, 'employerPhoneExtension'),
  workPhoneFlag: contact(integer(1, 'employerPhoneFlag')),
  faxNumber: text(20, 'homeFaxPhoneNumber'),
  faxFlag: contact(integer(1, 'faxPhoneFlag')),
  mobilePhone: text(20, 'mobilePhoneNumber'),
  mobilePhoneFlag: contact(integer(1)),
  countryCode: text(3),
  postalCode: text(10),
  languageIndicator: text(3),
  mailingList: text(1, 'mailingListIndicator'),
  statementMessageIndicator: digitText(1),
  dateOfBirth: date(),
  email: text(60),
  emailFlag: contact(integer(1)),
  userData: {
    userDefined1: text(2, 'user1'),
    userDefined2: text(2, 'user2'),
    userDefined3: text(7, 'user3'),
    userDefined4: text(1, 'user4'),
    userDefined5: text(1, 'user5'),
    userDefined6: text(2, 'user6'),
    userDefined7: text(2, 'user7'),
    userDefined8: text(3, 'user8'),
    userDefined9: text(3, 'user9'),
    userDefined10: compactDate('user10'),
    userDefined11: compactDate('user11'),
    userDefined12: text(30, 'user12'),
    userDefined13: text(30, 'user13'),
    userDefinedDemographic1: text(20, 'demographic1'),
    userDefinedDemographic2: text(20, 'demographic2'),
    userDefinedDemographic3: text(20, 'demographic3'),
  },
  addressData: {
    nameTypeIndicator1: digitText(1),
    nameTypeIndicator2: digitText(1),
    nameTypeIndicator3: digitText(1),
    nameLine1: text(40),
    nameLine2: text(40),
    nameLine3: text(40),
    houseNumber: text(20),
    houseName: text(40),
    addressLine1: text(40, 'houseAddress1'),
    addressLine2: text(40, 'houseAddress2'),
    addressLine3: text(40, 'houseAddress3'),
    addressLine4: text(40, 'houseAddress4'),
    city: text(30),
    stateProvince: text(3, 'state'),
    employer: text(40, 'employerName'),
    employerAddress1: text(40),
    employerAddress2: text(40),
    shortMessageServiceFlag: among(['0', '1'], digitText(1, 'smsFlag')),
  },
} satisfies Shape
