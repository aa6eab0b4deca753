import fc from 'fast-check'
import { expect, test } from 'vitest'
import { EMPTY_TABLE } from '../../src/kernel/states/base.ts'
import { snapshotInTurns } from '../../src/kernel/states/snapshot-in-turns.ts'
import { table } from '../../src/kernel/tables/table.ts'
import { TableChanges } from '../../src/kernel/tables/table-changes.ts'
import { Workspace } from '../../src/kernel/workspaces/workspace.ts'
import { startOf } from '../harness.ts'

const NAME = 'test.things'
const things = table<{ id: string; word: number }>()({ name: NAME })
const start = await startOf('empty')

/** More than are copied in one piece. */
const MANY = 1200

const filled = () => {
  const workspace = new Workspace('one', start)
  for (let i = 0; i < MANY; i++) things(workspace).put({ id: String(i), word: 0 })
  return workspace
}

const write = fc.record({ id: fc.nat({ max: MANY + 5 }).map(String), word: fc.option(fc.nat({ max: 2 })) })
const meanwhile = fc.record({ writes: fc.array(write), fails: fc.boolean(), isAsked: fc.boolean() })

test('a copy whose rows are written, taken back and hashed while it is made is what they are in the end, in their order', () => {
  let pauses = 0
  const property = fc.property(fc.boolean(), fc.array(meanwhile, { maxLength: 8 }), (isHashed, all) => {
    const workspace = filled()
    if (isHashed) workspace.digest()
    const from = workspace.changes.table(NAME)
    const copy = new TableChanges(NAME, EMPTY_TABLE)
    const copying = copy.takeOver(from)
    const rounds = all.values()
    let step = copying.next()
    for (; !step.done; step = copying.next()) {
      const { writes = [], fails, isAsked } = rounds.next().value ?? {}
      const work = () => {
        for (const { id, word } of writes)
          if (word === null) things(workspace).remove(id)
          else things(workspace).put({ id, word })
        if (fails) throw new Error('taken back')
      }
      if (fails) expect(() => workspace.transaction(work)).toThrow('taken back')
      else workspace.transaction(work)
      if (isAsked) workspace.digest()
      pauses++
    }
    step.value()
    expect([...copy.inOrder()]).toEqual([...from.inOrder()])
    expect([copy.nextOrdinal, copy.growth]).toEqual([from.nextOrdinal, from.growth])
    expect(copy.differing.sum).toBe(from.differing.sum)
    things(workspace).put({ id: 'later', word: 1 })
    expect(copy.rows.has('later')).toBe(false)
  })
  fc.assert(property, { numRuns: 100 })
  expect(pauses).toBeGreaterThan(200)
})

test('a state that takes the place of another while that is copied is copied instead', async () => {
  const workspace = filled()
  const { changes } = workspace
  let isFirst = true
  const copyInTurns = changes.copyInTurns.bind(changes)
  changes.copyInTurns = (use) =>
    copyInTurns((copy) => {
      if (isFirst) workspace.reset()
      isFirst = false
      return use(copy)
    })
  const size = await snapshotInTurns(workspace, (snapshot) => snapshot.changes.tables.get(NAME)?.rows.size ?? 0)
  expect([size, isFirst]).toEqual([0, false])
})
