import * as z from 'zod'
import { dateOfYear } from '../../host/calendar.ts'
import { among, date, digitText, integer, type Output, type Shape } from '../../host/outputs.ts'
import { personText, personTexts } from '../../person/shown.ts'

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
  homeTelephone: personText('homePhoneNumber'),
  homeTelephoneFlag: contact(integer(1, 'homePhoneFlag')),
  workTelephone: personText('employerPhoneNumber'),
  workPhoneExtension: personText('employerPhoneExtension'),
  workPhoneFlag: contact(integer(1, 'employerPhoneFlag')),
  faxNumber: personText('homeFaxPhoneNumber'),
  faxFlag: contact(integer(1, 'faxPhoneFlag')),
  mobilePhone: personText('mobilePhoneNumber'),
  mobilePhoneFlag: contact(integer(1)),
  ...personTexts('countryCode', 'postalCode', 'languageIndicator'),
  mailingList: personText('mailingListIndicator'),
  statementMessageIndicator: digitText(1),
  dateOfBirth: date(),
  email: personText('email'),
  emailFlag: contact(integer(1)),
  userData: {
    userDefined1: personText('user1'),
    userDefined2: personText('user2'),
    userDefined3: personText('user3'),
    userDefined4: personText('user4'),
    userDefined5: personText('user5'),
    userDefined6: personText('user6'),
    userDefined7: personText('user7'),
    userDefined8: personText('user8'),
    userDefined9: personText('user9'),
    userDefined10: compactDate('user10'),
    userDefined11: compactDate('user11'),
    userDefined12: personText('user12'),
    userDefined13: personText('user13'),
    userDefinedDemographic1: personText('demographic1'),
    userDefinedDemographic2: personText('demographic2'),
    userDefinedDemographic3: personText('demographic3'),
  },
  addressData: {
    nameTypeIndicator1: digitText(1),
    nameTypeIndicator2: digitText(1),
    nameTypeIndicator3: digitText(1),
    ...personTexts('nameLine1', 'nameLine2', 'nameLine3', 'houseNumber', 'houseName'),
    addressLine1: personText('houseAddress1'),
    addressLine2: personText('houseAddress2'),
    addressLine3: personText('houseAddress3'),
    addressLine4: personText('houseAddress4'),
    city: personText('city'),
    stateProvince: personText('state'),
    employer: personText('employerName'),
    ...personTexts('employerAddress1', 'employerAddress2'),
    shortMessageServiceFlag: among(['0', '1'], digitText(1, 'smsFlag')),
  },
} satisfies Shape
