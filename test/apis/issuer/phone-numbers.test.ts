import fc from 'fast-check'
import { expect, test } from 'vitest'
import { internationalNumber } from '../../../src/apis/issuer/addresses/wire/phone-numbers.ts'
import { whenLoaded } from '../../../src/kernel/lazy.ts'
import { CUSTOMERS, customers, ida } from './customers.ts'
import { ADDRESSES, henri } from './henri.ts'

const phoneAddress = (phone: object) => ({ addressLabel: 'HOME_PHONE_NUMBER', addressType: 'PHONE', phone })

test.each([
  ['49', '030 23125-009', '+493023125009'],
  ['+49', '3023125009', '+493023125009'],
  ['0049', '(030) 23125 009', '+493023125009'],
  [undefined, '0049 30 23125009', '+493023125009'],
  ['49', '+49 30 23125009', '+493023125009'],
  // The leading zero is dialled from abroad as well.
  ['39', '06 1234', '+39061234'],
  ['39', '347 1234567', '+393471234567'],
  ['378', '0549 886123', '+3780549886123'],
  ['225', '01 23 45 67 89', '+2250123456789'],
  // What is dialled at home before a number is not always a zero.
  ['7', '8 912 345-67-89', '+79123456789'],
  ['36', '06 1 234 5678', '+3612345678'],
  ['370', '8 612 34567', '+37061234567'],
  ['1', '1 202 555 0123', '+12025550123'],
  ['44', '+39 06 1234', '+39061234'],
  // A code of no country: freephone numbers.
  ['800', '1234 5678', '+80012345678'],
  [undefined, '030 23125009', undefined],
  ['49', 'none', undefined],
  ['49', '030', undefined],
  ['49', '+', undefined],
  ['39', '6', undefined],
  ['00', '030 23125009', undefined],
  ['DE', '030 23125009', undefined],
  ['999', '030 23125009', undefined],
])('%s and %s is dialled from abroad as %s', async (countryCode, localPhoneNumber, international) => {
  const { call, create } = await henri()
  const phone = { ...(countryCode !== undefined && { countryCode }), localPhoneNumber }
  const shown = { ...phone, ...(international && { internationalPhoneNumber: international }) }
  const reference = await create(phoneAddress(phone))
  const { body } = await call('GET', `${ADDRESSES}/${reference}`)
  expect(body.data.phone).toStrictEqual(shown)
})

test('every answer that shows a phone number tells the same international form', async () => {
  const { call, create } = await henri()
  const reference = await create(phoneAddress({ countryCode: '39', localPhoneNumber: '06 1234' }))
  const customer = ADDRESSES.replace('/addresses', '')
  const shown = async (path: string) => JSON.stringify((await call('GET', path)).body.data)
  for (const path of [
    `${ADDRESSES}/${reference}`,
    `${ADDRESSES}/${reference}/address-versions`,
    ADDRESSES,
    `${ADDRESSES}?showHistory=true`,
    `${customer}?embed=addresses`,
  ])
    expect(await shown(path), path).toContain('"internationalPhoneNumber":"+39061234"')
})

test('a customer that is created with a phone number, and shown, is created once and without a finding', async () => {
  const { call, workspace, findings } = await customers()
  const addresses = [...ida().addresses, phoneAddress({ countryCode: '39', localPhoneNumber: '06 1234' })]
  const request = ida({ addresses })
  const made = await call('POST', `${CUSTOMERS}?embed=customer.addresses`, request)
  expect(made.body.data.customer.addresses[1].phone.internationalPhoneNumber).toBe('+39061234')
  expect(made.body.data.customerIdentifier.customerReference).toBe('CUS10000700001')
  expect([findings(), workspace.requests]).toEqual([[], 1])
  const second = await call('POST', CUSTOMERS, request)
  expect(second.body.data.customerIdentifier.customerReference).toBe('CUS10000700002')
})

test('whatever is sent as a phone number has an international form of digits, or none', async () => {
  const digits = fc.string({ unit: fc.constantFrom(...'0123456789+-() ./x;ext'), maxLength: 300 })
  const text = fc.oneof(digits, fc.string())
  await fc.assert(
    fc.asyncProperty(fc.option(text, { nil: undefined }), text, async (countryCode, localPhoneNumber) => {
      const phone = { ...(countryCode !== undefined && { countryCode }), localPhoneNumber }
      expect((await whenLoaded(() => internationalNumber(phone))) ?? '+0').toMatch(/^\+\d+$/)
    }),
    { numRuns: 500 },
  )
})
