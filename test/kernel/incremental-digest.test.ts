import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { settled } from '../../src/kernel/settled.ts'
import { Base, type BaseDocument } from '../../src/kernel/states/base.ts'
import { recordChanges } from '../../src/kernel/tables/changes.ts'
import type { Row } from '../../src/kernel/tables/row.ts'
import { table } from '../../src/kernel/tables/table.ts'
import { canonical } from '../../src/kernel/text/canonical.ts'
import { Workspace } from '../../src/kernel/workspaces/workspace.ts'
import { runs } from '../runs.ts'

type Thing = Row & { colour: string; size?: number }

const tables = ['things', 'tokens'].map((name) => table<Thing>()({ name, indexes: { colour: (row) => row.colour } }))

const document: BaseDocument = {
  ...{ scenario: 'test', seed: 1, counters: { one: 3 } },
  tables: { things: ['a', 'b', 'c'].map((id) => ({ id, colour: 'red' })) },
}

const workspaceOf = () =>
  new Workspace('test', {
    base: new Base(structuredClone(document)),
    clock: '2026-03-02T09:00:00Z',
    auth: 'relaxed',
    limits: {},
  })

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

/** The digest as the design words it, from every row there is, remembering nothing. */
function digestFromScratch(workspace: Workspace) {
  const { base } = workspace.start
  const items: unknown[] = [['clock', workspace.clock.state]]
  for (const kind of ['one', 'two'])
    if (workspace.counters.last(kind) !== (base.counters[kind] ?? 0))
      items.push(['counter', kind, workspace.counters.last(kind)])
  for (const of of tables) {
    const { name } = of.definition
    const [before, after] = [base.tables.get(name)?.rows ?? new Map<string, Row>(), of(workspace)]
    const ids = new Set([...before.keys(), ...[...after.all()].map(({ id }) => id)])
    for (const id of ids) {
      const [was, is] = [before.get(id), after.get(id)]
      if (canonical(was ?? null) !== canonical(is ?? null)) items.push(['record', name, id, is ?? null])
    }
  }
  const sum = items.reduce((total: bigint, item) => total + BigInt(`0x${sha256(canonical(item))}`), 0n)
  return sha256(base.digest + (sum % 2n ** 256n).toString(16).padStart(64, '0'))
}

const id = fc.constantFrom('a', 'b', 'c', 'd', 'e')
const which = fc.nat({ max: 1 })
const write = fc.oneof(
  fc.record({ kind: fc.constant('put' as const), which, id, colour: fc.constantFrom('red', 'blue') }),
  fc.record({ kind: fc.constant('remove' as const), which, id }),
  fc.record({ kind: fc.constant('count' as const), counter: fc.constantFrom('one', 'two'), to: fc.nat({ max: 4 }) }),
)
const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ writes: fc.array(write, { maxLength: 6 }), refused: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ clock: fc.nat({ max: 5 }) }) },
  { weight: 1, arbitrary: fc.record({ asked: fc.constant(true) }) },
  { weight: 1, arbitrary: fc.record({ reset: fc.boolean() }) },
)

function carryOut(workspace: Workspace, one: typeof step extends fc.Arbitrary<infer T> ? T : never) {
  if ('clock' in one) return workspace.clock.moveTo(one.clock)
  if ('asked' in one) return workspace.digest()
  if ('reset' in one) return workspace.reset()
  const work = () => {
    for (const done of one.writes)
      if (done.kind === 'count') workspace.counters.set(done.counter, done.to)
      else if (done.kind === 'remove') tables[done.which]?.(workspace).remove(done.id)
      else tables[done.which]?.(workspace).put({ id: done.id, colour: done.colour })
    if (one.refused) throw new Error('refused')
  }
  if (one.refused) expect(() => workspace.transaction(work)).toThrow('refused')
  else workspace.transaction(work)
}

test('whatever is written, refused, deleted, reset and moved, the digest is the one made from scratch', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      const workspace = workspaceOf()
      const start = digestFromScratch(workspace)
      expect(workspace.digest()).toBe(start)
      for (const one of steps) carryOut(workspace, one)
      const scratch = digestFromScratch(workspace)
      expect(workspace.digest()).toBe(scratch)
      expect(workspace.isUnchanged()).toBe(scratch === start)
      const changed = [...recordChanges(workspace.changes, { has: () => true })].filter(
        (change) => change !== undefined,
      )
      for (const { before, after } of changed) expect(before).not.toEqual(after)
      const counters = ['one', 'two'].filter((kind) => workspace.counters.last(kind) !== (document.counters[kind] ?? 0))
      expect(workspace.changes.size).toBe(changed.length + counters.length)
      for (const of of tables) expect(of(workspace).size).toBe([...of(workspace).all()].length)
    }),
    runs(100),
  )
})

/** Rows, and how often one was made into text since that was last asked. */
function watched() {
  let shown = 0
  const workspace = workspaceOf()
  const things = tables[0]?.(workspace) ?? expect.fail()
  const put = (count: number) => {
    for (let i = 0; i < count; i++)
      things.put({
        ...{ id: `${i}`, colour: 'red' },
        get size() {
          shown++
          return 1
        },
      })
    shown = 0
  }
  return { workspace, things, put, shown: () => shown }
}

test('a digest pays for the rows that were written since the last one, however many others differ', () => {
  const { workspace, put, shown } = watched()
  put(2000)
  workspace.digest()
  workspace.transaction(() => put(3))
  workspace.digest()
  workspace.digest()
  workspace.isUnchanged()
  expect(shown()).toBe(3)
})

test('whether anything differs is known from the first that does, and where all is as it was', () => {
  const { workspace, things, put, shown } = watched()
  put(100)
  expect([workspace.isUnchanged(), shown()]).toEqual([false, 1])
  for (let i = 0; i < 100; i++) things.remove(`${i}`)
  expect(workspace.isUnchanged()).toBe(true)
})

test('many rows are looked at while others go on, and then the digest has none to look at', async () => {
  const { workspace, put, shown } = watched()
  put(1000)
  const looking = settled(workspace.changes)
  setImmediate(() => expect(shown()).toBeLessThan(1000))
  await looking
  expect(shown()).toBe(1000)
  workspace.digest()
  expect(shown()).toBe(1000)
  expect.assertions(3)
})
