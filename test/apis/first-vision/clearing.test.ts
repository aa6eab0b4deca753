import { expect, test } from 'vitest'
import { sandbox } from '../../harness.ts'
import { inquiries } from './inquiries.ts'
import { INQUIRE, inquiry, UPDATE, update } from './requests.ts'
import { world } from './world.ts'

const CARLOS = '0009980011000000002'
const ELENA = '0009980011000000010'
const JOAO = '0009980011000000007'

const CO_OWNER = { demographicDataIndicator: '2' }
const CO_OWNERS_USER_DATA = { demographicDataIndicator: '', userDataIndicator: '2' }

function start() {
  const { call } = world()
  const shown = async (number: string, members?: object) =>
    (await call('POST', INQUIRE, inquiry(number, members))).body.data
  return {
    shown,
    put: (number: string, members?: object) => call('PUT', UPDATE, update(number, members)),
    coOwner: async (number: string) => (await shown(number)).nameAddrData[1],
    advance: () => call('POST', '/_sandbox/clock/advance', { by: 'P1D' }),
    prior: async () => (await call('GET', '/_sandbox/records/first-vision.prior-addresses?limit=100')).body.total,
    kept: async (number: string, organization = 998) =>
      (await call('GET', `/_sandbox/records/first-vision.customers/${organization}-${number}`)).body,
  }
}

test.each([
  ['by an empty text', ''],
  ['by blanks', '  '],
])('the last member of a co-owner is cleared %s', async (_how, nothing) => {
  const { put, coOwner, prior } = start()
  const before = await prior()
  await put(ELENA, { ...CO_OWNER, city: 'Salta' })
  expect((await coOwner(ELENA)).nameAddressData.cityAndState).toBe('Salta')
  expect((await put(ELENA, { ...CO_OWNER, city: nothing })).status).toBe(200)
  expect((await coOwner(ELENA)).nameAddressData.cityAndState).toBe('')
  expect(await prior()).toBe(before + 1)
})

test('what is left out or null clears nothing', async () => {
  const { put, coOwner, prior } = start()
  await put(ELENA, { ...CO_OWNER, city: 'Salta' })
  const before = await prior()
  for (const members of [{}, { city: null }, { driverLicense: null, carrierRoute: {} }])
    expect((await put(ELENA, { ...CO_OWNER, ...members })).status).toBe(200)
  expect((await coOwner(ELENA)).nameAddressData.cityAndState).toBe('Salta')
  expect(await prior()).toBe(before)
})

test('the last of the user data is cleared, a date by zeros too', async () => {
  const { put, coOwner } = start()
  for (const [member, given, nothing] of [
    ['user1', 'AB', ''],
    ['userDemographic3', 'X', ' '],
    ['user10', 2026001, 0],
    ['user11', '2026001', '0000000'],
  ] as const) {
    await put(ELENA, { ...CO_OWNERS_USER_DATA, [member]: given })
    const before = await coOwner(ELENA)
    await put(ELENA, { ...CO_OWNERS_USER_DATA, [member]: nothing })
    expect([before, await coOwner(ELENA)], member).not.toEqual([before, before])
  }
})

test('an owner’s only members are cleared, and what they were is a prior address', async () => {
  const { call } = await sandbox({ scenario: 'blocked-and-expired-cards' })
  const raul = async () => (await call('GET', '/_sandbox/records/first-vision.customers/998-0009980011000000001')).body
  const blanks = Object.fromEntries(Object.keys((await raul()).ownerData).map((member) => [member, '']))
  expect(Object.keys(blanks)).toContain('city')
  expect((await call('PUT', UPDATE, update('0009980011000000001', blanks))).status).toBe(200)
  expect(await raul()).toMatchObject({ ownerData: {}, dateLastAddressChange: '2026-03-02' })
  expect((await raul()).ownerData).toEqual({})
  const { priorMailer } = (await inquiries(call).address('0009980011000000001')).body.data.customerData.priorMailerData
  expect(priorMailer).toMatchObject([{ pmNameLine1: 'Raúl Ibarra', pmCity: 'Mendoza' }])
})

test('clearing what is not there brings no co-owner in', async () => {
  const { put, shown, prior } = start()
  const before = await prior()
  await put(ELENA, { ...CO_OWNER, city: '', dateOfBirth: 0, user1: '' })
  expect(await shown(ELENA)).toMatchObject({ makerCoMakerIndicator: '1', dateLastAddressChange: null })
  expect(await prior()).toBe(before)
})

test('an update that changes nothing leaves no prior address and no date of a move, in either block, on either side', async () => {
  const { put, kept, prior, advance } = start()
  await put(CARLOS, { ...CO_OWNER, city: 'Salta' })
  await put(CARLOS, { ...CO_OWNER, city: '' })
  await advance()
  const before = [await kept(CARLOS), await kept(JOAO), await kept(JOAO, 997), await prior()]
  const { ownerData, coOwnerData } = before[0]
  await put(CARLOS, { ...CO_OWNER, city: '', houseAddress1: coOwnerData.houseAddress1 ?? '' })
  await put(CARLOS, { city: ownerData.city, postalCode: ownerData.postalCode, houseAddress4: ' ' })
  for (const foreignUseIndicator of ['0', '1'])
    await put(JOAO, { foreignUseIndicator, city: (await kept(JOAO)).ownerData.city, houseName: '' })
  const after = [await kept(CARLOS), await kept(JOAO), await kept(JOAO, 997), await prior()]
  const maintained = (one: unknown) => (typeof one === 'object' ? { ...one, dateLastMaintenance: '2026-03-03' } : one)
  expect(after).toEqual(before.map(maintained))
})
