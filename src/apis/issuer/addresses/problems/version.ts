import { ADDRESSES, rule, UNKNOWN } from '../../platform/rule.ts'

/** One version of an address, and whether it can be deleted (contract 4.34). */

const VERSIONS = `${ADDRESSES}/ADDREF_MAIN_POSTAL_ADDRESS_1000000000417761/address-versions`

export const versionUnknown = rule('version-unknown', 'no such version of this address', {
  ...UNKNOWN,
  when: 'the path names a version that the address does not have',
  example: { scenario: 'quickstart', method: 'DELETE', path: `${VERSIONS}/ADDVER_0000000000000000` },
})

export const versionStays = rule('version-stays', 'this version cannot be deleted', {
  basis: 'documented',
  source: 'contract 4.34',
  when: 'the version is permanent and has begun, or temporary and has ended',
  example: { scenario: 'quickstart', method: 'DELETE', path: `${VERSIONS}/ADDVER_1000000000417761` },
})
