import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Base } from '../../src/kernel/states/base.ts'
import { table } from '../../src/kernel/tables/table.ts'
import { Workspace } from '../../src/kernel/workspaces/workspace.ts'
import { runs } from '../runs.ts'

type Thing = { id: string; colour: string; size?: number | undefined }

const things = table<Thing>()({ name: 'things', indexes: { colour: (row) => row.colour } })

function workspaceOf(rows: Thing[]) {
  const base = new Base({ scenario: 'test', seed: 1, counters: {}, tables: { things: rows } })
  return new Workspace('test', { base, clock: '2026-03-02T09:00:00Z', auth: 'relaxed', limits: {} })
}

const ids = (rows: Iterable<Thing>) => [...rows].map(({ id }) => id)

function failing(workspace: Workspace, work: () => void) {
  const attempt = () =>
    workspace.transaction(() => {
      work()
      throw new Error('refused')
    })
  expect(attempt).toThrow('refused')
}

test('rows come in the order of creation: those of the start first, whatever was done to them', () => {
  const workspace = workspaceOf([
    { id: 'a', colour: 'red' },
    { id: 'b', colour: 'blue' },
  ])
  const rows = things(workspace)
  rows.put({ id: 'z', colour: 'blue' })
  rows.put({ id: 'c', colour: 'red' })
  rows.put({ id: 'a', colour: 'blue' })
  expect(ids(rows.all())).toEqual(['a', 'b', 'z', 'c'])
  expect(ids(rows.by('colour', 'blue'))).toEqual(['a', 'b', 'z'])
  expect(ids(rows.by('colour', 'red'))).toEqual(['c'])
  expect(rows.size).toBe(4)
})

test('a row that comes back after its deletion is the youngest', () => {
  const rows = things(workspaceOf([]))
  rows.put({ id: 'a', colour: 'red' })
  rows.put({ id: 'b', colour: 'red' })
  rows.remove('a')
  rows.put({ id: 'a', colour: 'red' })
  expect(ids(rows.all())).toEqual(['b', 'a'])
  expect(ids(rows.by('colour', 'red'))).toEqual(['b', 'a'])
})

test('a deletion that is taken back leaves the order as it was', () => {
  const workspace = workspaceOf([])
  const rows = things(workspace)
  for (const id of ['a', 'b', 'c']) rows.put({ id, colour: 'red' })
  failing(workspace, () => {
    rows.remove('a')
    rows.put({ id: 'd', colour: 'red' })
    rows.put({ id: 'a', colour: 'blue' })
  })
  expect(ids(rows.all())).toEqual(['a', 'b', 'c'])
  expect(ids(rows.by('colour', 'red'))).toEqual(['a', 'b', 'c'])
  expect(rows.by('colour', 'blue')).toEqual([])
})

test('what was deleted leaves nothing behind, unless the start has it', () => {
  const workspace = workspaceOf([{ id: 'a', colour: 'red' }])
  for (const id of ['a', 'b']) {
    things(workspace).put({ id, colour: 'blue' })
    things(workspace).remove(id)
  }
  expect([...workspace.changes.table('things').rows.keys()]).toEqual(['a'])
  expect([...(workspace.changes.table('things').indexes.get('colour')?.keys() ?? [])]).toEqual([])
})

test('rows cannot be changed in place', () => {
  const rows = things(workspaceOf([{ id: 'a', colour: 'red' }]))
  const written: Thing = { id: 'b', colour: 'red' }
  rows.put(written)
  for (const row of [rows.get('a'), written])
    expect(() => {
      ;(row as Thing).colour = 'green'
    }).toThrow(TypeError)
})

test('an index that the table does not have is a mistake of the program', () => {
  const rows = things(workspaceOf([]))
  expect(() => rows.by('shape' as 'colour', 'round')).toThrow('things has no index shape')
})

const id: fc.Arbitrary<string> = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f')
const colour = fc.constantFrom('red', 'blue', 'green')
const step = fc.oneof(
  { weight: 3, arbitrary: fc.record({ put: fc.record({ id, colour }) }) },
  { weight: 2, arbitrary: fc.record({ remove: id }) },
)
const transactions = fc.array(fc.record({ steps: fc.array(step, { maxLength: 5 }), fails: fc.boolean() }))
const start: fc.Arbitrary<Thing[]> = fc.uniqueArray(fc.record({ id: fc.constantFrom('a', 'b', 'c'), colour }), {
  selector: (row) => row.id,
})

test('whatever is put, removed and taken back, a table answers as a plain list of rows would', () => {
  fc.assert(
    fc.property(start, transactions, (rows, run) => {
      const workspace = workspaceOf(rows)
      const real = things(workspace)
      let model = rows
      const inStart = new Map(rows.map((row, place) => [row.id, place]))
      const after = (list: Thing[], { put, remove }: { put?: Thing; remove?: string }): Thing[] => {
        if (remove) return list.filter((row) => row.id !== remove)
        const row = put as Thing
        if (list.some((old) => old.id === row.id)) return list.map((old) => (old.id === row.id ? row : old))
        const place = inStart.get(row.id)
        const before = (other: Thing) => place === undefined || (inStart.get(other.id) ?? rows.length) < place
        const at = list.findIndex((other) => !before(other))
        return at < 0 ? [...list, row] : [...list.slice(0, at), row, ...list.slice(at)]
      }
      for (const { steps, fails } of run) {
        const work = () => {
          for (const one of steps)
            if ('put' in one) real.put({ ...one.put })
            else real.remove(one.remove)
        }
        if (fails) failing(workspace, work)
        else {
          workspace.transaction(work)
          model = steps.reduce(after, model)
        }
        expect([...real.all()]).toEqual(model)
        expect(real.size).toBe(model.length)
        for (const key of ['red', 'blue', 'green'])
          expect(real.by('colour', key)).toEqual(model.filter((row) => row.colour === key))
        for (const one of ['a', 'b', 'c', 'd', 'e', 'f']) expect(real.get(one)).toEqual(model.find((r) => r.id === one))
      }
      const direct = workspaceOf(rows)
      for (const row of rows) if (!model.some((kept) => kept.id === row.id)) things(direct).remove(row.id)
      for (const row of model) things(direct).put({ ...row })
      expect(workspace.digest()).toBe(direct.digest())
    }),
    runs(150),
  )
})
