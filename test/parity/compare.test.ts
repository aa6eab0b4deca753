import { expect, test } from 'vitest'
import { Bindings } from '../../src/cases/bindings.ts'
import { Comparison } from '../../src/parity/compare.ts'
import { Noise } from '../../src/parity/noise.ts'

const answer = (body: unknown, headers: Record<string, string> = {}) => ({
  status: 200,
  headers,
  body: JSON.stringify(body),
})

/** The relations of two bodies, where all ids were made up that begin with an I. */
function relations(one: unknown, other: unknown, { sent = '', noise = [] as string[] } = {}) {
  const bindings = new Bindings({ has: (token) => token.startsWith('I') })
  const [recorded, actual] = [answer(one), answer(other)]
  bindings.pair({ answer: recorded }, { answer: actual })
  const passing = new Noise(noise)
  passing.know({ path: sent })
  return [...new Comparison(bindings, passing).of(recorded, actual, () => [])].map(
    ({ relation, path }) => `${relation}: ${path}`,
  )
}

const [A, B] = [
  { name: 'a', list: [1] },
  { name: 'b', list: [2] },
]

test.each<[what: string, one: unknown, other: unknown, expected: string[]]>([
  ['the same', { a: 1 }, { a: 1 }, []],
  ['the same in another order of members', { a: 1, b: 2 }, { b: 2, a: 1 }, []],
  ['another value', { a: 1 }, { a: 2 }, ['value: answer.body.a']],
  ['a text for a number', { a: 1 }, { a: '1' }, ['shape: answer.body.a']],
  ['null for a text', { a: 'x' }, { a: null }, ['shape: answer.body.a']],
  ['a member less', { a: 1, b: 2 }, { a: 1 }, ['shape: answer.body.b']],
  ['a member more', { a: 1 }, { a: 1, b: 2 }, ['shape: answer.body.b']],
  ['a list in another order', { a: [A, B] }, { a: [B, A] }, ['order: answer.body.a']],
  [
    'a list with another item',
    { a: [A, B] },
    { a: [B, B] },
    ['value: answer.body.a.0.name', 'value: answer.body.a.0.list.0'],
  ],
  ['a list of one more', { a: [A] }, { a: [A, B] }, ['value: answer.body.a.length']],
  ['an id of its own', { a: 'I-100' }, { a: 'I-200' }, ['same after binding: answer.body.a']],
  [
    'one id for two',
    { a: 'I-100', b: 'I-101' },
    { a: 'I-200', b: 'I-200' },
    ['same after binding: answer.body.a', 'value: answer.body.b'],
  ],
  [
    'two ids for one',
    { a: 'I-100', b: 'I-100' },
    { a: 'I-200', b: 'I-201' },
    ['same after binding: answer.body.a', 'value: answer.body.b'],
  ],
  ['how long it took', { timeTakenMs: 1 }, { timeTakenMs: 99 }, ['noise: answer.body.timeTakenMs']],
  ['a day', { a: '2026-03-02' }, { a: '2027-01-01' }, ['noise: answer.body.a']],
  ['an instant for a day', { a: '2026-03-02' }, { a: '2027-01-01T00:00:00Z' }, ['value: answer.body.a']],
])('%s', (_what, one, other, expected) => {
  expect(relations(one, other)).toEqual(expected)
})

test('a day that was sent is meant, and no noise', () => {
  const [one, other] = [{ startDate: '2026-03-02' }, { startDate: '2027-01-01' }]
  expect(relations(one, other, { sent: '/x?from=2026-03-02' })).toEqual(['value: answer.body.startDate'])
})

test('noise is passed over by its place', () => {
  expect(relations({ a: [{ b: 1 }] }, { a: [{ b: 2 }] }, { noise: ['answer.body.a.*.b'] })).toEqual([
    'noise: answer.body.a.0.b',
  ])
})

test('headers that are missing or other ones are told, and those of a gateway are not', () => {
  const compare = new Comparison(new Bindings({ has: () => false }), new Noise([]))
  const one = answer(
    {},
    { 'Content-Type': 'application/json', Allow: 'GET', 'X-Sandbox-Rule': 'x', 'Retry-After': '1' },
  )
  const other = answer({}, { 'content-type': 'application/JSON', allow: 'POST', via: 'a-gateway' })
  expect([...compare.of(one, other, () => [])]).toEqual([
    { relation: 'header', path: 'answer.headers.allow', expected: 'GET', actual: 'POST' },
    { relation: 'header', path: 'answer.headers.retry-after', expected: '1', actual: undefined },
  ])
})

test('codes are another matter than words', () => {
  const compare = new Comparison(new Bindings({ has: () => false }), new Noise([]))
  const codesIn = (body: string) => [JSON.parse(body).code]
  const remarks = [...compare.of(answer({ code: 'A' }), answer({ code: 'B' }), codesIn)]
  expect(remarks[0]).toEqual({ relation: 'code or status', path: 'answer.body codes', expected: 'A', actual: 'B' })
})
