import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeUtf8, textOfBytes } from '../../src/kernel/text/utf8.ts'

const bytes = (...values: number[]) => Uint8Array.from(values)

test('any text comes back from its bytes', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(decodeUtf8(Buffer.from(`x${text}`))).toBe(`x${text}`)
    }),
  )
})

test('a byte order mark is no part of the text', () => {
  expect(decodeUtf8(bytes(0xef, 0xbb, 0xbf, 0x7b, 0x7d))).toBe('{}')
})

test.each([
  ['Latin-1', Buffer.from('Müller', 'latin1'), 'byte 1 (0xFC) is not UTF-8'],
  ['an overlong form', bytes(0x41, 0xc0, 0xaf), 'byte 1 (0xC0) is not UTF-8'],
  ['half of a pair', bytes(0x41, 0x42, 0xed, 0xa0, 0x80), 'byte 3 (0xA0) is not UTF-8'],
  ['beyond the last character', bytes(0xf4, 0x90, 0x80, 0x80), 'byte 1 (0x90) is not UTF-8'],
  ['UTF-16', Buffer.from('\uFEFF{}', 'utf16le'), 'byte 0 (0xFF) is not UTF-8'],
  ['a character cut short', bytes(0x41, 0xe2, 0x82), 'it ends within a character of UTF-8'],
])('%s is refused, and the place told', (_what, sent, message) => {
  expect(() => decodeUtf8(sent)).toThrow(message)
  expect(textOfBytes(sent)).toBeUndefined()
})
