import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isTooDeep } from '../../src/kernel/text/nesting.ts'

const lists = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`

test('a hundred lists in each other are deep enough', () => {
  expect(isTooDeep(lists(100))).toBe(false)
  expect(isTooDeep(lists(101))).toBe(true)
  expect(isTooDeep(`{"a":${lists(100)}}`)).toBe(true)
})

test('what is closed again is not nested, and neither are brackets in texts', () => {
  for (const value of [Array.from({ length: 500 }, () => [{}]), '[{'.repeat(500), `"\\${'['.repeat(300)}`])
    expect(isTooDeep(JSON.stringify(value))).toBe(false)
})

test('any value is too deep where its lists and objects are', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 4 }), fc.integer({ min: 95, max: 101 }), (value, around) => {
      const text = `${'['.repeat(around)}${JSON.stringify(value)}${']'.repeat(around)}`
      expect(isTooDeep(text)).toBe(around + depthOf(value) > 100)
    }),
  )
})

function depthOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0
  return 1 + Math.max(0, ...Object.values(value).map(depthOf))
}
