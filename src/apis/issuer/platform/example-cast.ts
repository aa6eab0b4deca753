// Whom the examples of operations speak of: customers of `quickstart`, each with all its references, of which a path takes
// those that it has.

const ISSUER = { issuerId: '1234' }

/** The customer of the reference document, and the one address he has. */
export const HENRI = {
  ...ISSUER,
  customerReference: 'CUS10000375016',
  issuerCustomerExternalReference: 'PERSON-2023012600001A',
  addressReference: 'ADDREF_MAIN_POSTAL_ADDRESS_1000000000417761',
  issuerAddressExternalReference: 'ADDRESS-202301260053',
}

/** His contract, which has an account. */
export const HENRIS_CONTRACT = { ...ISSUER, contractReference: '7f3d1c52-9a60-4a6e-8c1d-2b5e0f4a9d11' }

/** Lena Vogt and her contact. */
export const LENA = {
  ...ISSUER,
  customerReference: 'CUS10000400001',
  issuerCustomerExternalReference: 'PERSON-2024031500002B',
  contactReference: 'CON10000400001',
}

const CLARA = {
  ...ISSUER,
  customerReference: 'CUS10000400005',
  issuerCustomerExternalReference: 'PERSON-2024031500006F',
}

/** Clara Winter's main address, and the version of it that is to come. */
export const CLARAS_MOVE = {
  ...CLARA,
  addressReference: 'ADDREF_MAIN_POSTAL_ADDRESS_1000000000430051',
  issuerAddressExternalReference: 'ADDRESS-202403150051',
  addressVersionReference: 'ADDVER_1000000000430055',
}

/** The address that her cards are sent to. */
export const CLARAS_SECOND_ADDRESS = {
  ...CLARA,
  addressReference: 'ADDREF_SECOND_POSTAL_ADDRESS_1000000000430052',
  issuerAddressExternalReference: 'ADDRESS-202403150052',
}

/** An address of hers that is inactive. */
export const CLARAS_HEAD_OFFICE = {
  ...CLARA,
  addressReference: 'ADDREF_HEAD_OFFICE_1000000000430053',
  issuerAddressExternalReference: 'ADDRESS-202403150053',
}

/** An address of hers that nothing is sent to. */
export const CLARAS_EMAIL = {
  ...CLARA,
  addressReference: 'ADDREF_PERSONAL_EMAIL_1000000000430054',
  issuerAddressExternalReference: 'ADDRESS-202403150054',
}

/** Her contract, which has an account and an add-on in force. */
export const CLARAS_CONTRACT = { ...ISSUER, contractReference: '2b9e6f04-51c7-4d38-9a0e-7c3d8e1f6b52' }
