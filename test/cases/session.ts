import type { caller } from '../harness.ts'

type Call = ReturnType<typeof caller>

const CUSTOMER = '/api/v2/issuers/1234/customers/CUS10000375016'
const postalAddress = { streetName: 'Elm Street', postCode: '10115', townName: 'BERLIN', country: 'DE' }

export const createAddress = (addressLabel: string) =>
  ['POST', `${CUSTOMER}/addresses`, { addressLabel, addressType: 'POSTAL_MAIL', postalAddress }] as const

/** Both APIs, a token and its use, overlapping creates, refusals, clock moves, a snapshot and its restore, a bad path. */
export async function session(call: Call) {
  const form = { 'content-type': 'application/x-www-form-urlencoded' }
  const basic = { authorization: `Basic ${btoa('demo-issuer:demo-secret')}` }
  const token = await call('POST', '/oauth/accesstoken', 'grant_type=client_credentials', { ...form, ...basic })
  const bearer = { authorization: `Bearer ${token.body.access_token}` }
  await call('GET', `${CUSTOMER}/addresses`, undefined, bearer)
  await Promise.all(['SECOND_POSTAL_ADDRESS', 'HEAD_OFFICE', 'NONSENSE'].map((label) => call(...createAddress(label))))
  await call('PUT', '/_sandbox/snapshots/before')
  await call('POST', '/_sandbox/clock/advance', { by: 'P3D' })
  await call('POST', '/customer/accountNumber', { accountNumber: '9000000000000000000' })
  await call(...createAddress('SECOND_POSTAL_ADDRESS'))
  await call('POST', '/_sandbox/snapshots/before/restore')
  await call('PUT', '/_sandbox/clock', { mode: 'real' })
  await call('GET', `/w/default${CUSTOMER}/addresses?limit=1`, undefined, bearer)
  await call('PATCH', '/api/v2/nowhere')
  await call('POST', '/oauth/accesstoken', 'grant_type=client_credentials', {
    ...form,
    authorization: `Basic ${btoa('demo-issuer:wrong')}`,
  })
}
