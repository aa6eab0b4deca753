import { expect, test } from 'vitest'
import { Base, type BaseDocument } from '../../src/kernel/states/base.ts'
import { table } from '../../src/kernel/tables/table.ts'
import { Workspace } from '../../src/kernel/workspaces/workspace.ts'

type Person = { id: string; name: string; address?: { town: string; street: string } }

const people = table<Person>()({ name: 'people' })
const tokens = table<{ id: string }>()({ name: 'tokens', hidden: true })

const ada = { id: '1', name: 'Ada', address: { town: 'London', street: 'Main' } }
const document: BaseDocument = { scenario: 'test', seed: 1, counters: { person: 1 }, tables: { people: [ada] } }

const workspaceOf = (changes: Partial<BaseDocument> = {}, name = 'test', clock = '2026-03-02T09:00:00Z') =>
  new Workspace(name, {
    base: new Base({ ...structuredClone(document), ...changes }),
    clock,
    auth: 'relaxed',
    limits: {},
  })

test('the digest says scenario, seed, records, counters and clock, and not the workspace', () => {
  const start = workspaceOf().digest()
  expect(start).toMatch(/^[0-9a-f]{64}$/)
  expect(workspaceOf({}, 'another').digest()).toBe(start)
  const others = [
    workspaceOf({ scenario: 'other' }),
    workspaceOf({ seed: 2 }),
    workspaceOf({ counters: { person: 2 } }),
    workspaceOf({ tables: {} }),
    workspaceOf({}, 'test', '2026-03-02T09:00:01Z'),
  ]
  expect(new Set([start, ...others.map((other) => other.digest())]).size).toBe(6)
})

test('a record put back to what it was is no change, in whatever order its members are', () => {
  const workspace = workspaceOf()
  const start = workspace.digest()
  people(workspace).put({ ...ada, name: 'Grace' })
  expect(workspace.digest()).not.toBe(start)
  people(workspace).put({ address: { street: 'Main', town: 'London' }, name: 'Ada', id: '1' })
  expect(workspace.digest()).toBe(start)
  people(workspace).remove('1')
  expect(workspace.digest()).not.toBe(start)
  people(workspace).put(structuredClone(ada))
  people(workspace).put({ id: '2', name: 'Grace' })
  people(workspace).remove('2')
  expect(workspace.digest()).toBe(start)
  expect(workspace.isUnchanged()).toBe(true)
})

test('a number handed out and a clock moved are changes', () => {
  const workspace = workspaceOf()
  const start = workspace.digest()
  workspace.counters.next('person')
  const counted = workspace.digest()
  workspace.clock.moveTo(0)
  expect(new Set([start, counted, workspace.digest()]).size).toBe(3)
})

test('a row is frozen as deep as it goes, as read from the start and as written', () => {
  const workspace = workspaceOf()
  const written: Person = { id: '2', name: 'Grace', address: { town: 'New York', street: 'Main' } }
  people(workspace).put(written)
  for (const person of [people(workspace).get('1'), written])
    expect(() => Object.assign(person?.address ?? {}, { town: 'Paris' })).toThrow(TypeError)
})

test('bookkeeping such as tokens is state', () => {
  const workspace = workspaceOf()
  const start = workspace.digest()
  tokens(workspace).put({ id: 'token' })
  expect(workspace.digest()).not.toBe(start)
})

test('reading, remarking and refusing change nothing', () => {
  const workspace = workspaceOf()
  const start = workspace.digest()
  people(workspace).get('1')
  expect([...people(workspace).all()]).toHaveLength(1)
  workspace.counters.last('person')
  workspace.remark({ kind: 'test', message: 'a remark' })
  workspace.requests++
  const refused = () =>
    workspace.transaction(() => {
      people(workspace).put({ ...ada, name: 'Grace' })
      people(workspace).put({ id: '2', name: 'Grace' })
      people(workspace).remove('1')
      workspace.counters.next('person')
      throw new Error('refused')
    })
  expect(refused).toThrow('refused')
  expect(workspace.digest()).toBe(start)
  expect(people(workspace).get('1')).toEqual(ada)
})

test('two ways to the same state have the same digest', () => {
  const [one, other] = [workspaceOf(), workspaceOf()]
  people(one).put({ id: '2', name: 'Grace' })
  people(one).put({ id: '3', name: 'Alan' })
  people(other).put({ id: '3', name: 'Alan' })
  people(other).put({ id: '2', name: 'Barbara' })
  people(other).patch({ id: '2', name: 'Barbara' }, { name: 'Grace' })
  expect(one.digest()).toBe(other.digest())
})

test('a workspace that is reset or restored is what it was', () => {
  const workspace = workspaceOf()
  const start = workspace.digest()
  people(workspace).put({ id: '2', name: 'Grace' })
  workspace.clock.moveTo(0)
  const { changes, clock } = workspace
  const changed = workspace.digest()
  workspace.reset()
  expect(workspace.digest()).toBe(start)
  workspace.reset()
  expect(workspace.digest()).toBe(start)
  workspace.restore({ start: workspace.start, changes, clock: clock.state, requests: 0 })
  expect(workspace.digest()).toBe(changed)
  expect(people(workspace).get('2')?.name).toBe('Grace')
})

test('a change is told of once a transaction, and a refused or idle one is not', () => {
  const workspace = workspaceOf()
  let told = 0
  workspace.onChange = () => void told++
  workspace.transaction(() => {
    people(workspace).put({ id: '2', name: 'Grace' })
    workspace.counters.next('person')
  })
  expect(told).toBe(1)
  workspace.transaction(() => people(workspace).get('2'))
  expect(told).toBe(1)
  workspace.reset()
  expect(told).toBe(2)
})
