import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonical, canonicalWriter } from '../../src/kernel/text/canonical.ts'

test('many values are written as each by itself, whatever came before', () => {
  const { alike } = fc.letrec((tie) => ({
    alike: fc.oneof(fc.constantFrom(1, 2, 'x', null), fc.record({ a: tie('alike'), b: tie('alike') })),
  }))
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.jsonValue(), alike)), (values) => {
      expect(values.map(canonicalWriter())).toEqual(values.map(canonical))
    }),
  )
})

test('members that are not there leave nothing, and their order makes no difference', () => {
  const write = canonicalWriter()
  const texts = [{ b: 1, a: undefined }, { b: 1, a: 'x' }, { a: 'x', b: 1 }, { b: 1 }, { a: undefined }, {}].map(write)
  expect(texts).toEqual(['{"b":1}', '{"a":"x","b":1}', '{"a":"x","b":1}', '{"b":1}', '{}', '{}'])
})
