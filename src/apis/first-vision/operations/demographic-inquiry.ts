import { operation } from '../../../http/operation.ts'
import { inquireDemographics } from '../domain/demographic-inquiry.ts'
import { judgeInquiry } from '../edits/demographic-inquiry.ts'
import { ND } from '../problems/demographic-inquiry.ts'
import { nameOf, textOf } from '../scalar.ts'
import { DemographicData, DemographicInquiry, demographicData } from '../wire/demographic-inquiry.ts'

export const demographicInquiry = operation({
  id: 'Demographic Inquiry',
  method: 'post',
  path: '/customer/demographicData-l8v2',
  summary: 'Show the demographic record behind a customer, account or card number',
  tag: 'Customers',
  source: 'contract 4.7',
  body: DemographicInquiry,
  response: DemographicData,
  problems: Object.values(ND),
}).handle((workspace, { body }) => {
  judgeInquiry(body)
  const organizationNumber = nameOf(body.organizationNumber)
  return demographicData(
    inquireDemographics(workspace, {
      organizationNumber: organizationNumber === undefined ? undefined : Number(organizationNumber),
      number: textOf(body.customerAccountCardNumber),
      isCustomerNumber: textOf(body.numberType) === '1',
      foreign: textOf(body.foreignUseIndicator) === '1',
    }),
  )
})
