import { expect, test } from 'vitest'
import { sandbox } from '../../harness.ts'
import { ADD, customer, GENERATE, generation, hostCodes, INQUIRE, inquiry } from './requests.ts'

const { call } = await sandbox()

test.each([undefined, null, '', ' ', '   '])(
  '%j in a member that is judged means that nothing is given',
  async (blank) => {
    const person = { maritalStatus: blank, dateOfBirth: blank, userDate3: blank, user10: blank, countryCode: blank }
    const key = { organizationNumber: 998, customerNumber: blank, accountNumber: blank, dualFlag: blank }
    const added = await call(
      'POST',
      ADD,
      customer({ ...key, coOwnerIndicator: blank }, { ...person, genderCode: blank }),
    )
    expect(added.status).toBe(200)
    const missing = await call('POST', ADD, customer(key, { income: blank, ivaPosition: blank }))
    expect(hostCodes(missing)).toEqual(['NA03E', 'NA09E'])
  },
)

test('zeros name no organization, customer, account or logo', async () => {
  const zeros = '0000000000000000000'
  const none = await call('POST', ADD, customer({ organizationNumber: 0, customerNumber: zeros, accountNumber: zeros }))
  expect(hostCodes(none)).toEqual(['NA09S'])
  const numbered = await call('POST', ADD, customer({ organizationNumber: 998, customerNumber: zeros }))
  expect(numbered.body.data.customerNumber).toMatch(/^000998001\d{10}$/)
  const generated = await call('POST', GENERATE, generation({ organizationNumber: '000', customerNumbersRequested: 1 }))
  expect(hostCodes(generated)).toEqual(['NG17S'])
  const logo = await call('POST', GENERATE, generation({ logo: 0, accountNumbersRequested: 1 }))
  expect(hostCodes(logo)).toEqual(['NG32S'])
  expect(hostCodes(await call('POST', INQUIRE, inquiry(zeros)))).toEqual(['ND12E'])
})

test('zero is a value where nothing is named', async () => {
  const indicator = await call('POST', ADD, customer({ organizationNumber: 998, coOwnerIndicator: 0 }))
  expect(hostCodes(indicator)).toEqual(['NA04S'])
  expect((await call('POST', ADD, customer({ organizationNumber: 998 }, { income: 0, genderCode: 0 }))).status).toBe(
    200,
  )
})

test('the tax number is judged under flag 0 only when it is given', async () => {
  const withFlag = async (identificationNumberFlag: number, identificationNumber?: unknown) =>
    call('POST', ADD, customer({ organizationNumber: 998 }, { identificationNumberFlag, identificationNumber }))
  expect((await withFlag(0)).status).toBe(200)
  expect((await withFlag(0, '123456789-K')).status).toBe(200)
  expect((await withFlag(1, 'AB-1')).status).toBe(200)
  expect(hostCodes(await withFlag(0, '12345678'))).toEqual(['NA31S'])
})

test('a number counts whether it comes as a number or as text', async () => {
  const key = { organizationNumber: '998', coOwnerIndicator: '1', dualFlag: 0 }
  const person = { income: '07', cuit: 20304050607, occupationCode: 251200, ivaPosition: 1, genderCode: '2' }
  const added = await call('POST', ADD, customer(key, person, { miscellaneous: { vipStatus: '1', sicCode: '5411' } }))
  expect(added.status).toBe(200)
  const { data } = (await call('POST', INQUIRE, inquiry(added.body.data.customerNumber))).body
  expect(data).toMatchObject({ vipStatus: '1', sicCode: 5411, nameAddrData: [{ nameAddressData: { genderCode: 2 } }] })
})

test.each([
  ['income', 'NA02E'],
  ['cuit', 'NA04E'],
  ['userDate3', 'NA01E'],
  ['maritalStatus', 'NA35S'],
  ['genderCode', 'NA57S'],
  ['dateOfBirth', 'NA39S'],
  ['user11', 'NA45S'],
  ['countryCode', 'NA33S'],
])('the code of %s judges every scalar that it cannot be', async (member, code) => {
  for (const value of ['AB', true, 1.5, -1, '12345678901234567890'])
    expect(hostCodes(await call('POST', ADD, customer({ organizationNumber: 998 }, { [member]: value })))).toEqual([
      code,
    ])
})
