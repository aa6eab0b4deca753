import * as z from 'zod'

// One behaviour stands at two paths or four: the customer, and the address, by the platform's reference or by the
// issuer's (contract 2 Path quirks).

type Form = 'own' | 'external'
export const FORMS = ['own', 'external'] as const

/** Operation ids, or parts of paths, by the form of a reference. */
export type Forms = Record<Form, string>

export const CUSTOMERS = '/api/v2/issuers/{issuerId}/customers'

const CUSTOMER = { own: '{customerReference}', external: 'external-customers/{issuerCustomerExternalReference}' }

/** A customer's path, by the form of the reference. */
export const customerPath = (form: Form): string => `${CUSTOMERS}/${CUSTOMER[form]}`

export const CUSTOMER_PARAMS = {
  own: { issuerId: z.string(), customerReference: z.string() },
  external: { issuerId: z.string(), issuerCustomerExternalReference: z.string() },
}

/** An address, below its customer. */
export const ADDRESS = {
  own: '/addresses/{addressReference}',
  external: '/addresses/external-addresses/{issuerAddressExternalReference}',
}
/** These alone have the issuer's reference of an address without `/addresses` before it. */
export const VERSIONS = {
  own: '/addresses/{addressReference}/address-versions',
  external: '/external-addresses/{issuerAddressExternalReference}/address-versions',
}

export const ADDRESS_PARAMS = {
  own: { addressReference: z.string() },
  external: { issuerAddressExternalReference: z.string() },
}
