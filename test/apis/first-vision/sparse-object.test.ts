import { expect, test } from 'vitest'
import { z } from 'zod'
import { sparseObject, strictSparseObject } from '../../../src/apis/first-vision/host/sparse-object.ts'
import { membersOf } from '../../../src/http/requests/members.ts'

const shape = {
  name: z.string().max(5).nullish(),
  age: z.int().nullish(),
  home: sparseObject({ town: z.string().nullish() }).nullish(),
  toString: z.string().nullish(),
}
const plain = z.object({ ...shape, home: z.object({ town: z.string().nullish() }).nullish() })

test.for<[string, unknown]>([
  ['nothing', {}],
  ['members of the right form', { name: 'Ana', age: 3, home: { town: 'Ulm' }, toString: 'text' }],
  ['null and undefined', { name: null, age: undefined, home: null }],
  ['members that it does not know', { nome: 'Ana', home: { city: 'Ulm' }, constructor: 1, valueOf: 2 }],
  ['members of the wrong form', { name: 'Anastasia', age: 1.5, home: { town: 7 } }],
  ['what is sent as __proto__', JSON.parse('{"__proto__": {"name": "Ana"}}')],
  ['a list', []],
  ['a text', 'Ana'],
  ['null', null],
])('a sparse object reads %s as any object does', (_, value) => {
  const [sparse, whole] = [sparseObject(shape).safeParse(value), plain.safeParse(value)]
  expect(sparse.success).toBe(whole.success)
  expect(sparse.data).toEqual(whole.data)
  expect(sparse.error?.issues).toEqual(whole.error?.issues)
})

test('a sparse object is documented, and its members are known, as those of any object', () => {
  const input = { io: 'input' } as const
  expect(z.toJSONSchema(sparseObject(shape), input)).toEqual(z.toJSONSchema(plain, input))
  expect(membersOf(sparseObject(shape))).toEqual(membersOf(plain))
})

test('what is read as it was sent is itself, whole or in part; no copy is made but of what is no request', () => {
  const [home, sent] = [{ town: 'Ulm' }, { name: 'Ana', age: 3 }]
  expect(sparseObject(shape).parse(sent)).toBe(sent)
  expect(sparseObject(shape).parse({ home, nome: 'Ana' }).home).toBe(home)
  expect(strictSparseObject(shape).parse(sent)).not.toBe(sent)
})
