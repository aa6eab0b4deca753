import pLimit from 'p-limit'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { WriteBehind } from '../../src/kernel/store/write-behind.ts'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
})
afterEach(() => {
  vi.useRealTimers()
})

/** Writes that each take so long, and when they began and ended. */
function slow(ms: number, fails: () => boolean = () => false) {
  const began: number[] = []
  const ended: number[] = []
  const reported: string[] = []
  const write = async () => {
    began.push(performance.now())
    await new Promise((resolve) => setTimeout(resolve, ms))
    ended.push(performance.now())
    if (fails()) throw new Error('no space')
  }
  const report = ({ message }: Error) => reported.push(message)
  const behind = new WriteBehind({ write, lanes: pLimit(1), report })
  return { behind, began, ended, reported }
}

test('it is written once nothing has changed for a second', async () => {
  const { behind, began } = slow(5)
  for (let i = 0; i < 20; i++) {
    behind.changed()
    await vi.advanceTimersByTimeAsync(500)
  }
  expect(began).toEqual([])
  await vi.advanceTimersByTimeAsync(500)
  expect(began).toHaveLength(1)
  await vi.advanceTimersByTimeAsync(60_000)
  expect(began).toHaveLength(1)
  expect(vi.getTimerCount()).toBe(0)
})

test('one that is wanted is written at once, with what changes in a moment', async () => {
  const { behind, ended } = slow(5)
  const start = performance.now()
  for (let i = 0; i < 10; i++) {
    behind.changed()
    behind.hurry()
    await vi.advanceTimersByTimeAsync(1)
  }
  await vi.advanceTimersByTimeAsync(1000)
  expect(ended).toHaveLength(1)
  expect(ended[0]).toBeLessThanOrEqual(start + 100)
})

test('the pause after a write is twenty times its duration, and one write at most is to come', async () => {
  const { behind, began, ended } = slow(50)
  for (let i = 0; i < 500; i++) {
    behind.hurry()
    await vi.advanceTimersByTimeAsync(10)
  }
  const pauses = began.slice(1).map((begin, index) => begin - (ended[index] ?? 0))
  expect(began.length).toBeGreaterThan(3)
  expect(Math.min(...pauses)).toBeGreaterThanOrEqual(20 * 50)
  await vi.advanceTimersByTimeAsync(60_000)
  // What changed since the last began is written once more, then nothing.
  expect(ended.length).toBe(began.length)
  expect(vi.getTimerCount()).toBe(0)
})

test('a flush writes what is changed while it writes, without the pause', async () => {
  const { behind, ended } = slow(50)
  behind.changed()
  const flushed = behind.flush()
  await vi.advanceTimersByTimeAsync(10)
  behind.changed()
  await vi.advanceTimersByTimeAsync(100)
  await flushed
  expect(ended).toHaveLength(2)
  await behind.flush()
  expect(ended).toHaveLength(2)
})

test('a write that fails is told once, and tried again every second until it succeeds', async () => {
  let fails = true
  const { behind, ended, reported } = slow(5, () => fails)
  behind.hurry()
  await vi.advanceTimersByTimeAsync(3500)
  expect(ended.length).toBe(4)
  expect(reported).toEqual(['no space'])
  expect(behind.failure?.message).toBe('no space')
  await expect(Promise.all([behind.flush(), vi.advanceTimersByTimeAsync(10)])).rejects.toThrow('no space')
  fails = false
  await vi.advanceTimersByTimeAsync(1100)
  expect(behind.failure).toBeUndefined()
  expect(vi.getTimerCount()).toBe(0)
})

test('one that is abandoned writes no more', async () => {
  const { behind, began } = slow(5)
  behind.changed()
  await behind.abandon()
  behind.changed()
  await vi.advanceTimersByTimeAsync(1000)
  expect(began).toEqual([])
})

test('one that has been wanted for ten pauses is overdue, until it is done', async () => {
  let release = () => {}
  const write = () => new Promise<void>((resolve) => (release = resolve))
  const behind = new WriteBehind({ write, lanes: pLimit(1), report: () => {} })
  behind.hurry()
  await vi.advanceTimersByTimeAsync(9_900)
  expect(behind.overdue).toBeUndefined()
  await vi.advanceTimersByTimeAsync(200)
  expect(behind.overdue).toBeGreaterThan(10_000)
  release()
  await vi.advanceTimersByTimeAsync(0)
  expect(behind.overdue).toBeUndefined()
})

test('one that waits for a lane is abandoned at once', async () => {
  const lanes = pLimit(1)
  let release = () => {}
  void lanes(() => new Promise<void>((resolve) => (release = resolve)))
  const written: string[] = []
  const behind = new WriteBehind({ write: async () => void written.push('it'), lanes, report: () => {} })
  behind.hurry()
  await vi.advanceTimersByTimeAsync(100)
  const flushed = behind.flush()
  await behind.abandon()
  release()
  await flushed
  expect(written).toEqual([])
})
