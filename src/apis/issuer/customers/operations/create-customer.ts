import * as z from 'zod'
import * as addresses from '../../addresses/problems/create.ts'
import { contactNameMissing } from '../../contacts/problems.ts'
import { remarkLongValues } from '../../domain/long-values.ts'
import { ISSUER_LIMITS } from '../../limit-profiles.ts'
import { HENRI } from '../../platform/example-cast.ts'
import { Embed, Filter } from '../../platform/parameters.ts'
import { byIssuer } from '../../references/by-issuer.ts'
import { createCustomer as create } from '../domain/creation.ts'
import * as classes from '../problems/attributes.ts'
import * as creation from '../problems/creation.ts'
import { CreateCustomerResponse } from '../wire/customer.ts'
import { CreateCustomerRequest } from '../wire/requests.ts'
import { customerIdentifierOf, customerOf, type Embedded } from '../wire/shown.ts'

const { customerNameMissing: _inTheSchema, ...ofClasses } = classes

export const createCustomer = byIssuer('createCustomer', {
  method: 'post',
  summary: 'Create a customer',
  description:
    'With the main postal address, and further addresses and contacts as wanted. All of it is created, or nothing.',
  tag: 'Customer',
  source: 'contract 2 #42, 4.3, 7.1 to 7.5',
  query: z.object({
    filter: Filter,
    embed: Embed(['customer', 'customer.addressIdentifiers', 'customer.addresses', 'customer.contacts']),
  }),
  limits: ISSUER_LIMITS,
  body: CreateCustomerRequest,
  response: CreateCustomerResponse,
  problems: [...Object.values(creation), ...Object.values(ofClasses), ...Object.values(addresses), contactNameMissing],
  idempotent: true,
  example: {
    params: HENRI,
    query: { embed: ['customer'] },
    body: {
      issuerCustomerExternalReference: 'PERSON-2026030200001A',
      firstName: 'Ida',
      lastName: 'Sommer',
      birthDate: '1990-05-17',
      addresses: [
        {
          addressLabel: 'MAIN_POSTAL_ADDRESS',
          addressType: 'POSTAL_MAIL',
          postalAddress: {
            streetName: 'Lindenweg',
            buildingNumber: '7',
            postCode: '10115',
            townName: 'BERLIN',
            country: 'DE',
          },
        },
      ],
    },
  },
}).handle((workspace, issuer, { query, body }) => {
  remarkLongValues(workspace, body)
  const customer = create(workspace, issuer, body)
  const embed = query.embed?.map((name) => name.slice('customer.'.length) as Embedded)
  return {
    customerIdentifier: customerIdentifierOf(customer),
    ...(embed && { customer: customerOf(workspace, customer, embed) }),
  }
})
