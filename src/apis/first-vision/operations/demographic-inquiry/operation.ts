import { operation } from '../../../../http/operation.ts'
import { twoStages } from '../../host/two-stages.ts'
import { inquireDemographics, seekInquiryPlace } from './domain.ts'
import { DEMOGRAPHIC_EDITS } from './edits.ts'
import { ND } from './problems.ts'
import { DemographicData, DemographicInquiry, demographicData, inquiredSide } from './wire.ts'

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
  example: { body: { organizationNumber: 998, customerAccountCardNumber: '0009980011000000001', numberType: '1' } },
}).handle(
  twoStages({
    read: ({ body }) => body,
    place: (workspace, request) => seekInquiryPlace(workspace, inquiredSide(request)),
    edits: DEMOGRAPHIC_EDITS,
    perform: (workspace, request, place) =>
      demographicData(inquireDemographics(workspace, place, inquiredSide(request))),
  }),
)
