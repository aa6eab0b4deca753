import { expect, test } from 'vitest'
import { maskCards } from '../../src/kernel/redaction.ts'

test.each([
  ['/customer/4111111111111111', '/customer/411111******1111'],
  ['/customer/0004111111111111111?x', '/customer/000411111******1111?x'],
  ['5500005555555559 and 4111111111111111', '550000******5559 and 411111******1111'],
])('a card number is masked but for its first six digits and last four: %s', (text, masked) => {
  expect(maskCards(text)).toBe(masked)
})

test.each([
  ['no check digit', '/customer/4111111111111112'],
  ['a customer number', '/customer/0000000000000000018'],
  ['longer', '41111111111111110'],
  ['padded otherwise', '1004111111111111111'],
  ['part of a name', 'ADDREF_MAIN_POSTAL_ADDRESS_4111111111111111'],
])('what is none stays: %s', (_why, text) => {
  expect(maskCards(text)).toBe(text)
})
