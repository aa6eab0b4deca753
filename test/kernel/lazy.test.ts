import { expect, test } from 'vitest'
import { lazy, whenLoaded } from '../../src/kernel/lazy.ts'

test('work that needs what is not loaded yet is done again from its beginning, and later at once', async () => {
  const began: string[] = []
  const numbers = lazy(async () => ({ one: 1 }))
  const letters = lazy(async () => ({ a: 'A' }))
  const work = () => {
    began.push('begun')
    return `${numbers().one}${letters().a}`
  }
  expect(await whenLoaded(work)).toBe('1A')
  expect(began).toHaveLength(3)
  expect(whenLoaded(work)).toBe('1A')
})

test('work that waits is done again as well, and what fails otherwise fails', async () => {
  const numbers = lazy(async () => ({ one: 1 }))
  expect(await whenLoaded(async () => numbers().one)).toBe(1)
  const fails = () => {
    throw new Error('refused')
  }
  await expect(whenLoaded(fails)).rejects.toThrow('refused')
  await expect(whenLoaded(async () => fails())).rejects.toThrow('refused')
})

test('what cannot be loaded is told, and tried again the next time', async () => {
  let attempts = 0
  const numbers = lazy(async () => {
    attempts += 1
    if (attempts === 1) throw new Error('unreadable')
    return { one: 1 }
  })
  await expect(whenLoaded(() => numbers().one)).rejects.toThrow('unreadable')
  expect(await whenLoaded(() => numbers().one)).toBe(1)
})
