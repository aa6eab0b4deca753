import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isRealLooking } from '../../src/kernel/masking/card-numbers.ts'
import { luhnDigit } from '../../src/kernel/masking/luhn.ts'
import { holdsCard, maskCards, maskTexts, maskValue } from '../../src/kernel/masking/redaction.ts'

const withCheckDigit = (digits: string): string => digits + luhnDigit(digits)

test.each([
  ['bare', '/x/4539578763621486', '/x/453957******1486'],
  ['after zeros', '/x/0004539578763621486?x', '/x/000453957******1486?x'],
  ['two of them', '5500005555555559 or 4539578763621486', '550000******5559 or 453957******1486'],
  ['of fifteen digits', '378282246310005', '378282*****0005'],
  ['of thirteen digits', '4222222222222', '422222***2222'],
  ['of nineteen digits', '6304000000000000000', '630400*********0000'],
  ['with spaces', 'card 4539 5787 6362 1486.', 'card 4539 57** **** 1486.'],
  ['with escaped spaces', '/x/4539%205787%206362%201486', '/x/4539%2057**%20****%201486'],
  ['with spaces as a form has them', 'n=4539+5787+6362+1486', 'n=4539+57**+****+1486'],
  ['with dashes', 'card-4539-5787-6362-1486', 'card-4539-57**-****-1486'],
  ['with both', '4539 - 5787-6362 1486', '4539 - 57**-**** 1486'],
  ['glued to letters', 'ADDREF_4539578763621486X', 'ADDREF_453957******1486X'],
  ['after an escaped sign', '/x/%404539578763621486', '/x/%40453957******1486'],
  ['after a percent sign', '5%4539578763621486', '5%453957******1486'],
])('the number of a real-looking card is masked: %s', (_how, text, masked) => {
  expect(maskCards(text)).toBe(masked)
  expect(holdsCard(text)).toBe(true)
  expect(holdsCard(masked)).toBe(false)
})

test.each([
  ['no check digit', '/x/4539578763621487'],
  ['a test card', '/x/4111111111111111'],
  ['a test card after zeros', '0004000000000000432'],
  ['a test card with spaces', '4242 4242 4242 4242'],
  ['a number beginning with 9', '0009980011000000000018'],
  ['a number beginning with 1', '1000000000417761'],
  ['longer than nineteen digits', '45395787636214860000'],
  ['a window of a longer number', '94539578763621486'],
  ['a card’s number with another before it', '7 4539578763621486'],
  ['twelve digits', '453957876366'],
])('what is none stays: %s', (_why, text) => {
  expect(maskCards(text)).toBe(text)
  expect(maskValue(text)).toBe(text)
})

test('a value that is nothing but digits stays a number of as many digits, and is nobody’s card', () => {
  expect(maskValue('4539578763621486')).toBe('4539570000001486')
  expect(maskValue(' 0004539578763621486 ')).toBe(' 0004539570000001486 ')
  expect(maskValue('4539 5787 6362 1486')).toBe('4539 57** **** 1486')
  const card = fc
    .tuple(fc.constantFrom('2', '3', '4', '5', '6'), fc.stringMatching(/^\d{11,17}$/))
    .map(([first, more]) => withCheckDigit(first + more))
    .filter(isRealLooking)
  fc.assert(
    fc.property(card, (number) => {
      const masked = maskValue(number)
      expect(masked).toMatch(new RegExp(`^${number.slice(0, 6)}\\d{${number.length - 10}}${number.slice(-4)}$`))
      expect(holdsCard(masked)).toBe(false)
      expect(holdsCard(maskCards(`x${number}`))).toBe(false)
    }),
  )
})

test('texts are masked wherever in a value they stand', () => {
  const card = '4539578763621486'
  expect(maskTexts({ path: `/x/${card}`, findings: [{ message: card }], status: 200, rule: undefined })).toEqual({
    path: '/x/453957******1486',
    findings: [{ message: '453957******1486' }],
    status: 200,
    rule: undefined,
  })
})

const MANY = 900_000
test.each([
  ['spaces', ' '.repeat(MANY)],
  ['dashes', '-'.repeat(MANY)],
  ['escaped spaces', '%20'.repeat(MANY / 3)],
  ['percent signs', '%'.repeat(MANY)],
  ['digits, and a letter at the end', `${'9'.repeat(MANY)}x`],
  ['digits with spaces between them', `${'4 '.repeat(MANY / 2)}x`],
  ['escaped spaces after a digit', `4${'%20'.repeat(MANY / 3)}x`],
])('a body full of %s is looked through once', (_what, text) => {
  expect(maskCards(text)).toBe(text)
  expect(maskValue(text)).toBe(text)
})

test('a card after an escape, and after a percent sign that is none, is masked', () => {
  expect(maskCards('%404539578763621486')).toBe('%40453957******1486')
  expect(maskCards('%204539578763621486')).toBe('%20453957******1486')
  expect(maskCards('%4539578763621486')).toBe('%453957******1486')
})
