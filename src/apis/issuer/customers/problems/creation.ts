import type { Example } from '../../../../kernel/problem.ts'
import { rule } from '../../platform/rule.ts'

/** What only the creation of a customer may get wrong; its addresses follow the rules of `create.ts`. */

const main = {
  addressLabel: 'MAIN_POSTAL_ADDRESS',
  addressType: 'POSTAL_MAIL',
  postalAddress: { streetName: 'Lindenweg', buildingNumber: '12', townName: 'Berlin', country: 'DE' },
}

/** A creation that would succeed, but for what `changes` makes wrong. */
const creation = (changes: object): Example => ({
  scenario: 'quickstart',
  method: 'POST',
  path: '/api/v2/issuers/1234/customers',
  body: { firstName: 'Ida', lastName: 'Sommer', addresses: [main], ...changes },
})

export const mainAddressMissing = rule('main-address-missing', 'a customer needs a main postal address', {
  basis: 'documented',
  source: 'contract 4.3',
  when: 'no address of the request has the label `MAIN_POSTAL_ADDRESS`',
  example: creation({ addresses: [{ ...main, addressLabel: 'SECOND_POSTAL_ADDRESS' }] }),
})

export const labelTwice = rule('label-twice', 'two addresses have the same label', {
  basis: 'assumed',
  source: 'decision Identity',
  when: 'two addresses of one creation have the same `addressLabel`',
  example: creation({ addresses: [main, main] }),
})

export const entityTypeMissing = rule('entity-type-missing', 'an entity to come needs its type', {
  basis: 'documented',
  source: 'contract 7.3',
  when: 'a usage has an `entityRequestCorrelationId` and no `entityType`',
  example: creation({
    addresses: [
      {
        ...main,
        addressUsages: [
          { addressUsageName: 'CARD_DELIVERY', serviceCode: 'CARD_SERVICE', entityRequestCorrelationId: 'c-1' },
        ],
      },
    ],
  }),
})

export const customerReferenceTaken = rule('customer-reference-taken', 'another customer has this external reference', {
  basis: 'assumed',
  source: 'contract 4.4; decision Identity',
  when: '`issuerCustomerExternalReference` belongs to another customer of the issuer',
  example: creation({ issuerCustomerExternalReference: 'PERSON-2023012600001A' }),
})
