import { expect, test } from 'vitest'
import { accounts } from '../../../src/apis/first-vision/records/accounts.ts'
import { organizations } from '../../../src/apis/first-vision/records/organizations.ts'
import { relationships } from '../../../src/apis/first-vision/records/relationships.ts'
import { ADD, customer, hostCodes, UPDATE, update } from './requests.ts'
import { world } from './world.ts'

const MARIA = '0009980011000000001'
const ANDES = '0009980011000000004'
const ELENA = '0009980011000000010'

function start() {
  const { call, workspace } = world()
  const put = (number: string, members?: object) => call('PUT', UPDATE, update(number, members))
  const refused = async (number: string, members?: object) => hostCodes(await put(number, members))
  return { call, put, refused, workspace }
}

test('all field edits are told together, in the order of their codes', async () => {
  const { refused } = start()
  const wrong = {
    ...{
      organizationNumber: 'A',
      foreignUseIndicator: 'x',
      demographicDataIndicator: '3',
      status: '7',
      vipStatus: true,
    },
    ...{
      maritalStatus: 'M',
      genderCode: 1.5,
      dateOfBirth: 'soon',
      user10: 2026366,
      carrierRoute: { carrierRoute3and4: 'A' },
    },
  }
  const codes = ['GC01E', 'GC03E', 'GC06E', 'GC09E', 'GC10E', 'GC12E', 'GC19E', 'GC23E', 'GC30E', 'GC40E']
  expect(await refused(MARIA, wrong)).toEqual(codes)
  expect(await refused('', { ...wrong, organizationNumber: 998 })).toEqual(['GC02E', ...codes.slice(1)])
})

test('of more than twenty field edits the first twenty are told', async () => {
  const { refused } = start()
  const flags = ['nameTypeIndicator1', 'nameTypeIndicator2', 'nameTypeIndicator3', 'ownOrRentResidenceFlag']
  const more = ['homePhoneIndicator', 'faxPhoneIndicator', 'mobilePhoneIndicator', 'emailIndicator', 'smsIndicator']
  const others = [
    'taxIdType',
    'employerPhoneFlag',
    'genderCode',
    'maritalStatus',
    'contactIndicator',
    'numberOfDependents',
  ]
  const dates = [
    'formDateSent',
    'dateOfBirth',
    'dateFiledForm',
    'user10',
    'user11',
    'statementMessageIndicator',
    'sicCode',
  ]
  const wrong = Object.fromEntries([...flags, ...more, ...others, ...dates].map((member) => [member, 'wrong']))
  const codes = await refused(MARIA, wrong)
  expect(codes).toHaveLength(20)
  expect([codes[0], codes.at(-1)]).toEqual(['GC11E', 'GC39E'])
})

test('settings are judged with the request, an organization that is not configured before what is looked up in it', async () => {
  const { refused } = start()
  expect(await refused(MARIA, { countryCode: 'QQQ', genderCode: 7 })).toEqual(['GC35E', 'GC40E'])
  expect(await refused(MARIA, { organizationNumber: 123, countryCode: 'QQQ' })).toEqual(['GC02S'])
  expect(await refused(MARIA, { organizationNumber: 123, foreignUseIndicator: '1' })).toEqual(['GC02S'])
  expect(await refused(MARIA, { organizationNumber: 800, foreignUseIndicator: '1' })).toEqual(['GCZ8S'])
  const number = { customerNumber: '0000000000000099999', status: 2 }
  expect(await refused(MARIA, number)).toEqual(['GC04S'])
  expect(await refused(MARIA, { ...number, numberType: '', organizationNumber: 0 })).toEqual(['GC01S'])
  expect(await refused(MARIA, { ...number, organizationNumber: 0 })).toEqual(['GC05E'])
})

test('what the state of the records forbids is told alone, the first of it', async () => {
  const { refused } = start()
  expect(await refused(ANDES, { status: 2, emailIndicator: 2, homePhoneIndicator: 1 })).toEqual(['GC33E'])
  expect(await refused(MARIA, { status: 2, emailIndicator: 2, homePhoneIndicator: 1 })).toEqual(['GC34E'])
  expect(await refused(MARIA, { emailIndicator: 2, homePhoneIndicator: 1 })).toEqual(['GC42E'])
  expect(await refused(MARIA, { faxPhoneIndicator: 1, homePhoneIndicator: 1 })).toEqual(['GC44E'])
})

test('a customer can be put to purge when relationships and accounts have ended', async () => {
  const { put, refused, workspace } = start()
  expect((await put(ELENA, { status: 2 })).status).toBe(200)
  const opened = await workspace()
  opened.transaction(() => {
    for (const relationship of relationships(opened).by('customer', ANDES))
      relationships(opened).patch(relationship, { active: false })
  })
  expect(await refused(ANDES, { status: 2 })).toEqual(['GC34E'])
  opened.transaction(() => {
    for (const account of accounts(opened).by('customer', ANDES))
      accounts(opened).patch(account, { accountInternalStatus: '8' })
  })
  expect((await put(ANDES, { status: 2 })).status).toBe(200)
})

test('channels are judged on the record as it will be', async () => {
  const { put, refused } = start()
  expect(await refused(MARIA, { emailIndicator: 2 })).toEqual(['GC42E'])
  expect((await put(MARIA, { emailIndicator: 2, mobilePhoneIndicator: 1 })).status).toBe(200)
  expect(await refused(MARIA, { employerPhoneFlag: 2 })).toEqual(['GC42E'])
  expect((await put(MARIA, { homePhoneNumber: '1', homePhoneIndicator: 1 })).status).toBe(200)
  expect(await refused(MARIA, { homePhoneNumber: '', homePhoneIndicator: 2, emailIndicator: 1 })).toEqual(['GC44E'])
  // Without its indicator, a channel may lose its number.
  expect((await put(MARIA, { homePhoneNumber: '' })).status).toBe(200)
  expect(await refused(MARIA, { homePhoneIndicator: 1 })).toEqual(['GC44E'])
  expect((await put(MARIA, { homePhoneIndicator: 0 })).status).toBe(200)
})

test('channels that were added at odds stop only an update of the person', async () => {
  const { put, refused, call } = start()
  const flags = { emailFlag: 2, homePhoneFlag: 2, email: 'a@example.com', homePhoneNumber: '1' }
  const added = await call('POST', ADD, customer({ organizationNumber: 998 }, flags))
  const { customerNumber } = added.body.data
  const others = { demographicDataIndicator: '0', userDataIndicator: '1', user1: 'A', status: 1 }
  expect((await put(customerNumber, others)).status).toBe(200)
  expect(await refused(customerNumber, { city: 'Salta' })).toEqual(['GC42E'])
  expect((await put(customerNumber, { city: 'Salta', emailIndicator: 1 })).status).toBe(200)
})

test('dates are held against the next processing date, which is tomorrow unless the organization says otherwise', async () => {
  const { put, refused, workspace } = start()
  const [tomorrow, later] = ['2026-03-03', '2026-03-04']
  expect(
    (await put(MARIA, { dateOfBirth: '2026-03-02', dateFiledForm: tomorrow, formDateSent: tomorrow })).status,
  ).toBe(200)
  expect(await refused(MARIA, { dateOfBirth: tomorrow })).toEqual(['GC53E'])
  expect(await refused(MARIA, { dateFiledForm: later, formDateSent: later })).toEqual(['GC21E', 'GC27E'])
  const opened = await workspace()
  const organization = organizations(opened).get('998')
  if (!organization) throw new Error('no organization 998')
  opened.transaction(() => organizations(opened).patch(organization, { dateOfNextProcessing: '2026-03-10' }))
  expect((await put(MARIA, { dateOfBirth: later, dateFiledForm: '2026-03-10' })).status).toBe(200)
  expect(await refused(MARIA, { dateOfBirth: '2026-03-10' })).toEqual(['GC53E'])
})

test.each(['0', '00000000', '0000-00-00', 0])('%j is no date, and clears one', async (zero) => {
  const { put } = start()
  const dates = { formDateSent: zero, dateOfBirth: zero, dateFiledForm: zero, user10: zero, user11: zero }
  expect((await put(MARIA, { ...dates, userDataIndicator: '1' })).status).toBe(200)
})

test('a tax number is judged where it is given as one of the first kind', async () => {
  const { put, refused } = start()
  expect((await put(MARIA, { taxIdType: 0 })).status).toBe(200)
  expect((await put(MARIA, { taxIdNumber: 'AB-1' })).status).toBe(200)
  expect((await put(MARIA, { taxIdType: 2, taxIdNumber: 'AB-1' })).status).toBe(200)
  expect(await refused(MARIA, { taxIdType: '0', taxIdNumber: 'AB-1' })).toEqual(['GC25E'])
})
