import { expect, test } from 'vitest'
import { turns } from '../../src/kernel/turns.ts'

test('long work pauses once its turn is over, and then has another', async () => {
  let now = 0
  const rest = turns(() => now)
  expect(rest()).toBeUndefined()
  now = 4
  expect(rest()).toBeUndefined()
  now = 5
  let others = 0
  setImmediate(() => others++)
  await rest()
  expect(others).toBe(1)
  expect(rest()).toBeUndefined()
})
