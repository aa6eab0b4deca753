import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeUtf8, decodeUtf8InTurns, textOfBytes } from '../../src/kernel/text/utf8.ts'

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

/** Lines of more than half a million bytes, some of them between two characters of several bytes. */
const manyLines = () => Array.from({ length: 30_000 }, (_, n) => `ligne ${n}: déjà vu, 東京, 🙂`).join('\n')

test('a long text comes back from its bytes in parts of whole lines, its mark left out', async () => {
  const text = manyLines()
  const parts = await decodeUtf8InTurns(Buffer.from(`\uFEFF${text}`))
  expect(parts.length).toBeGreaterThan(1)
  expect(parts.join('')).toBe(text)
  for (const part of parts.slice(0, -1)) expect(part.endsWith('\n')).toBe(true)
  expect(await decodeUtf8InTurns(Buffer.from(text.replaceAll('\n', ' ')))).toEqual([text.replaceAll('\n', ' ')])
  expect(await decodeUtf8InTurns(bytes())).toEqual([])
})

test('of a long text the place that does not fit is told as of a short one', async () => {
  const sent = Buffer.from(manyLines())
  sent[900_000] = 0xff
  const told = (() => {
    try {
      decodeUtf8(sent)
    } catch (error) {
      return (error as Error).message
    }
  })()
  expect(told).toMatch(/^byte \d{6} \(0x/)
  await expect(decodeUtf8InTurns(sent)).rejects.toThrow(told)
})
