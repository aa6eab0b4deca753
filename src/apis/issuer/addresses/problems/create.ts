import { create, rule } from '../../platform/rule.ts'

/** What a create may carry: labels, kinds and their data, usages (contract 4.1, 4.2, 4.18, 4.19). */

export const labelUnknown = rule('label-unknown', 'the issuer has no such address label', {
  basis: 'documented',
  source: 'contract 4.2',
  when: '`addressLabel` is not configured for the issuer',
  example: create({ addressLabel: 'HOLIDAY_HOME' }),
})

export const labelTypeMismatch = rule('label-type-mismatch', 'the label belongs to another address type', {
  basis: 'documented',
  source: 'contract 4.2',
  when: '`addressType` is not the type of `addressLabel`',
  example: create({ addressLabel: 'PERSONAL_EMAIL' }),
})

export const addressDataMissing = rule('address-data-missing', 'the data of the address type is missing', {
  basis: 'documented',
  source: 'contract 4.1',
  when: 'the block that `addressType` asks for is not sent',
  example: create({ postalAddress: undefined }),
})

export const emailMalformed = rule('email-malformed', 'an e-mail address has the form aaa@bbb.ccc', {
  basis: 'documented',
  source: 'contract 3 EmailAddress',
  when: '`emailAddress.email` is not of that form',
  example: create({
    addressLabel: 'PERSONAL_EMAIL',
    addressType: 'E_MAIL',
    postalAddress: undefined,
    emailAddress: { email: 'henri.example.com' },
  }),
})

export const countryUnknown = rule('country-unknown', 'the country is not on the list of the issuer', {
  basis: 'inferred',
  source: 'contract 6 Validation',
  when: 'the issuer has a list of countries, and `postalAddress.country` is not on it',
  example: create(
    { postalAddress: { townName: 'LIMA', country: 'PE' } },
    '/api/v2/issuers/5678/customers/CUS10000500001/addresses',
  ),
})

export const usageNameUnknown = rule('usage-name-unknown', 'the issuer has no such address usage', {
  basis: 'documented',
  source: 'contract 4.19',
  when: 'an `addressUsageName` is not configured for the issuer',
  example: create({ addressUsages: [{ addressUsageName: 'POSTCARDS', serviceCode: 'CARD_SERVICE' }] }),
})

export const serviceCodeUnknown = rule('service-code-unknown', 'the issuer has no such service', {
  basis: 'documented',
  source: 'contract 4.19',
  when: 'a `serviceCode` is not configured for the issuer',
  example: create({ addressUsages: [{ addressUsageName: 'CARD_DELIVERY', serviceCode: 'POST_SERVICE' }] }),
})

export const externalReferenceTaken = rule('external-reference-taken', 'another address has this external reference', {
  basis: 'assumed',
  source: 'contract 4.4; decision Identity',
  when: '`issuerAddressExternalReference` belongs to another address of the issuer',
  example: create({ issuerAddressExternalReference: 'ADDRESS-202301260053' }),
})
