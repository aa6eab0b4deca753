import { expect, test } from 'vitest'
import { sandbox } from '../../harness.ts'
import { deviations } from './contract.ts'
import { GENERATE, generation, hostCodes } from './requests.ts'
import { world } from './world.ts'

const TEN_OF_EACH = {
  customerNumbersRequested: 10,
  accountNumbersRequested: 10,
  relationshipNumbersRequested: 10,
  billAccountNumbersRequested: 10,
  controlAccountNumbersRequested: 10,
  embosserNumbersRequested: 10,
}

const LISTS = {
  customerData: 'customerNumber',
  accountData: 'accountNumber',
  relationshipData: 'relationshipNumber',
  billAccountData: 'billAccountNumber',
  controlAccountData: 'controlAccountNumber',
  embosserData: 'cardNumber',
}

type Data = Record<string, Record<string, string>[]>
const numbersOf = (data: Data) =>
  Object.entries(LISTS).flatMap(([list, member]) => (data[list] ?? []).map((item) => item[member] ?? ''))

function passesLuhn(number: string) {
  const digits = [...number].reverse().map(Number)
  const doubled = digits.map((digit, place) => (place % 2 ? [0, 2, 4, 6, 8, 1, 3, 5, 7, 9][digit] : digit) as number)
  return doubled.reduce((sum, digit) => sum + digit) % 10 === 0
}

test('ten numbers of each kind are handed out, and never one of them again', async () => {
  const { call } = world()
  const seen: string[] = []
  for (let round = 0; round < 5; round++) {
    const { status, body } = await call('POST', GENERATE, generation(TEN_OF_EACH))
    expect(status).toBe(200)
    expect(deviations('Customer and Account Number Generate', body.data)).toEqual([])
    for (const [list, member] of Object.entries(LISTS)) {
      expect(body.data[list].map(({ sequence }: { sequence: number }) => sequence)).toEqual([
        1, 2, 3, 4, 5, 6, 7, 8, 9, 10,
      ])
      expect(Object.keys(body.data[list][0])).toEqual(['sequence', member])
    }
    seen.push(...numbersOf(body.data))
  }
  expect(seen).toHaveLength(300)
  expect(new Set(seen).size).toBe(300)
  for (const number of seen) expect(number).toMatch(/^\d{19}$/)
})

test('card numbers have sixteen digits of a test range with their check digit', async () => {
  const { call } = world()
  const prefixes = { 501: '400000', 601: '520082', 602: '510510', 603: '555555' }
  for (const [logo, prefix] of Object.entries(prefixes)) {
    const { data } = (await call('POST', GENERATE, generation({ logo, embosserNumbersRequested: 10 }))).body
    for (const { cardNumber } of data.embosserData) {
      expect(cardNumber).toMatch(new RegExp(`^000${prefix}\\d{10}$`))
      expect(passesLuhn(cardNumber)).toBe(true)
    }
  }
})

test('the same requests in another world with the same seed give the same numbers, with another seed other cards', async () => {
  const draw = async (seed: number) => {
    const { call } = await sandbox({ seed })
    return (await call('POST', GENERATE, generation(TEN_OF_EACH))).text
  }
  expect(await draw(1)).toBe(await draw(1))
  expect(await draw(2)).not.toBe(await draw(1))
})

test('eleven are refused, of every kind', async () => {
  const { call } = world()
  const codes = ['NG21E', 'NG23E', 'NG22E', 'NG24E', 'NG25E', 'NG26E']
  for (const [index, member] of Object.keys(TEN_OF_EACH).entries())
    expect(hostCodes(await call('POST', GENERATE, generation({ [member]: 11 })))).toEqual([codes[index]])
})

test('nothing asked for is nothing handed out, and the logo does not matter then', async () => {
  const { call, digest } = world()
  const before = await digest()
  const { status, body } = await call('POST', GENERATE, { organizationNumber: 998, dualIndicator: '', logo: 'AB' })
  expect(status).toBe(200)
  expect(body.data).toEqual({
    ...{ organizationNumber: 998, foreignOrganizationNumber: 0, dualIndicator: 0, logo: 0 },
    ...{ accountData: [], customerData: [], relationshipData: [] },
    ...{ embosserData: [], billAccountData: [], controlAccountData: [] },
  })
  expect(await digest()).toBe(before)
  expect((await call('POST', GENERATE, generation({ logo: 777, customerNumbersRequested: 1 }))).status).toBe(200)
})

test('a range gives all it has, and a request for more than is left is refused whole', async () => {
  const { call } = await sandbox({ scenario: 'number-range-exhausted' })
  const ask = (customerNumbersRequested: number) => call('POST', GENERATE, generation({ customerNumbersRequested }))
  expect((await ask(2)).body.data.customerData).toHaveLength(2)
  expect(hostCodes(await ask(2))).toEqual(['NG09S'])
  expect((await ask(1)).body.data.customerData).toEqual([{ sequence: 1, customerNumber: '0009980011000000003' }])
  expect(hostCodes(await ask(1))).toEqual(['NG09S'])
})

test('reservations are records', async () => {
  const { call } = world()
  const { data } = (await call('POST', GENERATE, generation({ embosserNumbersRequested: 1 }))).body
  const number = data.embosserData[0].cardNumber
  const { records } = (await call('GET', '/_sandbox/records/first-vision.reservations')).body
  expect(records).toEqual([{ id: `998-${number}`, organizationNumber: 998, kind: 'card', number, logo: 501 }])
})
