import * as z from 'zod'
import { countryName } from '../../domain/countries.ts'
import { numberedSide } from '../../domain/side.ts'
import { text as givenText, judgedInteger, judgedText } from '../../host/members.ts'
import { date, digitText, integer, list, render, type Shape, schemaOf, text } from '../../host/outputs.ts'
import type { Owner } from '../../person/members.ts'
import { PERSON } from './demographic-person.ts'
import type { Inquired } from './domain.ts'

export const DemographicInquiry = z.object({
  context: givenText(20).schema,
  signonName: givenText(20).schema,
  organizationNumber: judgedInteger(3).schema,
  customerAccountCardNumber: judgedText(19).schema,
  numberType: judgedText(1, [' ', '0', '1']).schema,
  foreignUseIndicator: judgedText(1, ['0', '1']).schema,
})
export type DemographicInquiry = z.infer<typeof DemographicInquiry>

/** Whose record is asked for. */
export const inquiredSide = (request: DemographicInquiry) => numberedSide(request, request.customerAccountCardNumber)

const ANSWER = {
  organizationNumber: integer(3),
  customerNumber: text(19),
  addStatus: integer(2),
  status: integer(1),
  source: text(1),
  dateLastMaintenance: date(),
  dateLastAddressChange: date(),
  vipStatus: digitText(1),
  sicCode: integer(6),
  duplicateCurrency: integer(1, 'dualFlag'),
  makerCoMakerIndicator: digitText(1),
  nameAddrData: list({
    ...PERSON,
    userfield: list({ sequence: integer(2), userLabel: text(10) }),
    demofield: list({ sequence: integer(1), demoLabel: text(10) }),
  }),
} satisfies Shape

export const DemographicData = schemaOf(ANSWER)

/** What is on file, as far as the answer has members for it (contract 4.7, 9 #39 and #40). */
export function demographicData({ organization, customer, shownNumber }: Inquired) {
  const { ownerData, coOwnerData } = customer
  const labels = {
    userfield: labelled('userLabel', organization.userLabels ?? numbered('USER', 15)),
    demofield: labelled('demoLabel', organization.demographicLabels ?? numbered('DEMO', 3)),
  }
  const person = (owner: Owner, index: number) => ({
    ...owner,
    sequence: index + 1,
    countryName: owner.countryCode && countryName(owner.countryCode),
    cityAndState: [owner.city, owner.state].filter(Boolean).join(' '),
    w9Indicator: owner.dateOfFile ? 1 : 0,
    accountCardNumber: shownNumber,
    ...labels,
  })
  return render(ANSWER, {
    ...customer,
    organizationNumber: organization.organizationNumber,
    makerCoMakerIndicator: coOwnerData ? 2 : 1,
    nameAddrData: [ownerData, ...(coOwnerData ? [coOwnerData] : [])].map(person),
  })
}

const labelled = (member: string, labels: string[]) =>
  labels.map((label, index) => ({ sequence: index + 1, [member]: label }))

const numbered = (word: string, count: number) => Array.from({ length: count }, (_, index) => `${word} ${index + 1}`)
