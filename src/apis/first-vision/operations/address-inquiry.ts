import { operation } from '../../../http/operation.ts'
import { addressOrganization, inquireAddress } from '../domain/address-inquiry.ts'
import { findOrganization } from '../domain/organizations.ts'
import { judgeAddressInquiry } from '../edits/address-inquiry.ts'
import { AD } from '../problems/address-inquiry.ts'
import { Addresses, AddressPath, AddressQuery, addresses, readAddressInquiry } from '../wire/address-inquiry.ts'

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
