import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import type { Workspace } from '../../src/kernel/workspaces/workspace.ts'
import { dataFolder, opened, stored, things, write } from './data-folder.ts'

test('what is stored is resumed: rows in their order, counters, clock, request number, and so the digest', async () => {
  const data = dataFolder()
  const { workspace, close } = await opened(data)
  write(workspace, { id: 'b', colour: 'red' }, { id: 'a', colour: 'red' }, { id: 'c', colour: 'blue' })
  workspace.transaction(() => {
    things(workspace).remove('c')
    things(workspace).patch({ id: 'b', colour: 'red' }, { size: 2 })
    workspace.counters.next('test.things')
  })
  workspace.clock.moveTo(Date.parse('2027-01-01T00:00:00Z'))
  workspace.requests = 7
  const digest = workspace.digest()
  await close()

  const { workspace: again } = await opened(data)
  expect(again.digest()).toBe(digest)
  expect([...things(again).all()].map(({ id }) => id)).toEqual(['b', 'a'])
  expect(things(again).by('colour', 'red')).toEqual([
    { id: 'b', colour: 'red', size: 2 },
    { id: 'a', colour: 'red' },
  ])
  expect(again.counters.last('test.things')).toBe(1)
  expect(again.clock.toJSON()).toEqual({ mode: 'frozen', now: '2027-01-01T00:00:00.000Z' })
  expect(again.requests).toBe(7)
  again.reset()
  expect(again.clock.toJSON()).toEqual({ mode: 'frozen', now: '2026-03-02T09:00:00.000Z' })
})

test('records of the start that were deleted stay so, and one put back to what it was is no change', async () => {
  const data = dataFolder()
  const { workspace, close } = await opened(data, { scenario: 'quickstart' })
  const [name, { rows }] = [...workspace.start.base.tables].find(([, { rows }]) => rows.size > 2) ?? expect.fail()
  const [first, second] = [...rows.values()]
  if (!first || !second) expect.fail()
  const records = workspace.table({ name })
  workspace.transaction(() => {
    records.remove(first.id)
    records.put({ ...second, noted: true } as typeof second)
    records.put({ ...second })
  })
  const digest = workspace.digest()
  await close()
  expect(stored(data).tables).toEqual({ [name]: { rows: [], deleted: [first.id] } })

  const { workspace: again } = await opened(data, { scenario: 'quickstart' })
  expect(again.table({ name }).get(first.id)).toBeUndefined()
  expect([...again.table({ name }).all()]).toHaveLength(rows.size - 1)
  expect(again.digest()).toBe(digest)
  expect(again.start.base).toBe(workspace.start.base)
})

test('a file is written when nothing has changed for a while, of the clock alone too, and a reset is one', async () => {
  const data = dataFolder()
  const { workspace } = await opened(data)
  const file = join(data, 'default.json')
  write(workspace, { id: 'a', colour: 'red' })
  expect(existsSync(file)).toBe(false)
  await expect.poll(() => stored(data).tables['test.things'].rows).toEqual([{ id: 'a', colour: 'red' }])
  workspace.clock.set('real')
  await expect.poll(() => stored(data).clock).toEqual({ mode: 'real' })
  workspace.reset()
  await expect.poll(() => stored(data)).toMatchObject({ tables: {}, clock: { mode: 'frozen' } })
  await expect.poll(() => readdirSync(data).sort()).toEqual(['.lock', 'default.json'])
})

test('a file stands alone, and has one row a line', async () => {
  const data = dataFolder()
  const { workspace, close } = await opened(data)
  write(workspace, { id: 'a', colour: 'red' }, { id: 'b', colour: '“blue”\n' })
  await close()
  const { name, seed } = { name: 'empty', seed: 1 }
  expect(stored(data)).toMatchObject({
    format: 3,
    product: expect.stringMatching(/^issuer-sandbox \d/),
    ...{ seed, base: workspace.start.base.digest, startClock: '2026-03-02T09:00:00Z', requests: 0, counters: {} },
    definition: { scenario: { name, title: 'Empty' }, recipes: [] },
  })
  expect(readFileSync(join(data, 'default.json'), 'utf8').split('\n')).toContain('{"id":"a","colour":"red"},')
  expect(existsSync(join(data, '.lock'))).toBe(false)
})

test('what was written together is read together, however much changes while a large file is written', async () => {
  const data = dataFolder()
  const { workspace, workspaces, close } = await opened(data)
  const many = 8000
  write(workspace, ...Array.from({ length: many }, (_, i) => ({ id: `${i}`, colour: 'red', size: 0 })))
  const sums = new Set<number>()
  // Each change moves size from one row to another, so every consistent view has the same sum.
  for (let i = 0; i < 100; i++) {
    workspace.transaction(() => {
      for (const [id, by] of [
        [i % many, 1],
        [many - 1 - i, -1],
      ] as const) {
        const row = things(workspace).get(`${id}`) ?? expect.fail()
        things(workspace).patch(row, { size: (row.size ?? 0) + by })
      }
    })
    // It is written while changes go on.
    if (i % 10 === 0) void workspaces.flush()
    await new Promise((resolve) => setTimeout(resolve, 2))
    if (i % 5 === 0 && existsSync(join(data, 'default.json')))
      sums.add(
        stored(data).tables['test.things'].rows.reduce((sum: number, row: { size: number }) => sum + row.size, 0),
      )
  }
  expect([...sums]).toEqual([0])
  const digest = workspace.digest()
  await close()
  expect((await opened(data)).workspace.digest()).toBe(digest)
})

test('workspaces have files of their own, and a deleted one has none', async () => {
  const data = dataFolder()
  const { workspaces, close, call } = await opened(data)
  write((await workspaces.use('one')) as Workspace, { id: 'a', colour: 'red' })
  write((await workspaces.use('two')) as Workspace, { id: 'a', colour: 'blue' })
  await workspaces.flush()
  const two = workspaces.get('two') as Workspace
  write(two, { id: 'b', colour: 'blue' })
  const deleting = workspaces.delete('two')
  // One of the same name may come while the file is still going.
  write((await workspaces.use('two')) as Workspace, { id: 'new', colour: 'green' })
  write(two, { id: 'late', colour: 'blue' })
  expect(await deleting).toBe(true)
  await workspaces.delete('one')
  await close()
  expect(readdirSync(data)).toEqual(['two.json'])
  expect(stored(data, 'two').tables['test.things'].rows).toEqual([{ id: 'new', colour: 'green' }])
  expect((await call('GET', '/_sandbox/health/ready')).status).toBe(200)
})

test('a write that fails is told once, shows in the readiness, and is tried again until it succeeds', async () => {
  const data = dataFolder()
  const reported: unknown[] = []
  const { workspace, call } = await opened(data, { report: (error) => reported.push(error) })
  const { mkdirSync, rmdirSync } = await import('node:fs')
  // A folder in the way of the file: the rename cannot succeed.
  write(workspace, { id: 'a', colour: 'red' })
  mkdirSync(join(data, 'default.json'))
  await expect.poll(() => reported).toHaveLength(1)
  const ready = await call('GET', '/_sandbox/health/ready')
  expect(ready).toMatchObject({ status: 503, body: { detail: expect.stringContaining('default.json') } })
  expect((await call('GET', '/_sandbox/health/live')).status).toBe(200)
  // The attempts that follow fail for the same reason, whatever they have written beside the file by then.
  await wait(1200)
  expect(reported).toHaveLength(1)
  rmdirSync(join(data, 'default.json'))
  await expect.poll(async () => (await call('GET', '/_sandbox/health/ready')).status, { timeout: 3000 }).toBe(200)
  expect(stored(data).tables['test.things'].rows).toHaveLength(1)
  expect(readdirSync(data).sort()).toEqual(['.lock', 'default.json'])
})

test('a file of the first format opens as a world without strictness and limits', async () => {
  const data = dataFolder()
  const first = await opened(data)
  first.workspace.clock.set('frozen', Date.UTC(2027, 0, 1))
  await first.close()
  const { auth: _auth, limits: _limits, ...old } = stored(data)
  writeFileSync(join(data, 'default.json'), JSON.stringify({ ...old, format: 1 }))
  const { workspace } = await opened(data)
  expect(workspace).toMatchObject({ auth: 'relaxed', limits: {} })
  expect(workspace.clock.toJSON().now).toBe('2027-01-01T00:00:00.000Z')
})
