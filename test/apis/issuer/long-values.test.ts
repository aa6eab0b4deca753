import { expect, test } from 'vitest'
import { othersFound } from '../../harness.ts'
import { ADDRESSES, henri, second } from './henri.ts'

/** A text as long as platforms are likely to store it, by where it is sent. */
const LENGTHS: [limit: number, sent: (text: string) => object][] = [
  [15, (postCode) => second('', { postalAddress: { country: 'DE', postCode } })],
  [100, (line1) => second('', { postalAddress: { country: 'DE', line1 } })],
  [100, (issuerAddressExternalReference) => second('Kiel', { issuerAddressExternalReference })],
  [5, (countryCode) => phone({ countryCode, localPhoneNumber: '1' })],
  [20, (localPhoneNumber) => phone({ localPhoneNumber })],
  [254, (text) => email(`${text.slice(0, -12)}@example.com`)],
]

const phone = (data: object) => ({ addressLabel: 'HOME_PHONE_NUMBER', addressType: 'PHONE', phone: data })

const email = (address: string) => ({
  addressLabel: 'PERSONAL_EMAIL',
  addressType: 'E_MAIL',
  emailAddress: { email: address },
})

test.each(LENGTHS)('a text of %i characters is stored without a remark, a longer one with it', async (limit, sent) => {
  for (const [length, findings] of [
    [limit, null],
    [limit + 1, '1'],
  ] as const) {
    const { call } = await henri()
    const { status, headers } = await call('POST', ADDRESSES, sent('1'.repeat(length)))
    expect([status, othersFound(headers)], `${length}`).toEqual([200, findings])
  }
})
