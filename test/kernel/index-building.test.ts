import { expect, test } from 'vitest'
import { isNotLoaded, whenLoaded } from '../../src/kernel/lazy.ts'
import { table } from '../../src/kernel/tables/table.ts'
import { Workspace } from '../../src/kernel/workspaces/workspace.ts'
import { startOf } from '../harness.ts'

type Thing = { id: string; color: string; word: number }

const things = table<Thing>()({
  name: 'test.things',
  indexes: { color: (row) => row.color, word: (row) => String(row.word) },
})
const start = await startOf('empty')

const MANY = 5000

/** As it was opened from a file: nobody has looked for anything yet. */
function opened() {
  const workspace = new Workspace('one', start)
  const rows = workspace.changes.table('test.things')
  for (let i = 0; i < MANY; i++) {
    const thing: Thing = { id: String(i), color: i % 2 ? 'red' : 'blue', word: i }
    rows.put(thing.id, thing)
  }
  return workspace
}

test('what many rows are looked for by is put in order while others have their turn, and found then', async () => {
  const workspace = opened()
  let tries = 0
  const found = await whenLoaded(() => {
    tries++
    return things(workspace).by('color', 'red').length
  })
  expect([found, tries]).toEqual([MANY / 2, 2])
})

test('a write that comes before is made from its beginning, with nothing left of its first try', async () => {
  const workspace = opened()
  // Only one of the two is there when it is made.
  await whenLoaded(() => things(workspace).by('color', 'blue'))
  const write = () =>
    workspace.transaction(() => {
      things(workspace).put({ id: 'new', color: 'green', word: 1 })
      return things(workspace).by('word', '1').length
    })
  expect(isNotLoaded(caught(write))).toBe(true)
  expect(things(workspace).by('color', 'green')).toEqual([])
  expect(await whenLoaded(write)).toBe(2)
  expect(
    things(workspace)
      .by('color', 'green')
      .map(({ id }) => id),
  ).toEqual(['new'])
})

test('two who want the same wait for the same', async () => {
  const workspace = opened()
  const looks = ['red', 'blue'].map((color) => whenLoaded(() => things(workspace).by('color', color).length))
  const put = whenLoaded(() => things(workspace).put({ id: '1', color: 'blue', word: 1 }))
  await Promise.all([...looks, put])
  expect(things(workspace).by('color', 'red').length).toBe(MANY / 2 - 1)
  expect(things(workspace).by('color', 'blue').length).toBe(MANY / 2 + 1)
})

function caught(work: () => unknown): unknown {
  try {
    work()
  } catch (error) {
    return error
  }
  return undefined
}
