import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ExactNumber } from '../../src/kernel/text/exact-number.ts'
import { jsonReader, jsonText } from '../../src/kernel/text/json-text.ts'

const read = async (text: string) => (await jsonReader(text))(text)

test('the exact parser is asked only where a number needs it', () => {
  for (const text of ['{"a":"0004111111111111111","b":12,"c":[1.5,true]}', '1', '{"a":123456789012345}'])
    expect(jsonReader(text)).toBe(JSON.parse)
  for (const text of ['{"a":1234567890123456}', '[-1234567890123456]', '{"a": 1e5}', '12345678.1234567', '[1,\n1E5]'])
    expect(jsonReader(text)).toBeInstanceOf(Promise)
})

test('what is read and written again has the digits that it came with', async () => {
  const text = '{"a":99999999999999999,"b":[12345678901234567.25,"99999999999999999",null,true],"c":{},"d":1.5}'
  const value = (await read(text)) as { a: unknown }
  expect(value.a).toBeInstanceOf(ExactNumber)
  expect(jsonText(value)).toBe(text)
})

test('members that are undefined are left out, as in any JSON', async () => {
  expect(jsonText({ a: new ExactNumber('1'), b: undefined, c: [undefined] })).toBe('{"a":1,"c":[null]}')
})

test('both parsers read the same of whatever a double holds', async () => {
  await fc.assert(
    fc.asyncProperty(fc.json(), async (text) => {
      const [plain] = (await read(`[${text},1234567890123456789]`)) as unknown[]
      expect(jsonText(plain)).toEqual(JSON.stringify(JSON.parse(text)))
    }),
  )
})

test('of members of one name the last one counts, and one that objects have of themselves is a member like others', async () => {
  const text = '{"a":1,"a":{"b":2},"__proto__":{"admin":true},"c":1234567890123456789}'
  const value = (await read(text)) as Record<string, unknown>
  expect(value.a).toEqual({ b: 2 })
  expect(value.admin).toBeUndefined()
  expect(Object.getPrototypeOf(value)).toBe(Object.prototype)
  expect(Object.keys(value)).toEqual(Object.keys(JSON.parse(text)))
})

test.each(['[1234567890123456789', '{"a":1234567890123456789,}', '1234567890123456789 x'])(
  '%j is told not to be JSON in the words of every other text',
  async (text) => {
    const plain = () => JSON.parse(text)
    const words = await read(text).catch((error) => error.message)
    expect(plain).toThrow(words)
  },
)

test('lists that are nested without end are no reason to fall over', async () => {
  const deep = `${'['.repeat(100_000)}1234567890123456789${']'.repeat(100_000)}`
  await expect(read(deep)).rejects.toThrow(new SyntaxError('lists or objects are nested too deeply'))
})
