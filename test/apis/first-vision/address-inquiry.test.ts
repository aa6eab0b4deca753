import { expect, test } from 'vitest'
import { accounts } from '../../../src/apis/first-vision/records/accounts.ts'
import { customers } from '../../../src/apis/first-vision/records/customers.ts'
import { organizations } from '../../../src/apis/first-vision/records/organizations.ts'
import { PriorAddressRecord, priorAddresses } from '../../../src/apis/first-vision/records/prior-addresses.ts'
import { deviations } from './contract.ts'
import { inquiries } from './inquiries.ts'
import { hostCodes } from './requests.ts'
import { world } from './world.ts'

const NONE = '0'.repeat(19)
const NOBODY = '0000000000000099999'
const MARIA = '0009980011000000001'
const CARLOS = '0009980011000000002'
const SOFIA = '0009980011000000003'
const ANDES = '0009980011000000004'
const DIEGO = '0009980011000000005'
const ELENA = '0009980011000000010'
const RELATIONSHIP = '0009980010000000001'

test('what is on file of a person comes back under the names of this inquiry', async () => {
  const { call, workspace } = world()
  const opened = await workspace()
  const [maria] = customers(opened).by('number', MARIA)
  const more = { employerPhoneExtension: '12', user1: 'A1', user11: '2024366', nameTypeIndicator2: 1, smsFlag: 1 }
  opened.transaction(() => maria && customers(opened).patch(maria, { ownerData: { ...maria.ownerData, ...more } }))
  const { body } = await inquiries(call).address('0009985012000000001', { currentPriorFlag: 'C' })
  expect(body.data).toEqual({
    ...{ organizationNumber: 998, logo: 501, accountNumber: '0009985012000000001', customerNumber: MARIA },
    ...{ relationshipNumber: NONE, vipFlag: 1 },
    customerData: {
      occurrencesForNameAddressField: 1,
      nameAddressTable: [
        {
          ...{ homeTelephone: '', homeTelephoneFlag: 0, workTelephone: '+54 11 5555 0191', workPhoneExtension: '12' },
          ...{ workPhoneFlag: 1, faxNumber: '', faxFlag: 0, mobilePhone: '+54 11 5555 0101', mobilePhoneFlag: 2 },
          ...{ countryCode: 'ARG', postalCode: 'C1123AAN', languageIndicator: 'SPA', mailingList: '' },
          ...{
            statementMessageIndicator: '0',
            dateOfBirth: '1985-03-14',
            email: 'maria.fernandez@example.com',
            emailFlag: 1,
          },
          userData: {
            ...{ userDefined1: 'A1', userDefined2: '', userDefined3: '', userDefined4: '', userDefined5: '' },
            ...{ userDefined6: '', userDefined7: '', userDefined8: '', userDefined9: '' },
            ...{ userDefined10: '20260301', userDefined11: '20241231', userDefined12: '', userDefined13: '' },
            ...{ userDefinedDemographic1: '', userDefinedDemographic2: '', userDefinedDemographic3: '' },
          },
          addressData: {
            ...{
              nameTypeIndicator1: '0',
              nameTypeIndicator2: '1',
              nameTypeIndicator3: '0',
              nameLine1: 'María Fernández',
            },
            ...{
              nameLine2: '',
              nameLine3: '',
              houseNumber: '1860',
              houseName: '',
              addressLine1: 'Avenida Santa Fe 1860',
            },
            ...{ addressLine2: '', addressLine3: '', addressLine4: '', city: 'Buenos Aires', stateProvince: 'CF' },
            ...{
              employer: 'Editorial Ejemplo',
              employerAddress1: '',
              employerAddress2: '',
              shortMessageServiceFlag: '1',
            },
          },
        },
      ],
      priorMailerData: { priorMailerFieldsOccurrences: 0, priorMailer: [] },
    },
  })
  expect(deviations('Current/Prior Address Inquiry', body.data)).toEqual([])
})

test('a customer is found by account, card, card token, relationship and its own number', async () => {
  const { address } = inquiries(world().call)
  const found = async (number: string) => {
    const { logo, accountNumber, customerNumber, relationshipNumber } = (await address(number)).body.data
    return { logo, accountNumber, customerNumber, relationshipNumber }
  }
  const token = (await inquiries(world().call).cardsDetails(ANDES)).body.data.outputArea.accountTable[0].cardNumber
  const ofAndes = {
    logo: 501,
    accountNumber: '0009985012000000004',
    customerNumber: ANDES,
    relationshipNumber: RELATIONSHIP,
  }
  for (const number of [ANDES, RELATIONSHIP, '0009985012000000004', '0004000000000000044', token])
    expect(await found(number), number).toEqual(ofAndes)
  const ofDiego = { ...ofAndes, accountNumber: '0009985012000000005', customerNumber: DIEGO }
  for (const number of [DIEGO, '0009985012000000005', '0004000000000000051'])
    expect(await found(number)).toEqual(ofDiego)
})

test('a customer without accounts has an address all the same', async () => {
  const { data } = (await inquiries(world().call).address(ELENA)).body
  expect(data).toMatchObject({ logo: 0, accountNumber: NONE, relationshipNumber: NONE, customerNumber: ELENA })
  expect(data.customerData.nameAddressTable).toHaveLength(1)
})

test('without an organization, the number leads to one', async () => {
  const { address } = inquiries(world().call)
  for (const organizationNumber of ['000', '', undefined]) {
    expect((await address('0008005012000000001', { organizationNumber })).body.data.organizationNumber).toBe(800)
    expect((await address('0009970010000000001', { organizationNumber })).body.data.organizationNumber).toBe(997)
    expect(hostCodes(await address(NOBODY, { organizationNumber }))).toEqual(['AD06E'])
  }
  expect(hostCodes(await address('0008005012000000001'))).toEqual(['AD10S'])
})

test('prior addresses come newest first, ten at most, and never the co-owner’s', async () => {
  const { call, workspace } = world()
  const opened = await workspace()
  const day = (number: number) => `2025-10-${String(number).padStart(2, '0')}`
  opened.transaction(() => {
    const written = { organizationNumber: 998, customerNumber: SOFIA }
    for (let i = 1; i <= 9; i++) priorAddresses(opened).put(PriorAddressRecord.parse({ ...written, pmDate: day(i) }))
    priorAddresses(opened).put(PriorAddressRecord.parse({ ...written, coOwnerIndicator: 2, pmDate: '2026-01-01' }))
  })
  const { data } = (await inquiries(call).address(SOFIA, { currentPriorFlag: 'P' })).body
  const { nameAddressTable, occurrencesForNameAddressField, priorMailerData } = data.customerData
  expect([occurrencesForNameAddressField, nameAddressTable]).toEqual([0, []])
  expect(priorMailerData.priorMailerFieldsOccurrences).toBe(10)
  expect(priorMailerData.priorMailer.map(({ pmDate }: { pmDate: string }) => pmDate)).toEqual([
    ...[9, 8, 7, 6, 5, 4, 3, 2, 1].map(day),
    '2025-09-01',
  ])
  expect(priorMailerData.priorMailer[9]).toMatchObject({
    ...{ pmAddressLine1: 'Avenida Colón 402', pmMobilePhoneFlag: '2', pmHomePhone: '' },
    ...{ reservedCodes: '', reservedDates: '', reservedAmounts: '' },
  })
  expect(deviations('Current/Prior Address Inquiry', data)).toEqual([])
})

test('nothing prior is shown while the switch is off, whatever is on file', async () => {
  const { call, workspace } = world()
  const opened = await workspace()
  const organization = organizations(opened).get('998')
  opened.transaction(() => organization && organizations(opened).patch(organization, { priorAddressIndicator: 'N' }))
  const { data } = (await inquiries(call).address(SOFIA, { currentPriorFlag: 'B' })).body
  expect(data.customerData).toMatchObject({
    occurrencesForNameAddressField: 1,
    priorMailerData: { priorMailerFieldsOccurrences: 0, priorMailer: [] },
  })
})

test('a relationship leads to its primary account, and a customer to the first that is open', async () => {
  const { call, workspace } = world()
  const opened = await workspace()
  const [ofAndes] = accounts(opened).by('number', '0009985012000000004')
  const [ofDiego] = accounts(opened).by('number', '0009985012000000005')
  const [credit] = accounts(opened).by('number', '0009985012000000001')
  const [debit] = accounts(opened).by('number', '0009986012000000001')
  if (!ofAndes || !ofDiego || !credit || !debit) throw new Error('no such accounts')
  opened.transaction(() => {
    accounts(opened).patch(ofAndes, { primaryAccount: '' })
    accounts(opened).patch(ofDiego, { primaryAccount: 'P' })
  })
  const { address } = inquiries(call)
  expect((await address(RELATIONSHIP)).body.data).toMatchObject({
    customerNumber: ANDES,
    accountNumber: '0009985012000000005',
  })
  for (const accountInternalStatus of ['H', 'P', '8', '9']) {
    opened.transaction(() => accounts(opened).patch(credit, { accountInternalStatus }))
    expect((await address(MARIA)).body.data).toMatchObject({ accountNumber: '0009986012000000001', logo: 601 })
  }
  opened.transaction(() => accounts(opened).patch(debit, { accountInternalStatus: '8' }))
  expect(hostCodes(await address(MARIA))).toEqual(['AD18E'])
  expect((await address('0009986012000000001')).body.data).toMatchObject({ customerNumber: MARIA, logo: 601 })
})

test('the flags say who and when: the owner, now and before, unless said', async () => {
  const { address } = inquiries(world().call)
  const shown = async (number: string, query: object) => {
    const { nameAddressTable, priorMailerData } = (await address(number, { ...query })).body.data.customerData
    const names = nameAddressTable.map(
      ({ addressData }: { addressData: { nameLine1: string } }) => addressData.nameLine1,
    )
    return [...names, priorMailerData.priorMailerFieldsOccurrences]
  }
  const unsaid = { ownerCoOwnerFlag: undefined, currentPriorFlag: undefined }
  expect(await shown(SOFIA, unsaid)).toEqual(['Sofía Herrera', 2])
  expect(await shown(SOFIA, { currentPriorFlag: 'C' })).toEqual(['Sofía Herrera', 0])
  expect(await shown(SOFIA, { ownerCoOwnerFlag: 0, currentPriorFlag: 'P' })).toEqual([2])
  expect(await shown(CARLOS, unsaid)).toEqual(['Carlos Mendoza', 0])
  expect(await shown(CARLOS, { ownerCoOwnerFlag: 0 })).toEqual(['Carlos Mendoza', 'Lucía Mendoza', 0])
  expect(await shown(CARLOS, { ownerCoOwnerFlag: 2, currentPriorFlag: 'C' })).toEqual(['Lucía Mendoza', 0])
  expect(await shown(MARIA, { ownerCoOwnerFlag: 2, currentPriorFlag: 'C' })).toEqual([0])
})

test('the co-owner’s prior address is refused in two ways, and by default too', async () => {
  const { address } = inquiries(world().call)
  const ask = async (currentPriorFlag?: string) =>
    hostCodes(await address(CARLOS, { ownerCoOwnerFlag: 2, currentPriorFlag }))
  expect(await ask('P')).toEqual(['AD05E'])
  expect(await ask('B')).toEqual(['AD16E'])
  expect(await ask()).toEqual(['AD16E'])
})

test('edits are told together, then the switch, then look-ups one by one', async () => {
  const { address } = inquiries(world().call)
  const wrong = { ownerCoOwnerFlag: 3, currentPriorFlag: 'b' }
  expect(hostCodes(await address('x', { ...wrong, organizationNumber: 999 }))).toEqual(['AD02E', 'AD03E', 'AD04E'])
  for (const number of [' ', NONE, '1'.repeat(20), 'ABC'])
    expect(hostCodes(await address(number, { organizationNumber: 'AB' }))).toEqual(['AD02E'])
  expect(hostCodes(await address(MARIA, { organizationNumber: 'AB' }))).toEqual(['AD01S'])
  const off = { organizationNumber: 800, currentPriorFlag: 'P' }
  expect(hostCodes(await address(NOBODY, { ...off, ownerCoOwnerFlag: 2 }))).toEqual(['AD05E'])
  expect(hostCodes(await address(NOBODY, off))).toEqual(['AD11S'])
  expect(hostCodes(await address('0008005012000000001', { ...off, organizationNumber: '000' }))).toEqual(['AD11S'])
  expect(hostCodes(await address(NOBODY, { ...off, organizationNumber: 123 }))).toEqual(['AD07S'])
  expect(hostCodes(await address(NOBODY, { currentPriorFlag: 'P' }))).toEqual(['AD10S'])
  expect(hostCodes(await address(MARIA, { currentPriorFlag: 'P' }))).toEqual(['AD17E'])
})
