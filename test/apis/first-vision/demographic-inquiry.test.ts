import { expect, test } from 'vitest'
import { deviations } from './contract.ts'
import { ADD, customer, hostCodes, INQUIRE, inquiry } from './requests.ts'
import { world } from './world.ts'

const person = {
  ...{ title: 'Sra.', maritalStatus: '1', nameLine1: 'María Fernández', nameTypeIndicator1: 0 },
  ...{ nameLine2: 'c/o Editorial', nameTypeIndicator2: 1, nameLine3: 'Depósito', nameTypeIndicator3: 3 },
  ...{ houseNumber: '1860', houseName: 'Torre A', houseAddress1: 'Avenida Santa Fe 1860', houseAddress2: 'Piso 3' },
  ...{ houseAddress3: 'Recoleta', houseAddress4: 'CABA', city: 'Buenos Aires', state: 'CF', postalCode: 'C1123-AAN' },
  ...{ countryCode: 'ARG', ownOrRentResidenceFlag: 2, foreignIndicator: 'X', languageIndicator: 'SPA' },
  ...{ mailingListIndicator: 'Y', contactIndicator: 3, genderCode: 2, carrierRoute1And2: 'C0', carrierRoute3And4: 12 },
  ...{ homePhoneNumber: '555-0101', homeFaxPhoneNumber: '555-0102', mobilePhoneNumber: '555-0103' },
  ...{ dateOfBirth: '1985-03-14', driverLicenseNumber: 'B-77', driverLicenseState: 'CF', driverLicenseCountry: 'ARG' },
  ...{ identificationNumberFlag: 1, identificationNumber: 'DNI 31123456', dateOfFile: '2026-01-31' },
  ...{ statementMessageIndicator: 4, employerName: 'Editorial Ejemplo', employerAddress1: 'Calle Mitre 1' },
  ...{
    employerAddress2: 'Piso 1',
    employerPhoneNumber: '555-0104',
    employerPhoneExtension: '12',
    employerPhoneFlag: 1,
  },
  ...{ position: 'EDIT', relativeName: 'Rosa Fernández', numberOfDependents: 2, email: 'maria@example.com' },
  ...{ memo1: 'first memo', memo2: 'second memo', user1: 'A1', user2: 'A2', user3: 'A3', user4: '4', user5: '5' },
  ...{ user6: 'A6', user7: 'A7', user8: 'A8', user9: 'A9', user10: '2026060', user11: '2024366', user12: 'A12' },
  ...{ user13: 'A13', user14: 'A14', user15: 'A15', demographic1: 'D1', demographic2: 'D2', demographic3: 'D3' },
  ...{ homePhoneFlag: 0, faxPhoneFlag: 1, mobilePhoneFlag: 2, emailFlag: 1, smsFlag: 1, lastName: 'Fernández' },
  ...{ middleName: 'José', firstName: 'María', suffix: 'Lic.', county: 'Comuna 2' },
}

test('what was added comes back, as far as the answer has members for it', async () => {
  const { call } = world()
  const key = { organizationNumber: 998, customerNumber: '0000000000000054321' }
  const added = await call('POST', ADD, customer(key, person, { miscellaneous: { vipStatus: 1, sicCode: 5411 } }))
  expect(added.status).toBe(200)
  const { body } = await call('POST', INQUIRE, inquiry('0000000000000054321'))
  expect(body).toEqual({
    hasError: false,
    errors: [],
    data: {
      ...key,
      ...{ addStatus: 0, status: 0, source: 'S', dateLastMaintenance: '2026-03-02', dateLastAddressChange: null },
      ...{ vipStatus: '1', sicCode: 5411, duplicateCurrency: 0, makerCoMakerIndicator: '1' },
      nameAddrData: [
        {
          sequence: 1,
          ...{ relativeName: 'Rosa Fernández', title: 'Sra.', identificationNumberFlag: '1' },
          ...{ identificationNumber: 'DNI 31123456', homePhoneNumber: '555-0101', employerName: 'Editorial Ejemplo' },
          ...{ employerAddress1: 'Calle Mitre 1', employerAddress2: 'Piso 1', employerPhoneFlag: '1' },
          ...{ employerPhoneNumber: '555-0104', employerExtensionPhoneNumber: '12', homeFaxPhoneNumber: '555-0102' },
          ...{ mobilePhoneNumber: '555-0103', countryCode: 'ARG', countryName: 'Argentina', postalCode: 'C1123-AAN' },
          ...{ position: 'EDIT', maritalStatus: '1', ownOrRentResidenceFlag: '2', languageIndicator: 'SPA' },
          carrierRoute: { carrierRoute1and2: 'C0', carrierRoute3and4: 12 },
          ...{ mailingList: 'Y', dateOfBirth: '1985-03-14', foreignIndicator: 'X' },
          driverLicense: { driverLicenseCountry: 'ARG', driverLicenseState: 'CF', driverLicenseNumber: 'B-77' },
          ...{ w9Indicator: 1, w9DateSent: null, w9DateFiled: '2026-01-31', numberOfDependents: 2 },
          ...{ statementMessageIndicator: 4, email: 'maria@example.com', user1: 'A1', user2: 'A2', user3: 'A3' },
          ...{ user4: '4', user5: '5', user6: 'A6', user7: 'A7', user8: 'A8', user9: 'A9' },
          ...{ user10: '2026-03-01', user11: '2024-12-31', user12: 'A12', user13: 'A13', user14: 'A14', user15: 'A15' },
          ...{ demographic1: 'D1', demographic2: 'D2', demographic3: 'D3' },
          nameTypeIndicator: { nameTypeIndicator1: '0', nameTypeIndicator2: '1', nameTypeIndicator3: '3' },
          nameAddressData: {
            ...{ nameLine1: 'María Fernández', nameLine2: 'c/o Editorial', nameLine3: 'Depósito' },
            ...{ houseNumber: '1860', houseName: 'Torre A', houseAddress1: 'Avenida Santa Fe 1860' },
            ...{ houseAddress2: 'Piso 3', houseAddress3: 'Recoleta', houseAddress4: 'CABA' },
            ...{ cityAndState: 'Buenos Aires CF', state: 'CF', memo1: 'first memo', memo2: 'second memo' },
            ...{ contactIndicator: 3, genderCode: 2, homePhoneFlag: '0', faxPhoneFlag: '1', mobilePhoneFlag: '2' },
            ...{ emailFlag: '1', smsFlag: '1', lastName: 'Fernández', middleName: 'José', firstName: 'María' },
            ...{ suffix: 'Lic.', county: 'Comuna 2' },
          },
          accountCardNumber: '0000000000000054321',
          userfield: Array.from({ length: 15 }, (_, i) => ({ sequence: i + 1, userLabel: `USER ${i + 1}` })),
          demofield: Array.from({ length: 3 }, (_, i) => ({ sequence: i + 1, demoLabel: `DEMO ${i + 1}` })),
        },
      ],
    },
  })
})

test('members without a value are there all the same, empty', async () => {
  const { call } = world()
  const added = await call('POST', ADD, customer({ organizationNumber: 998 }))
  const { data } = (await call('POST', INQUIRE, inquiry(added.body.data.customerNumber))).body
  expect(deviations('Demographic Inquiry', data)).toEqual([])
  expect(data.nameAddrData[0]).toMatchObject({
    ...{ title: '', employerPhoneFlag: '0', countryName: '', maritalStatus: '', dateOfBirth: null, w9DateFiled: null },
    ...{ w9Indicator: 0, numberOfDependents: 0, user10: null, carrierRoute: { carrierRoute3and4: 0 } },
    nameAddressData: { cityAndState: '', contactIndicator: 0 },
  })
})

test('everyone of the quickstart is shown as the contract has it', async () => {
  const { call } = world()
  const { records } = (await call('GET', '/_sandbox/records/first-vision.customers?limit=1000')).body
  expect(records.length).toBeGreaterThan(12)
  for (const { organizationNumber, customerNumber } of records) {
    const { data } = (await call('POST', INQUIRE, inquiry(customerNumber, { organizationNumber }))).body
    expect(deviations('Demographic Inquiry', data), customerNumber).toEqual([])
    expect(data.nameAddrData[0].nameAddressData.nameLine1).not.toBe('')
  }
})

test('an account, a card number and a card token lead to the account’s customer, and no clear card number comes out', async () => {
  const { call } = world()
  const ask = async (number: string, organizationNumber = 998) =>
    (await call('POST', INQUIRE, inquiry(number, { numberType: '0', organizationNumber }))).body.data
  const account = await ask('0009985012000000001')
  expect(account.customerNumber).toBe('0009980011000000001')
  expect(account.nameAddrData[0].accountCardNumber).toBe('0009985012000000001')
  const card = await ask('0004000000000000010')
  const token = card.nameAddrData[0].accountCardNumber
  expect(token).toMatch(/^000400000[A-Z][0-9A-Z]{5}0010$/)
  expect(card.customerNumber).toBe('0009980011000000001')
  expect(await ask(token)).toEqual(card)
  // An additional card has a customer of its own; its account’s is the one that is asked for.
  expect((await ask('0004000000000000085')).customerNumber).toBe('0009980011000000001')
})

test('a token is no customer number', async () => {
  const { call } = world()
  const answer = await call('POST', INQUIRE, inquiry('000400000ABCDEF0010', { numberType: '1' }))
  expect(hostCodes(answer)).toEqual(['ND12E'])
})

test('without an organization, the number leads to one', async () => {
  const { call } = world()
  const ask = async (number: string, members: object) =>
    (await call('POST', INQUIRE, inquiry(number, { organizationNumber: 0, ...members }))).body
  expect((await ask('0008000011000000001', { numberType: 1 })).data.organizationNumber).toBe(800)
  expect((await ask('0009975012000000001', { numberType: ' ' })).data).toMatchObject({
    organizationNumber: 997,
    customerNumber: '0009970011000000001',
  })
  expect(hostCodes({ body: await ask('0000000000000000007', { numberType: '0' }) })).toEqual(['NDZ4S'])
})

test('the foreign indicator shows the partner’s side', async () => {
  const { call } = world()
  const local = await call('POST', INQUIRE, inquiry('0009980011000000007', { foreignUseIndicator: '0' }))
  expect(local.body.data).toMatchObject({ organizationNumber: 998, duplicateCurrency: 1 })
  const foreign = await call('POST', INQUIRE, inquiry('0009980011000000007', { foreignUseIndicator: '1' }))
  expect(foreign.body.data).toMatchObject({ organizationNumber: 997, customerNumber: '0009980011000000007' })
  const oneSided = await call('POST', INQUIRE, inquiry('0009980011000000001', { foreignUseIndicator: '1' }))
  expect(hostCodes(oneSided)).toEqual(['ND09S'])
})
