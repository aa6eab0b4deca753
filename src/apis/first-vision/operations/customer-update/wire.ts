import * as z from 'zod'
import { numberedSide } from '../../domain/side.ts'
import { judgedDate, judgedInteger, judgedText } from '../../host/members.ts'
import { integer, render, type Shape, schemaOf, text } from '../../host/outputs.ts'
import { isGiven, isOneOf, NO_NUMBER, nameOf, type Scalar, textOf } from '../../host/scalar.ts'
import { isUserMember, type OwnerInput, PERSON_MEMBERS } from '../../person/members.ts'
import { ownerAs } from '../../person/names.ts'
import { shownCardNumber } from '../../records/card-numbers.ts'
import type { CustomerUpdate as Update, UpdatedCustomer } from './domain.ts'

/** A person's block as the update calls its members (contract 3). */
export const UPDATED_OWNER = ownerAs(
  {
    ...PERSON_MEMBERS,
    user10: judgedInteger(7),
    user11: judgedInteger(7),
    formDateSent: judgedDate(),
  },
  {
    mailingListIndicator: 'mailingList',
    homePhoneFlag: 'homePhoneIndicator',
    homeFaxPhoneNumber: 'faxPhoneNumber',
    faxPhoneFlag: 'faxPhoneIndicator',
    mobilePhoneFlag: 'mobilePhoneIndicator',
    emailFlag: 'emailIndicator',
    smsFlag: 'smsIndicator',
    driverLicenseNumber: 'driverLicense.driverLicenseNumber',
    driverLicenseState: 'driverLicense.driverLicenseState',
    driverLicenseCountry: 'driverLicense.driverLicenseCountry',
    identificationNumberFlag: 'taxIdType',
    identificationNumber: 'taxIdNumber',
    dateOfFile: 'dateFiledForm',
    employerPhoneExtension: 'employerExtensionPhoneNumber',
    demographic1: 'userDemographic1',
    demographic2: 'userDemographic2',
    demographic3: 'userDemographic3',
    foreignIndicator: 'foreignFormIndicator',
    carrierRoute1And2: 'carrierRoute.carrierRoute1and2',
    carrierRoute3And4: 'carrierRoute.carrierRoute3and4',
  },
)

const indicator = (...values: string[]) => judgedText(1, ['', ' ', ...values]).schema

export const CustomerUpdate = z.object({
  organizationNumber: judgedInteger(3).schema,
  customerNumber: z.string().nullish(),
  numberType: indicator('0', '1'),
  foreignUseIndicator: indicator('0', '1'),
  demographicDataIndicator: indicator('0', '1', '2'),
  userDataIndicator: indicator('0', '1', '2'),
  vipStatus: judgedInteger(1).schema,
  status: judgedInteger(1).schema,
  sicCode: judgedInteger(6).schema,
  ...UPDATED_OWNER.shape,
})
export type CustomerUpdate = z.infer<typeof CustomerUpdate>

/** The request, the person in it by the names that are kept, and the day after that on which it is judged. */
export type CustomerUpdateRequest = CustomerUpdate & { owner: OwnerInput; tomorrow: string }

export const readCustomerUpdate = <Body extends CustomerUpdate>(
  body: Body,
  tomorrow: string,
): Body & CustomerUpdateRequest => ({ ...body, owner: UPDATED_OWNER.read(body), tomorrow })

/** Whose record is meant. */
export const updatedSide = (request: CustomerUpdate) => numberedSide(request, request.customerNumber)

/** What is to be changed, of a request that the edits let pass. */
export function updateOf(request: CustomerUpdateRequest): Update {
  const { demographicDataIndicator: demographic, userDataIndicator: user } = request
  const indicatorOf = (member: string) => (isUserMember(member) ? 'userDataIndicator' : 'demographicDataIndicator')
  const isChosen = (member: string) => isOneOf(request[indicatorOf(member)], '1', '2')
  // Null is as good as absent.
  const sent = Object.entries(request.owner).filter(([, value]) => value !== undefined && value !== null)
  // The documented layout demands a postal code of everybody, so that one says nothing.
  const ignored = sent
    .filter(([member]) => !isChosen(member) && member !== 'postalCode')
    .map(([member]) => indicatorOf(member))
  return {
    ...updatedSide(request),
    block: [demographic, user].some((value) => isOneOf(value, '2')) ? 'coOwnerData' : 'ownerData',
    sent: Object.fromEntries(sent.filter(([member]) => isChosen(member))),
    ignored: [...new Set(ignored)],
    status: numberGiven(request.status),
    vipStatus: numberGiven(request.vipStatus),
    sicCode: numberGiven(request.sicCode),
  }
}

/** Zero is a value here. */
const numberGiven = (value: Scalar) => (isGiven(value) ? Number(textOf(value)) : undefined)

const INDICATORS = {
  numberType: text(1),
  foreignUseIndicator: text(1),
  demographicDataIndicator: text(1),
  userDataIndicator: text(1),
}

/** The answer's members, which the reversal's begins with. */
export const UPDATED = {
  organizationNumber: integer(3),
  customerNumber: text(19),
  ...INDICATORS,
  cmsOrganizationNumber: integer(3),
  accountNumber: text(19),
} satisfies Shape

const ANSWER = { outputArea: UPDATED } satisfies Shape

export const CustomerUpdated = schemaOf(ANSWER)

export const customerUpdated = (request: CustomerUpdateRequest, updated: UpdatedCustomer) =>
  render(ANSWER, updatedMembers(request, updated))

/** The request's own keys and indicators; a card's number as the platform lets it out (contract 8 #31). */
export function updatedMembers(request: CustomerUpdateRequest, updated: UpdatedCustomer) {
  const { organization, customer, account, card } = updated
  return {
    organizationNumber: nameOf(request.organizationNumber) ?? organization.organizationNumber,
    customerNumber: card ? shownCardNumber(organization, card) : textOf(request.customerNumber),
    ...Object.fromEntries(
      Object.keys(INDICATORS).map((name) => [name, textOf(request[name as keyof typeof INDICATORS])]),
    ),
    cmsOrganizationNumber: (account ?? customer).organizationNumber,
    accountNumber: account?.accountNumber ?? NO_NUMBER,
  }
}
