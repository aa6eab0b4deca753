import { appendFileSync, copyFileSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Workspaces } from '../../src/kernel/workspaces/workspaces.ts'
import { dataFolder, opened, stored, things, write } from './data-folder.ts'

const MANY = Array.from({ length: 3000 }, (_, number) => ({ id: `many-${number}`, colour: 'red' }))

const filesIn = (data: string) => readdirSync(data).filter((file) => file !== '.lock')

/** What whoever comes after a kill finds of the world that was forked, opened anew. */
async function reopened(data: string, name: string) {
  const copy = dataFolder()
  for (const file of filesIn(data)) copyFileSync(join(data, file), join(copy, file))
  const { workspaces } = await opened(copy)
  return workspaces.use(name)
}

const forked = (call: (method: string, path: string, body: object) => Promise<{ status: number }>) =>
  call('PUT', '/_sandbox/workspaces/fork', { from: 'default' })

const digestOf = (workspaces: Workspaces, name: string) => workspaces.get(name)?.digest()

test('a large world that was forked is on file, whole, before anybody is told of it', async () => {
  const data = dataFolder()
  const { workspace, workspaces, call } = await opened(data)
  write(workspace, ...MANY)
  expect((await forked(call)).status).toBe(200)
  expect(filesIn(data)).toEqual(['default.jsonl', 'fork.jsonl'])
  expect((await reopened(data, 'fork')).digest()).toBe(workspace.digest())
  expect(digestOf(workspaces, 'fork')).toBe(workspace.digest())
})

test('what is changed while a large world is written ahead is of the world that it takes the place of', async () => {
  const data = dataFolder()
  const { workspace, workspaces, call } = await opened(data)
  write(workspace, ...MANY)
  const former = await workspaces.use('fork')
  const fork = forked(call)
  let changes = 0
  // Its own file is there as long as the line is none of the others.
  const isOnItsWay = () => filesIn(data).some((file) => /^\.fork\.jsonl\..*tmp$/.test(file))
  while (!isOnItsWay()) await new Promise(setImmediate)
  while (isOnItsWay()) {
    write(former, { id: `former-${changes++}`, colour: 'blue' })
    await new Promise(setImmediate)
  }
  expect((await fork).status).toBe(200)
  expect(changes).toBeGreaterThan(0)
  const again = await reopened(data, 'fork')
  expect(again.digest()).toBe(workspace.digest())
  write(former, { id: 'after', colour: 'green' })
  expect(things(await reopened(data, 'fork')).get('after')).toEqual({ id: 'after', colour: 'green' })
})

test('a whole file that was begun before a large world came leaves its lines alone', async () => {
  const data = dataFolder()
  const { workspace, workspaces, call } = await opened(data)
  write(workspace, ...MANY)
  const former = await workspaces.use('fork')
  write(former, ...MANY.map((row) => ({ ...row, id: `former ${row.id}` })))
  const flushed = workspaces.flush()
  const fork = await forked(call)
  await flushed
  expect(fork.status).toBe(200)
  expect((await reopened(data, 'fork')).digest()).toBe(workspace.digest())
})

test('a large world takes the place of no file that came from elsewhere', async () => {
  const data = dataFolder()
  const { workspace, workspaces, call } = await opened(data, { report: () => {} })
  write(workspace, ...MANY)
  await workspaces.use('fork')
  appendFileSync(join(data, 'fork.jsonl'), 'of somebody')
  expect((await forked(call)).status).toBe(503)
  expect(readFileSync(join(data, 'fork.jsonl'), 'utf8')).toBe('of somebody')
})

test('a row that is written while the whole file is loses nothing, whenever the process dies', async () => {
  const data = dataFolder()
  const { workspace, workspaces } = await opened(data)
  write(workspace, ...MANY)
  const flushed = workspaces.flush()
  await new Promise(setImmediate)
  expect(filesIn(data)).not.toContain('default.json')
  write(workspace, { id: 'many-2999', colour: 'blue' }, { id: 'new', colour: 'blue' })
  expect((await reopened(data, 'default')).digest()).toBe(workspace.digest())
  await flushed
  expect(stored(data).tables['test.things'].rows.at(-1)).toEqual({ id: 'new', colour: 'blue' })
  expect((await reopened(data, 'default')).digest()).toBe(workspace.digest())
})
