import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Base } from '../../src/kernel/states/base.ts'
import { digestOf, type Snapshot } from '../../src/kernel/states/snapshot.ts'
import type { Row } from '../../src/kernel/tables/row.ts'
import { table } from '../../src/kernel/tables/table.ts'
import { Workspace } from '../../src/kernel/workspaces/workspace.ts'
import { runs } from '../runs.ts'

type Thing = Row & { colour: string }

const NOW = Date.UTC(2026, 2, 2)
const [things, secrets] = [
  table<Thing>()({ name: 'things', indexes: { colour: (row) => row.colour } }),
  table<Thing>()({ name: 'secrets', hidden: true }),
]

const workspaceOf = () => {
  const rows = ['a', 'b', 'c'].map((id) => ({ id, colour: 'red' }))
  const base = new Base({ scenario: 'test', seed: 1, counters: { one: 3 }, tables: { things: rows } })
  return new Workspace('test', { base, clock: '2026-03-02T00:00:00Z', auth: 'relaxed', limits: {} })
}

/** Carries a step out, and keeps it in the journal. */
function step(workspace: Workspace, work: () => void) {
  const id = ++workspace.requests
  const { outcome } = workspace.carryOut(workspace.clock.now(), work)
  workspace.journal.add({ id, text: JSON.stringify({ id }), responseBody: '', trace: undefined, outcome })
  return outcome
}

const write = fc.record({
  of: fc.constantFrom(things, secrets),
  id: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
  colour: fc.constantFrom('red', 'blue', undefined),
})
const move = fc.oneof(
  { weight: 6, arbitrary: fc.record({ writes: fc.array(write, { maxLength: 4 }), refused: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ count: fc.constant('one') }) },
  { weight: 1, arbitrary: fc.record({ day: fc.nat({ max: 5 }) }) },
  { weight: 1, arbitrary: fc.record({ keep: fc.constant(true) }) },
  { weight: 1, arbitrary: fc.record({ goBack: fc.constant(true) }) },
)
type Move = typeof move extends fc.Arbitrary<infer M> ? M : never

type Kept = { snapshot: Snapshot }

function carryOut(workspace: Workspace, kept: Kept, moved: Move) {
  return step(workspace, () => {
    if ('count' in moved) workspace.counters.next(moved.count)
    if ('day' in moved) workspace.clock.moveTo(NOW + moved.day)
    if ('keep' in moved) kept.snapshot = workspace.snapshot()
    if ('goBack' in moved) workspace.become(kept.snapshot)
    if (!('writes' in moved)) return
    try {
      workspace.transaction(() => {
        for (const { of, id, colour } of moved.writes) {
          if (colour) of(workspace).put({ id, colour })
          else of(workspace).remove(id)
        }
        if (moved.refused) throw new Error('refused')
      })
    } catch {
      // As a request that is refused.
    }
  })
}

/** All that there is of a world, in the order in which it stands. */
const contents = (workspace: Workspace) => [
  [...things(workspace).all()],
  [...secrets(workspace).all()],
  [things(workspace).by('colour', 'red'), workspace.counters.last('one'), workspace.clock.state],
]

test('a world can be had as it was after any of its steps, and is left alone by that', () => {
  fc.assert(
    fc.property(fc.array(move, { minLength: 1, maxLength: 25 }), (moves) => {
      // One is asked for its digest after each step, the other for none before all are over.
      const [asked, workspace] = [workspaceOf(), workspaceOf()]
      const [kept, keptToo] = [asked, workspace].map((one) => ({ snapshot: one.snapshot() }))
      const seen = [{ digest: asked.digest(), is: contents(asked) }]
      for (const moved of moves) {
        carryOut(asked, kept as Kept, moved)
        carryOut(workspace, keptToo as Kept, moved)
        seen.push({ digest: asked.digest(), is: contents(asked) })
      }
      seen.forEach(({ digest, is }, number) => {
        const then = workspace.snapshotAt(number) as Snapshot
        expect(digestOf(then)).toBe(digest)
        const fork = workspaceOf()
        fork.restore({ ...then, changes: then.changes.copy() })
        expect({ digest: fork.digest(), requests: fork.requests, is: contents(fork) }).toEqual({
          ...{ digest, requests: number, is },
        })
      })
      expect(contents(workspace)).toEqual(seen.at(-1)?.is)
    }),
    runs(100),
  )
})

test('a row that one step removed and made again stands in its old place before it', () => {
  const workspace = workspaceOf()
  for (const id of ['d', 'e']) step(workspace, () => things(workspace).put({ id, colour: 'red' }))
  step(workspace, () => {
    things(workspace).remove('d')
    things(workspace).put({ id: 'd', colour: 'red' })
  })
  const ids = ({ changes }: Snapshot) => [...changes.table('things').inOrder().keys()]
  expect(ids(workspace.snapshot())).toEqual(['e', 'd'])
  expect(ids(workspace.snapshotAt(2) as Snapshot)).toEqual(['d', 'e'])
})

test('a step that only reads costs no undoing', () => {
  const workspace = workspaceOf()
  step(workspace, () => things(workspace).put({ id: 'd', colour: 'blue' }))
  expect(step(workspace, () => things(workspace).get('d'))).toEqual({ undo: undefined, system: expect.any(Number) })
})

test('what was written before a world was taken over from elsewhere is no step of its own', () => {
  const [one, other] = [workspaceOf(), workspaceOf()]
  things(one).put({ id: 'd', colour: 'blue' })
  other.restore(one.snapshot())
  expect(step(other, () => {}).undo).toBeUndefined()
})

test('a world cannot be had as it was after a step that is not followed by kept ones alone', () => {
  const workspace = workspaceOf()
  for (let i = 0; i < 3; i++) step(workspace, () => workspace.counters.next('one'))
  workspace.journal.evict()
  expect(workspace.snapshotAt(0)).toBeUndefined()
  expect(workspace.snapshotAt(1)).toBeDefined()
  workspace.journal.clear()
  expect(workspace.snapshotAt(2)).toBeUndefined()
  expect(workspace.snapshotAt(3)).toBeDefined()
})

test('a step has one instant, whatever the time does meanwhile', () => {
  let system = NOW
  const base = new Base({ scenario: 'test', seed: 1, counters: {}, tables: {} })
  const start = { base, clock: 'real', auth: 'relaxed' as const, limits: {} }
  const workspace = new Workspace('test', start, () => ++system)
  const { result } = workspace.carryOut(workspace.clock.now(), () => [workspace.clock.now(), workspace.clock.now()])
  expect(result[0]).toBe(result[1])
  expect(workspace.clock.now()).not.toBe(workspace.clock.now())
})
