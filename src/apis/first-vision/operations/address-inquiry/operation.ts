import { operation } from '../../../../http/operation.ts'
import { findOrganization } from '../../domain/organizations.ts'
import { addressOrganization, inquireAddress } from './domain.ts'
import { judgeAddressInquiry } from './edits.ts'
import { AD } from './problems.ts'
import { Addresses, AddressPath, AddressQuery, addresses, readAddressInquiry } from './wire.ts'

export const addressInquiry = operation({
  id: 'Current/Prior Address Inquiry',
  method: 'get',
  path: '/customer/{accountNumber}/current-prior-address',
  summary: 'Show the current and prior addresses behind an account, card, relationship or customer number',
  description: 'Prior addresses are kept where the organization has them switched on, and shown for the owner only.',
  tag: 'Customers',
  source: 'contract 4.3',
  params: AddressPath,
  query: AddressQuery,
  response: Addresses,
  problems: Object.values(AD),
}).handle((workspace, { params, query }) => {
  const request = { ...params, ...query }
  const inquiry = readAddressInquiry(request)
  const organizationNumber = addressOrganization(workspace, inquiry)
  const organization = organizationNumber === undefined ? undefined : findOrganization(workspace, organizationNumber)
  judgeAddressInquiry(request, organization)
  return addresses(request, inquireAddress(workspace, inquiry))
})
