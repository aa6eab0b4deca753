import { expect, test } from 'vitest'
import { cardToken } from '../../../src/apis/first-vision/records/card-numbers.ts'
import { othersFound } from '../../harness.ts'
import { deviations } from './contract.ts'
import { hostCodes, INQUIRE, inquiry, UPDATE, update } from './requests.ts'
import { world } from './world.ts'

const MARIA = '0009980011000000001'
const CARLOS = '0009980011000000002'
const JOAO = '0009980011000000007'

function start() {
  const { call, digest } = world()
  return {
    call,
    digest,
    put: (number: string, members?: object) => call('PUT', UPDATE, update(number, members)),
    shown: async (number: string, members?: object) =>
      (await call('POST', INQUIRE, inquiry(number, members))).body.data,
  }
}

test('what is absent or null is kept, what is blank is cleared', async () => {
  const { put, shown } = start()
  await put(MARIA, { title: '', maritalStatus: ' ', genderCode: '', dateOfBirth: 0, email: null, user10: '' })
  const [before] = (await shown(MARIA)).nameAddrData
  expect(before).toMatchObject({ title: '', maritalStatus: '', dateOfBirth: null, user10: '2026-03-01' })
  expect(before.nameAddressData).toMatchObject({ genderCode: 0, firstName: 'María', lastName: 'Fernández' })
  await put(MARIA, { userDataIndicator: '1', user10: 0, dateOfBirth: '1985-03-15' })
  const [after] = (await shown(MARIA)).nameAddrData
  expect(after).toMatchObject({ dateOfBirth: '1985-03-15', user10: null, email: 'maria.fernandez@example.com' })
})

test('every member of an update is shown by the inquiry, as far as that has it', async () => {
  const { put, shown } = start()
  const same = {
    ...{ title: 'Dra.', maritalStatus: '2', countryCode: 'CHL', postalCode: '750-0571', languageIndicator: 'ENG' },
    ...{ mailingList: 'Y', dateOfBirth: '1980-01-02', homePhoneNumber: '1', mobilePhoneNumber: '3', position: 'CEO' },
    ...{ employerName: 'E', employerAddress1: 'E1', employerAddress2: 'E2', employerPhoneNumber: '4' },
    ...{ employerExtensionPhoneNumber: '55', relativeName: 'R', numberOfDependents: 12, email: 'a@example.com' },
    ...{ statementMessageIndicator: 7, user1: 'aa', user2: 'bb', user3: 'c'.repeat(7), user4: 'd', user5: 'e' },
    ...{ user6: 'ff', user7: 'gg', user8: 'hhh', user9: 'iii', user12: 'l'.repeat(30), user13: 'm', user14: 'n' },
    ...{ user15: 'o', carrierRoute: { carrierRoute1and2: 'C1', carrierRoute3and4: 11 } },
    driverLicense: { driverLicenseNumber: 'L1', driverLicenseState: 'CF', driverLicenseCountry: 'ARG' },
  }
  const named = {
    ...{ nameLine1: 'N1', nameLine2: 'N2', nameLine3: 'N3', houseNumber: '5', houseName: 'Casa', state: 'RM' },
    ...{ houseAddress1: 'H1', houseAddress2: 'H2', houseAddress3: 'H3', houseAddress4: 'H4', memo1: 'M1', memo2: 'M2' },
    ...{ contactIndicator: 2, genderCode: 1, lastName: 'L', middleName: 'M', firstName: 'F', suffix: 'S', county: 'C' },
  }
  const sent = {
    ...{ ...same, ...named, userDataIndicator: '1', city: 'Santiago', ownOrRentResidenceFlag: 2, faxPhoneNumber: '2' },
    ...{ nameTypeIndicator1: 2, nameTypeIndicator2: 1, nameTypeIndicator3: 0, homePhoneIndicator: 1 },
    ...{ faxPhoneIndicator: 0, mobilePhoneIndicator: 1, emailIndicator: 1, smsIndicator: 0, employerPhoneFlag: 2 },
    ...{ taxIdType: 1, taxIdNumber: 'T-1', dateFiledForm: '2026-03-01', formDateSent: '2026-02-28' },
    ...{ foreignFormIndicator: 'A', user10: 2026001, user11: '2025365' },
    ...{ userDemographic1: 'X', userDemographic2: 'Y', userDemographic3: 'Z', vipStatus: 0, status: 1, sicCode: 742 },
  }
  const answer = await put(MARIA, sent)
  expect([answer.status, othersFound(answer.headers)]).toEqual([200, null])
  const data = await shown(MARIA)
  expect(data).toMatchObject({ vipStatus: '0', status: 1, sicCode: 742, dateLastMaintenance: '2026-03-02' })
  expect(data.nameAddrData[0]).toMatchObject({
    ...same,
    ...{ ownOrRentResidenceFlag: '2', homeFaxPhoneNumber: '2', employerPhoneFlag: '2', identificationNumberFlag: '1' },
    ...{ identificationNumber: 'T-1', w9DateFiled: '2026-03-01', w9DateSent: '2026-02-28', foreignIndicator: 'A' },
    ...{ user10: '2026-01-01', user11: '2025-12-31', demographic1: 'X', demographic2: 'Y', demographic3: 'Z' },
    nameTypeIndicator: { nameTypeIndicator1: '2', nameTypeIndicator2: '1', nameTypeIndicator3: '0' },
    nameAddressData: {
      ...{ ...named, cityAndState: 'Santiago RM', homePhoneFlag: '1', faxPhoneFlag: '0', mobilePhoneFlag: '1' },
      ...{ emailFlag: '1', smsFlag: '0' },
    },
  })
})

test('each indicator brings in its own members, and none without them', async () => {
  const { put, shown } = start()
  const person = async () => (await shown(MARIA)).nameAddrData[0]
  const both = { title: 'Lic.', user1: 'ZZ' }
  const neither = await put(MARIA, { ...both, demographicDataIndicator: '0', vipStatus: 0 })
  expect([neither.status, othersFound(neither.headers)]).toEqual([200, '2'])
  const demanded = await put(MARIA, { demographicDataIndicator: '0', vipStatus: 0, postalCode: 'C1' })
  expect([demanded.status, othersFound(demanded.headers)]).toEqual([200, null])
  expect(await person()).toMatchObject({ title: 'Sra.', user1: '', postalCode: 'C1123AAN' })
  expect(await shown(MARIA)).toMatchObject({ vipStatus: '0', sicCode: 5411, status: 0 })
  await put(MARIA, { ...both, demographicDataIndicator: ' ', userDataIndicator: '1' })
  expect(await person()).toMatchObject({ title: 'Sra.', user1: 'ZZ' })
  await put(MARIA, { title: 'Lic.', user1: 'AA' })
  expect(await person()).toMatchObject({ title: 'Lic.', user1: 'ZZ' })
})

test('the co-owner is changed where the indicators say so, and brought in where there is none', async () => {
  const { put, shown } = start()
  await put(CARLOS, { demographicDataIndicator: '2', userDataIndicator: '2', city: 'Salta', user12: 'x' })
  const people = (await shown(CARLOS)).nameAddrData
  expect(people[0].nameAddressData.cityAndState).toBe('Rosario SF')
  expect(people[1]).toMatchObject({
    user12: 'x',
    nameAddressData: { nameLine1: 'Lucía Mendoza', cityAndState: 'Salta SF' },
  })
  await put(MARIA, { demographicDataIndicator: '2', title: '' })
  expect(await shown(MARIA)).toMatchObject({ makerCoMakerIndicator: '1', nameAddrData: [{ sequence: 1 }] })
  await put(MARIA, { demographicDataIndicator: '2', nameLine1: 'Luis Fernández' })
  const data = await shown(MARIA)
  expect(data).toMatchObject({ makerCoMakerIndicator: '2', dateLastAddressChange: null })
  expect(data.nameAddrData[1].nameAddressData.nameLine1).toBe('Luis Fernández')
})

test.each(['0', ' ', undefined])(
  'under number type %j an account or card leads to the primary customer of the account',
  async (numberType) => {
    const { put, shown } = start()
    const rosas = '0004000000000000085'
    for (const [number, echoed] of [
      ['0009985012000000001', '0009985012000000001'],
      [rosas, cardToken(rosas)],
      [cardToken(rosas), cardToken(rosas)],
    ] as const) {
      const answer = await put(number, { numberType, organizationNumber: undefined, title: number })
      expect(answer.body.data.outputArea).toEqual({
        organizationNumber: 998,
        customerNumber: echoed,
        numberType: numberType?.trim() ?? '',
        foreignUseIndicator: '',
        demographicDataIndicator: '1',
        userDataIndicator: '',
        cmsOrganizationNumber: 998,
        accountNumber: '0009985012000000001',
      })
      expect(deviations('Customer Update', answer.body.data)).toEqual([])
      expect((await shown(MARIA)).nameAddrData[0].title).toBe(number)
    }
    expect((await shown('0009980011000000008')).nameAddrData[0].title).toBe('')
  },
)

test('the foreign side is changed alone', async () => {
  const { put, shown } = start()
  const answer = await put(JOAO, { foreignUseIndicator: '1', title: 'Sr.' })
  expect(answer.body.data.outputArea).toMatchObject({ organizationNumber: 998, cmsOrganizationNumber: 997 })
  expect((await shown(JOAO)).nameAddrData[0].title).toBe('')
  expect((await shown(JOAO, { organizationNumber: 997 })).nameAddrData[0].title).toBe('Sr.')
  const account = { numberType: '0', foreignUseIndicator: '1', title: 'Dr.' }
  expect((await put('0009985012000000007', account)).body.data.outputArea.cmsOrganizationNumber).toBe(997)
  expect((await shown(JOAO, { organizationNumber: 997 })).nameAddrData[0].title).toBe('Dr.')
  expect(hostCodes(await put('0009985012000000001', account))).toEqual(['GC01S'])
})

test('the path ends with a slash or does not', async () => {
  const { call } = start()
  for (const path of [
    '/customer',
    '/customer/',
    '/latam-gfs-apis/portal/customer',
    '/latam-gfs-apis/portal/customer/',
  ]) {
    const answer = await call('PUT', path, update(MARIA, { title: 'A' }))
    expect([answer.status, answer.headers.get('x-sandbox-operation')], path).toEqual([200, 'Customer Update'])
  }
  expect((await call('POST', '/customer/', {})).headers.get('allow')).toBe('PUT')
})

test('an update that is refused changes nothing', async () => {
  const { put, digest } = start()
  const before = await digest()
  for (const members of [{ status: 2 }, { emailIndicator: 2, city: 'X' }, { title: 'A', genderCode: 9 }])
    expect((await put(MARIA, members)).status).toBe(422)
  for (const members of [{ title: 5 }, { title: 'x'.repeat(21) }, { driverLicense: 'L1' }, { email: 'x'.repeat(61) }])
    expect((await put(MARIA, members)).status).toBe(400)
  expect((await put(MARIA, { customerNumber: 5 })).status).toBe(400)
  expect(await digest()).toBe(before)
})
