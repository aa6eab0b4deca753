import { expect, test } from 'vitest'
import { Journal } from '../../src/kernel/journal/journal.ts'
import { JournalRoom } from '../../src/kernel/journal/journal-room.ts'

const step = (id: number, length = 20) => ({
  id,
  text: JSON.stringify({ id }),
  responseBody: 'x'.repeat(length),
  trace: undefined,
})

const ids = (journal: Journal) => [...journal.newestFirst()].map(({ id }) => id)

test('a journal keeps the last thousand steps, and says how many it let go', () => {
  const journal = new Journal()
  for (let id = 1; id <= 1003; id++) journal.add(step(id))
  expect([ids(journal).length, ids(journal)[0], ids(journal).at(-1), journal.evicted]).toEqual([1000, 1003, 4, 3])
  expect([journal.entry(3), journal.entry(4)?.id]).toEqual([undefined, 4])
})

test('a journal keeps as many steps as four megabytes hold', () => {
  const journal = new Journal()
  for (let id = 1; id <= 10; id++) journal.add(step(id, 1024 * 1024))
  expect(ids(journal)).toEqual([10, 9, 8])
  expect(journal.length).toBeLessThanOrEqual(4 * 1024 * 1024)
})

test('steps stand in the order of their numbers, also where one was answered later', () => {
  const journal = new Journal()
  for (const id of [1, 3, 2]) journal.add(step(id))
  expect(ids(journal)).toEqual([3, 2, 1])
})

test('where all journals together are too long, the one that was quiet the longest gives way first', () => {
  const room = new JournalRoom(1000)
  const [first, second] = [new Journal(), new Journal()]
  for (const journal of [first, second]) journal.share(room)
  first.add(step(1, 400))
  second.add(step(1, 400))
  second.add(step(2, 400))
  expect([ids(first), first.evicted, ids(second)]).toEqual([[], 1, [2, 1]])
  expect(room.length).toBe(second.length)
  second.clear()
  expect([room.length, second.evicted]).toEqual([0, 0])
})

test('a journal that has left takes no room of others', () => {
  const room = new JournalRoom()
  const journal = new Journal()
  journal.share(room)
  journal.add(step(1))
  journal.leave()
  journal.add(step(2))
  expect([room.length, ids(journal)]).toEqual([0, [2, 1]])
})
