import { expect, test } from 'vitest'
import { othersFound, sandbox } from '../../harness.ts'
import { deviations } from './contract.ts'
import { ADD, customer, GENERATE, generation, hostCodes, INQUIRE, inquiry, owner } from './requests.ts'
import { world } from './world.ts'

const FREE = '0000000000000054321'

test('a customer without a number is given one of nineteen digits, each another', async () => {
  const { call } = world()
  const add = async () => (await call('POST', ADD, customer({ organizationNumber: 998 }))).body.data
  const first = await add()
  expect(first).toEqual({
    organizationNumber: 998,
    organizationAssociatedToForeignAccount: 0,
    foreignCustomerOrganization: 0,
    accountNumber: '0000000000000000000',
    customerNumber: '0009980011000000011',
    ...{ reservedCode1: 0, reservedCode2: 0, reservedCode3: 0, reservedCode4: 0, reservedCode5: 0 },
    ...{ reservedDate1: null, reservedDate2: null, reservedDate3: null, reservedDate4: null, reservedDate5: null },
    ...{ reservedAmount1: 0, reservedAmount2: 0, reservedAmount3: 0, reservedAmount4: 0, reservedAmount5: 0 },
  })
  expect(deviations('Customer Add', first)).toEqual([])
  expect((await add()).customerNumber).toBe('0009980011000000012')
})

test('a chosen number is used as it is, once', async () => {
  const { call } = world()
  const key = { organizationNumber: 998, customerNumber: FREE }
  const added = await call('POST', ADD, customer(key))
  expect(added.body.data.customerNumber).toBe(FREE)
  expect(hostCodes(await call('POST', ADD, customer(key)))).toEqual(['NA24S'])
})

test('automatic numbers step over those that callers chose in their range', async () => {
  const { call } = world()
  const chosen = '0009980011000000011'
  await call('POST', ADD, customer({ organizationNumber: 998, customerNumber: chosen }))
  const added = await call('POST', ADD, customer({ organizationNumber: 998 }))
  expect(added.body.data.customerNumber).toBe('0009980011000000012')
})

test('a reserved number can be used for a customer, and no other customer is given it', async () => {
  const { call } = world()
  const reserved = await call('POST', GENERATE, generation({ customerNumbersRequested: 1 }))
  const customerNumber = reserved.body.data.customerData[0].customerNumber
  const other = await call('POST', ADD, customer({ organizationNumber: 998 }))
  expect(other.body.data.customerNumber).not.toBe(customerNumber)
  const key = { organizationNumber: 998, customerNumber }
  expect((await call('POST', ADD, customer(key))).status).toBe(200)
  expect(hostCodes(await call('POST', ADD, customer(key)))).toEqual(['NA24S'])
})

test('the organization follows from an account that is on file, or from one that is another’s', async () => {
  const { call } = world()
  const accountNumber = '0008005012000000001'
  const derived = await call('POST', ADD, customer({ accountNumber, customerNumber: FREE }))
  expect(derived.body.data).toMatchObject({ organizationNumber: 800, accountNumber, customerNumber: FREE })
  const unnumbered = await call('POST', ADD, customer({ accountNumber }))
  expect(hostCodes(unnumbered)).toEqual(['NA11S'])
  const known = await call('POST', ADD, customer({ customerNumber: '0009980011000000001' }))
  expect(hostCodes(known)).toEqual(['NA12S'])
  const conflicting = await call('POST', ADD, customer({ organizationNumber: 998, accountNumber }))
  expect(hostCodes(conflicting)).toEqual(['NA07S'])
  const future = await call('POST', ADD, customer({ organizationNumber: 998, accountNumber: '0009985012000099999' }))
  expect(future.status).toBe(200)
})

test('a co-owner is kept under indicator 2, and left out with a finding under another', async () => {
  const { call } = world()
  const coOwner = { ...owner, firstName: 'Lucía', lastName: 'Mendoza' }
  const add = (coOwnerIndicator: number, more: { coOwner?: unknown } = { coOwner }) =>
    call('POST', ADD, customer({ organizationNumber: 998, coOwnerIndicator }, { firstName: 'Carlos' }, more))
  const names = async (customerNumber: string) => {
    const { data } = (await call('POST', INQUIRE, inquiry(customerNumber))).body
    return [
      data.makerCoMakerIndicator,
      ...data.nameAddrData.map((person: Record<string, Record<string, string>>) => [
        person.sequence,
        person.nameAddressData?.firstName,
      ]),
    ]
  }
  const both = await add(2)
  expect(othersFound(both.headers)).toBeNull()
  expect(await names(both.body.data.customerNumber)).toEqual(['2', [1, 'Carlos'], [2, 'Lucía']])
  const one = await add(1)
  expect(othersFound(one.headers)).toBe('1')
  expect(await names(one.body.data.customerNumber)).toEqual(['1', [1, 'Carlos']])
  const none = await add(2, { coOwner: null })
  expect(await names(none.body.data.customerNumber)).toEqual(['1', [1, 'Carlos']])
})

test('a co-owner is judged like the owner, but only where it counts', async () => {
  const { call } = world()
  const key = { organizationNumber: 998, coOwnerIndicator: 2 }
  const coOwner = { income: 'A', genderCode: 7 }
  expect(hostCodes(await call('POST', ADD, customer(key, { cuit: '' }, { coOwner })))).toEqual([
    ...['NA02E', 'NA05E', 'NA07E', 'NA09E'],
  ])
  const wrong = { ...owner, genderCode: 7 }
  expect(hostCodes(await call('POST', ADD, customer(key, {}, { coOwner: wrong })))).toEqual(['NA57S'])
  const ignored = customer({ organizationNumber: 998 }, {}, { coOwner: wrong })
  expect((await call('POST', ADD, ignored)).status).toBe(200)
  const misfit = customer({ organizationNumber: 998 }, {}, { coOwner: { title: 5 } })
  expect((await call('POST', ADD, misfit)).status).toBe(400)
})

test('dates are judged by the workspace’s own day', async () => {
  const { call } = await sandbox({ clock: '2026-03-02T23:59:59Z' })
  const add = async (person: object) => call('POST', ADD, customer({ organizationNumber: 998 }, person))
  expect((await add({ dateOfBirth: '2026-03-02', dateOfFile: '2026-03-02' })).status).toBe(200)
  expect(hostCodes(await add({ dateOfBirth: '2026-03-03' }))).toEqual(['NA38S'])
  expect(hostCodes(await add({ dateOfFile: '2026-03-03' }))).toEqual(['NA40S'])
  expect(hostCodes(await add({ dateOfBirth: '2025-02-29' }))).toEqual(['NA39S'])
  expect((await add({ dateOfBirth: '2024-02-29', user10: '2024366', user11: '0' })).status).toBe(200)
})
