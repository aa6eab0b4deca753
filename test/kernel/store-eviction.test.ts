import { existsSync, mkdirSync, rmdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { TooManyWorkspaces } from '../../src/kernel/workspaces/unavailable.ts'
import type { Workspace } from '../../src/kernel/workspaces/workspace.ts'
import { dataFolder, opened, things, write } from './data-folder.ts'

/** Room for two, one of which is the default; `a` has a change, and a minute has gone by. */
async function crowded() {
  const data = dataFolder()
  const clock = { now: 0 }
  const made = await opened(data, { maxWorkspaces: 2, elapsed: () => clock.now })
  const a = (await made.workspaces.use('a')) as Workspace
  write(a, { id: '1', colour: 'red' })
  clock.now += 60_000
  return { ...made, data, clock, a }
}

test('a workspace that makes room is written first, and comes back as it was', async () => {
  const { workspaces, data, clock, a } = await crowded()
  await workspaces.use('b')
  expect(workspaces.get('a')).toBeUndefined()
  expect(existsSync(join(data, 'a.json'))).toBe(true)
  clock.now += 60_000
  const again = (await workspaces.use('a')) as Workspace
  expect(again).not.toBe(a)
  expect([...things(again).all()]).toEqual([{ id: '1', colour: 'red' }])
  expect(workspaces.get('b')).toBeUndefined()
})

test('one that is used while it is being written stays', async () => {
  const { workspaces, a } = await crowded()
  const b = workspaces.use('b')
  expect(workspaces.use('a')).toBe(a)
  write(a, { id: '2', colour: 'blue' })
  await expect(b).rejects.toThrow(TooManyWorkspaces)
  expect(workspaces.get('a')).toBe(a)
})

test('one with a request under way stays, however long that takes', async () => {
  const { workspaces, clock, a } = await crowded()
  workspaces.begin(a)
  clock.now += 3_600_000
  await expect(workspaces.use('b')).rejects.toThrow(TooManyWorkspaces)
  workspaces.end(a)
  await expect(workspaces.use('b')).rejects.toThrow(TooManyWorkspaces)
  clock.now += 60_000
  expect(await workspaces.use('b')).toMatchObject({ name: 'b' })
})

test('two requests that come first at the same time find one workspace, new or read again', async () => {
  const { workspaces, clock } = await crowded()
  const [b, same] = await Promise.all([workspaces.use('b'), workspaces.use('b')])
  expect(same).toBe(b)
  clock.now += 60_000
  const [a, again] = await Promise.all([workspaces.use('a'), workspaces.use('a')])
  expect(again).toBe(a)
  expect(things(a).size).toBe(1)
})

test('of two that want the last place, one gets it', async () => {
  const { workspaces } = await crowded()
  const outcomes = await Promise.allSettled([workspaces.use('b'), workspaces.use('c')])
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected'])
  expect(workspaces.names.sort()).toEqual(['a', 'b', 'default'])
})

test('one whose file cannot be written stays', async () => {
  const { workspaces, data, a, workspace } = await crowded()
  mkdirSync(join(data, 'a.json'))
  await expect(workspaces.use('b')).rejects.toThrow("'a' would have to leave, but its file cannot be written")
  expect(workspaces.get('a')).toBe(a)
  expect(workspace.isUnchanged()).toBe(true)
  rmdirSync(join(data, 'a.json'))
  expect(await workspaces.use('b')).toMatchObject({ name: 'b' })
})
