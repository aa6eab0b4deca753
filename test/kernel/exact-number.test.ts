import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ExactNumber, numberOf, plainDigits } from '../../src/kernel/text/exact-number.ts'

test.each([
  ['12', 12],
  ['-0', -0],
  ['1.50', 1.5],
  ['1e2', 100],
  ['15e-1', 1.5],
  ['0.1', 0.1],
  ['9007199254740992', 2 ** 53],
  ['1e21', 1e21],
  ['1e-7', 1e-7],
  ['5e-324', 5e-324],
])('%s is a plain number', (source, number) => expect(numberOf(source)).toBe(number))

test.each([
  ['9007199254740993', '9007199254740993'],
  ['99999999999999999', '99999999999999999'],
  ['-1234567890123456789', '-1234567890123456789'],
  ['1234567890123456789.00', '1234567890123456789'],
  ['1.234567890123456789e18', '1234567890123456789'],
  ['1234567890123456789E-2', '12345678901234567.89'],
  ['0.12345678901234567890', '0.1234567890123456789'],
  ['12345678901234567.89', '12345678901234567.89'],
  ['99999999999999990', '99999999999999990'],
  ['1e400', `1${'0'.repeat(400)}`],
  ['1e999999999', '1e999999999'],
])('%s keeps its digits: %s', (source, digits) => {
  const number = numberOf(source)
  expect(number).toBeInstanceOf(ExactNumber)
  expect(String(number)).toBe(digits)
})

test('a whole number has the digits that were written, however many', () => {
  fc.assert(
    fc.property(fc.bigInt(), (number) => {
      expect(plainDigits(String(numberOf(String(number))))).toBe(String(number))
    }),
  )
})

test('a number that a double writes is that double', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (number) => {
      expect(numberOf(String(number))).toBe(number === 0 ? 0 : number)
    }),
  )
})

test('zeros by the hundred thousand, before, within and after a number, are looked through once', () => {
  const zeros = '0'.repeat(900_000)
  expect(plainDigits(`${zeros}1.5`)).toBe('1.5')
  expect(plainDigits(`1.${zeros}`)).toBe('1')
  expect(plainDigits(`1.${zeros}1`)).toBe(`1.${zeros}1`)
})
