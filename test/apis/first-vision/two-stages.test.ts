import { expect, test } from 'vitest'
import { sandbox } from '../../harness.ts'
import { ADD, customer, GENERATE, generation, hostCodes, INQUIRE, inquiry } from './requests.ts'

const UNKNOWN = 123
const { call } = await sandbox()
const add = async (...sent: Parameters<typeof customer>) => hostCodes(await call('POST', ADD, customer(...sent)))
const generate = async (members: object) => hostCodes(await call('POST', GENERATE, generation(members)))
const inquire = async (number: string, members: object) =>
  hostCodes(await call('POST', INQUIRE, inquiry(number, members)))

test('income, CUIT and IVA position left out are told together, in the order of their codes', async () => {
  const least = { income: undefined, cuit: undefined, ivaPosition: undefined }
  expect(await add({ organizationNumber: 998 }, least)).toEqual(['NA03E', 'NA05E', 'NA09E'])
})

test('no owner at all leaves out all that is required', async () => {
  const { body } = await call('POST', ADD, { customerData: { customerKeyData: { organizationNumber: 998 } } })
  expect(hostCodes({ body })).toEqual(['NA03E', 'NA05E', 'NA07E', 'NA09E'])
  expect(hostCodes(await call('POST', ADD, {}))).toEqual(['NA03E', 'NA05E', 'NA07E', 'NA09E'])
})

test('a field edit hides every stop, whatever its number', async () => {
  expect(await add({ organizationNumber: 999, dualFlag: '7' }, { genderCode: 9, statement2Indicator: '9' })).toEqual([
    'NA24E',
  ])
})

test('of several stops the first by code is told alone', async () => {
  const person = { smsFlag: 9, genderCode: 9, countryCode: 'QQQ' }
  expect(await add({ organizationNumber: 998 }, person)).toEqual(['NA33S'])
  expect(await add({ organizationNumber: 998, coOwnerIndicator: 7, dualFlag: '7' }, person)).toEqual(['NA04S'])
  expect(await add({ organizationNumber: 998 }, { smsFlag: 9, genderCode: 9 })).toEqual(['NA57S'])
})

test('settings of the organization are judged with the request, before anything is looked up', async () => {
  const taken = '0008000011000000001'
  expect(await add({ organizationNumber: 800, customerNumber: taken, dualFlag: '1' })).toEqual(['NA10S'])
  expect(await add({ organizationNumber: 800, customerNumber: taken })).toEqual(['NA24S'])
  expect(await add({ organizationNumber: 800 }, { vipStatus: 2, genderCode: 7 })).toEqual(['NA11S'])
})

test('an organization that is not configured is found after the request’s own faults and before its settings', async () => {
  expect(await add({ organizationNumber: UNKNOWN }, { income: 'A' })).toEqual(['NA02E'])
  expect(await add({ organizationNumber: UNKNOWN }, { genderCode: 7 })).toEqual(['NA57S'])
  expect(await add({ organizationNumber: UNKNOWN, dualFlag: '1' }, { countryCode: 'QQQ' })).toEqual(['NA53S'])
})

test('look-ups go from the organization to the customer, the account and the relationship', async () => {
  const customerOf998 = '0009980011000000001'
  const foreignCustomer = '0009970011000000001'
  const foreignAccount = '0009975012000000001'
  const relationship = '0009980010000000001'
  const at998 = { organizationNumber: 998, accountNumber: foreignAccount }
  expect(await add({ ...at998, customerNumber: customerOf998 })).toEqual(['NA24S'])
  expect(await add({ ...at998, customerNumber: foreignCustomer, dualFlag: '1' })).toEqual(['NA25S'])
  expect(await add({ ...at998, customerNumber: relationship })).toEqual(['NA08S'])
  expect(await add({ organizationNumber: 998, customerNumber: relationship })).toEqual(['NA26S'])
})

test('every count that is wrong is told, in the order of the codes', async () => {
  const counts = {
    embosserNumbersRequested: -1,
    controlAccountNumbersRequested: 1.5,
    billAccountNumbersRequested: true,
    accountNumbersRequested: '11',
    relationshipNumbersRequested: 'AB',
    customerNumbersRequested: 11,
  }
  expect(await generate({ ...counts, organizationNumber: 999, logo: 'X', dualIndicator: 'Y' })).toEqual([
    'NG21E',
    'NG22E',
    'NG23E',
    'NG24E',
    'NG25E',
    'NG26E',
    'NG29E',
  ])
})

test('generation looks for the organization before its logo', async () => {
  const wants = { accountNumbersRequested: 1 }
  expect(await generate({ ...wants, organizationNumber: 999, logo: 999 })).toEqual(['NG05S'])
  expect(await generate({ ...wants, organizationNumber: UNKNOWN, logo: 700 })).toEqual(['NG17S'])
  expect(await generate({ ...wants, logo: 700 })).toEqual(['NG32S'])
  expect(await generate({ ...wants, organizationNumber: 800, dualIndicator: '1', logo: 501 })).toEqual(['NG10S'])
  expect(await generate({ ...wants, organizationNumber: 800, dualIndicator: '1', logo: 700 })).toEqual(['NG15S'])
})

test('the inquiry tells all its field edits, then looks for the organization, its partner and the number', async () => {
  const wrong = { organizationNumber: 'AB', foreignUseIndicator: 2, numberType: '9' }
  expect(await inquire('', wrong)).toEqual(['ND11E', 'ND12E', 'ND13E', 'ND14E'])
  const unknown = '0000000000000099999'
  expect(await inquire(unknown, { organizationNumber: UNKNOWN, foreignUseIndicator: '1' })).toEqual(['ND02S'])
  expect(await inquire(unknown, { organizationNumber: 800, foreignUseIndicator: '1' })).toEqual(['ND06S'])
  expect(await inquire(unknown, {})).toEqual(['ND09S'])
  expect(await inquire(unknown, { numberType: '' })).toEqual(['ND07S'])
})
