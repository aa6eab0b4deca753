import { expect, test } from 'vitest'
import { whenLoaded } from '../../src/kernel/lazy.ts'
import type { SearchDefinition } from '../../src/kernel/search/definition.ts'
import type { Wanted } from '../../src/kernel/search/key-places.ts'
import { searchPage } from '../../src/kernel/search/search-page.ts'
import { Base } from '../../src/kernel/states/base.ts'
import { table } from '../../src/kernel/tables/table.ts'
import { Workspace } from '../../src/kernel/workspaces/workspace.ts'

type Thing = { id: string; colour: string }
type Part = { id: string; thing: string; name: string }

const things = table<Thing>()({ name: 'things' })
const parts = table<Part>()({ name: 'parts', indexes: { thing: (row) => row.thing } })

const byColour: SearchDefinition<Thing> = {
  name: 'colour',
  of: 'things',
  from: 'things',
  keys: ({ colour }) => [colour],
}
const byPart: SearchDefinition<Part> = {
  name: 'part',
  of: 'things',
  from: 'parts',
  keys: ({ name }) => [name],
  owner: ({ thing }) => thing,
  lookedAtBy: [{ table: parts, index: 'thing' }],
}

function workspaceOf(rows: Thing[], owned: Part[] = []) {
  const base = new Base({ scenario: 'test', seed: 1, counters: {}, tables: { things: rows, parts: owned } })
  const start = { base, clock: '2026-03-02T09:00:00Z', auth: 'relaxed', limits: {} } as const
  return { start, workspace: new Workspace('test', start) }
}

const many = (count: number, colour: string): Thing[] =>
  Array.from({ length: count }, (_, number) => ({ id: `${colour}-${number}`, colour }))

function found(workspace: Workspace, by: SearchDefinition, wanted: Wanted, from = 0, until = 100_000): string[] {
  return searchPage(workspace, things, [{ by, wanted, told: '' }], { from, until }).rows.map(({ id }) => id)
}

const red = { keys: ['red'] }

test('rows are found in the order of creation, those of the start first', () => {
  const { workspace } = workspaceOf([
    { id: 'a', colour: 'red' },
    { id: 'b', colour: 'blue' },
    { id: 'c', colour: 'red' },
  ])
  expect(found(workspace, byColour, red)).toEqual(['a', 'c'])
  things(workspace).put({ id: 'z', colour: 'red' })
  things(workspace).put({ id: 'd', colour: 'red' })
  things(workspace).put({ id: 'b', colour: 'red' })
  expect(found(workspace, byColour, red)).toEqual(['a', 'b', 'c', 'z', 'd'])
  expect(found(workspace, byColour, red, 1, 3)).toEqual(['b', 'c'])
  expect(found(workspace, byColour, { part: 'e' })).toEqual(['a', 'b', 'c', 'z', 'd'])
})

test('what was had once is found still, and told apart by who looks; what is gone is not found', () => {
  const { workspace } = workspaceOf([{ id: 'a', colour: 'red' }])
  things(workspace).put({ id: 'b', colour: 'red' })
  things(workspace).put({ id: 'c', colour: 'red' })
  expect(found(workspace, byColour, red)).toEqual(['a', 'b', 'c'])
  things(workspace).put({ id: 'a', colour: 'blue' })
  things(workspace).remove('b')
  const sought = [{ by: byColour, wanted: red, told: 'red' }]
  const holds = ({ colour }: Thing) => colour === 'red'
  const { rows, more } = searchPage(workspace, things, sought, { from: 0, until: 1, holds })
  expect([rows.map(({ id }) => id), more]).toEqual([['c'], false])
})

test('a row is found by the keys of those that belong to it, and meets several searches at once', () => {
  const { workspace } = workspaceOf(
    [
      { id: 'a', colour: 'red' },
      { id: 'b', colour: 'red' },
    ],
    [{ id: '1', thing: 'b', name: 'wheel' }],
  )
  parts(workspace).put({ id: '2', thing: 'a', name: 'bell' })
  parts(workspace).put({ id: '3', thing: 'nobody', name: 'bell' })
  expect(found(workspace, byPart, { part: 'el' })).toEqual(['a', 'b'])
  const sought = [
    { by: byColour, wanted: red, told: 'red' },
    { by: byPart, wanted: { keys: ['wheel'] }, told: 'wheel' },
  ]
  expect(searchPage(workspace, things, sought, { from: 0, until: 9 }).rows).toEqual([{ id: 'b', colour: 'red' }])
})

test('what is taken back is not found, and what takes its place is', () => {
  const { workspace, start } = workspaceOf([])
  const attempt = () =>
    workspace.transaction(() => {
      things(workspace).put({ id: 'a', colour: 'red' })
      expect(found(workspace, byColour, red)).toEqual(['a'])
      throw new Error('refused')
    })
  expect(attempt).toThrow('refused')
  expect(found(workspace, byColour, red)).toEqual([])
  things(workspace).put({ id: 'b', colour: 'red' })
  things(workspace).put({ id: 'a', colour: 'red' })
  expect(found(workspace, byColour, red)).toEqual(['b', 'a'])
  workspace.reset(start)
  expect(found(workspace, byColour, red)).toEqual([])
})

test('many rows are taken in while others have their turn, and what is written meanwhile is found', async () => {
  const { workspace, start } = workspaceOf(many(3000, 'red'))
  const search = () => found(workspace, byColour, red).length
  expect(search).toThrow('not loaded yet')
  const first = whenLoaded(search)
  expect(first).toBeInstanceOf(Promise)
  things(workspace).put({ id: 'z', colour: 'red' })
  expect(await first).toBe(3001)
  expect(search()).toBe(3001)
  // Those of the start are shared.
  expect(found(new Workspace('other', start), byColour, red)).toHaveLength(3000)
  for (const thing of many(3000, 'green')) things(workspace).put(thing)
  expect(() => found(workspace, byColour, { keys: ['green'] })).toThrow('not loaded yet')
  expect(await whenLoaded(() => found(workspace, byColour, { keys: ['green'] }).length)).toBe(3000)
})

test('a row that changes over and over is noted by what it is', () => {
  const { workspace } = workspaceOf([])
  for (let number = 0; number < 5000; number++) {
    things(workspace).put({ id: 'a', colour: `colour ${number}` })
    expect(found(workspace, byColour, { keys: [`colour ${number}`] })).toEqual(['a'])
  }
  expect(found(workspace, byColour, { keys: ['colour 0'] })).toEqual([])
})
