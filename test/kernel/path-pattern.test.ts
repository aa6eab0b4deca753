import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isLike } from '../../src/kernel/text/path-pattern.ts'

test('a star stands for anything, and everything else for itself', () => {
  for (const pattern of ['/a/b', '*', '/a/*', '*/b', '/*/*', '/a*b', '/a/b*', '*a*b*', '/a/b**'])
    expect(isLike('/a/b', pattern), pattern).toBe(true)
  for (const pattern of ['', '/a', '/a/b/', '/a/b/*', '*/a', '/a/b*b', '/./b', '*b*a*', '/a/bb', '/A/*'])
    expect(isLike('/a/b', pattern), pattern).toBe(false)
})

test('a pattern fits where a regular expression of it does', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 8 })
  const pattern = fc.string({ unit: fc.constantFrom('a', 'b', '*'), maxLength: 6 })
  fc.assert(
    fc.property(text, pattern, (path, like) => {
      expect(isLike(path, like)).toBe(new RegExp(`^${like.replaceAll('*', '.*')}$`).test(path))
    }),
  )
})

test('a pattern of many stars is told from a long path at once', () => {
  expect(isLike('x'.repeat(10_000), `${'*x'.repeat(1000)}*y`)).toBe(false)
})
