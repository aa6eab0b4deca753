import { expect, test } from 'vitest'
import { jsonByLines } from '../../src/kernel/store/json-by-lines.ts'

const rows = Array.from({ length: 4000 }, (_, number) => ({ id: String(number), text: 'x\n"{},'.repeat(20) }))
const lines = rows.map((row) => JSON.stringify(row)).join(',\n')

/** Longer than what is read at once. */
const TEXTS: Record<string, string> = {
  'rows of a document': `{"tables": {"a": {"rows": [\n${lines}\n], "deleted": []}}}`,
  'rows of several lists': `{"a": [\n${lines}\n],\n"b": [1,\n${lines},\n2,\n{}\n]}`,
  'a list without end of line': `[${lines}]`,
  'a member that is a row by itself': `{"a":\n${JSON.stringify(rows[0])},\n"b": [\n${lines}\n]}`,
  'a text on its own': JSON.stringify(lines),
  'lists within lists': `[[\n${lines}\n], [[\n${lines}\n]]]`,
  'rows that go on over several lines': JSON.stringify(rows, null, 2),
  'the ends of lines of other systems': `[\r\n${lines.replaceAll('\n', '\r\n')}\r\n]`,
  'members of the names that marks have': `{"lines": 0, "lines+": {"lin\\u0065s": 0}, "b": [\n${lines}\n]}`,
  'members that come twice': `{"a": [\n${lines}\n],\n"a": [\n${JSON.stringify(rows[0])}\n]}`,
}

test.each(Object.entries(TEXTS))('%s are what JSON says, in one piece and in many', async (_name, text) => {
  expect(await jsonByLines([text])).toEqual(JSON.parse(text))
  const parts = text.match(/[\s\S]{1,100000}/g) as string[]
  expect(await jsonByLines(parts)).toEqual(JSON.parse(text))
})

test.each([
  `{"a": ${lines}}`,
  `[\n${lines},\n]`,
  `[\n${lines}\n`,
  `{\n${lines}: 1\n}`,
  `["\n${lines}\n"]`,
  `{"a":\n${lines}\n}`,
])('what is no JSON is none by its lines', async (text) => {
  expect(() => JSON.parse(text)).toThrow(SyntaxError)
  await expect(jsonByLines([text])).rejects.toThrow(SyntaxError)
})
