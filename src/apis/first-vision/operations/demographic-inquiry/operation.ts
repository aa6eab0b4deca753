import { operation } from '../../../../http/operation.ts'
import { nameOf, textOf } from '../../host/scalar.ts'
import { inquireDemographics } from './domain.ts'
import { judgeInquiry } from './edits.ts'
import { ND } from './problems.ts'
import { DemographicData, DemographicInquiry, demographicData } from './wire.ts'

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
