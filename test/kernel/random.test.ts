import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type DrawKey, drawInteger, drawMany, drawText, drawUuid } from '../../src/kernel/random.ts'

const key: fc.Arbitrary<DrawKey> = fc.record({ seed: fc.integer(), kind: fc.string(), number: fc.nat() })

test('a draw depends on what it is for, and on nothing that was drawn before', () => {
  const one = { seed: 1, kind: 'token', number: 1 }
  const first = drawText(one, 48)
  drawText({ ...one, number: 2 }, 48)
  expect(drawText(one, 48)).toBe(first)
  for (const other of [{ seed: 2 }, { kind: 'card' }, { number: 2 }])
    expect(drawText({ ...one, ...other }, 48)).not.toBe(first)
})

test('many numbers drawn for one thing are its own, whatever is drawn for others meanwhile', () => {
  fc.assert(
    fc.property(key, key, (one, other) => {
      const [alone, among, meanwhile] = [drawMany(one), drawMany(one), drawMany(other)]
      for (let count = 0; count < 20; count++) {
        meanwhile()
        const drawn = among()
        expect(drawn).toBe(alone())
        expect(drawn >= 0 && drawn < 1).toBe(true)
      }
    }),
  )
})

test('a whole number is drawn from the range, its ends included', () => {
  fc.assert(
    fc.property(key, fc.integer({ min: -1000, max: 1000 }), fc.nat(1000), (of, from, width) => {
      const drawn = drawInteger(of, from, from + width)
      expect(Number.isInteger(drawn) && drawn >= from && drawn <= from + width).toBe(true)
    }),
  )
  const drawn = Array.from({ length: 200 }, (_, number) => drawInteger({ seed: 1, kind: 'die', number }, 1, 6))
  expect([...new Set(drawn)].sort()).toEqual([1, 2, 3, 4, 5, 6])
})

test('a UUID has the form of version 4', () => {
  fc.assert(
    fc.property(key, (of) => {
      expect(drawUuid(of)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    }),
  )
})
