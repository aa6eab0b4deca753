import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Workspace } from '../../src/kernel/workspaces/workspace.ts'
import { dataFolder, opened, stored, things, write } from './data-folder.ts'

const NAMES = Array.from({ length: 40 }, (_, i) => `ci-${i}`)

test('many changed workspaces deleted at once are all answered, and the store writes on', async () => {
  const data = dataFolder()
  const { workspace, workspaces, call, close } = await opened(data)
  for (let round = 0; round < 3; round++) {
    for (const name of NAMES) write((await workspaces.use(name)) as Workspace, { id: 'a', colour: 'red' })
    // Once before anything is written, once while it is, once after.
    if (round) await new Promise((resolve) => setTimeout(resolve, 15 * round))
    const deleted = await Promise.all(NAMES.map((name) => call('DELETE', `/_sandbox/workspaces/${name}`)))
    expect(deleted.map(({ status }) => status)).toEqual(NAMES.map(() => 200))
  }
  write(workspace, { id: 'b', colour: 'blue' })
  await expect.poll(() => existsSync(join(data, 'default.json'))).toBe(true)
  expect((await call('GET', '/_sandbox/health/ready')).status).toBe(200)
  await close()
  expect(readdirSync(data)).toEqual(['default.json'])
})

test('a workspace deleted and made anew again and again is at last the last one, in a whole file', async () => {
  const data = dataFolder()
  const { workspaces, close } = await opened(data)
  const removals: Promise<boolean>[] = []
  for (let i = 0; i < 50; i++) {
    const one = (await workspaces.use('one')) as Workspace
    write(one, ...Array.from({ length: 200 }, (_, n) => ({ id: `${n}`, colour: 'red', size: i })))
    if (i % 3 === 0) await new Promise((resolve) => setTimeout(resolve, i % 2 ? 25 : 5))
    if (i < 49) removals.push(workspaces.delete('one'))
    // What a request still does to the one that is gone is kept nowhere.
    if (i < 49) write(one, { id: 'late', colour: 'blue' })
  }
  expect(await Promise.all(removals)).toEqual(removals.map(() => true))
  await close()
  expect(readdirSync(data)).toEqual(['one.json'])
  const { rows } = stored(data, 'one').tables['test.things']
  expect(rows).toHaveLength(200)
  expect(new Set(rows.map(({ size }: { size: number }) => size))).toEqual(new Set([49]))
})

test('of a stop where some files cannot be written, all others are, and those are all named', async () => {
  const data = dataFolder()
  const { workspaces, close } = await opened(data, { report: () => {} })
  const stuck = ['ci-3', 'ci-17']
  for (const name of NAMES) write((await workspaces.use(name)) as Workspace, { id: 'a', colour: 'red' })
  for (const name of stuck) mkdirSync(join(data, `${name}.json`))
  // They are kept all the same, as lines.
  const failure = await close().catch((error: Error) => error.message)
  for (const name of stuck) expect(failure).toContain(join(data, `${name}.json is not written: `))
  const files = readdirSync(data).filter((file) => statSync(join(data, file)).isFile())
  expect(files.filter((file) => file.endsWith('.json'))).toHaveLength(NAMES.length - stuck.length)
  expect(files.filter((file) => file.endsWith('.jsonl')).sort()).toEqual(stuck.map((name) => `${name}.jsonl`).sort())
})

test('a file that cannot be removed is told, and its workspace is still there', async () => {
  const data = dataFolder()
  const { workspaces, call } = await opened(data)
  write((await workspaces.use('one')) as Workspace, { id: 'a', colour: 'red' })
  await workspaces.flush()
  rmSync(join(data, 'one.json'))
  mkdirSync(join(data, 'one.json', 'in-the-way'), { recursive: true })
  const refused = await call('DELETE', '/_sandbox/workspaces/one')
  expect(refused).toMatchObject({ status: 503, body: { detail: expect.stringContaining('one.json is not removed') } })
  expect((await call('GET', '/_sandbox/workspaces')).body.workspaces).toContainEqual({ name: 'one', onFile: true })
  expect((await call('GET', '/w/one/_sandbox/info')).status).toBe(503)
  rmSync(join(data, 'one.json'), { recursive: true })
  expect((await call('DELETE', '/_sandbox/workspaces/one')).status).toBe(200)
  expect(things((await workspaces.use('one')) as Workspace).size).toBe(0)
})

test('a file that no sandbox wrote stays, whether it is deleted by name or nobody asks for it in its time', async () => {
  const data = dataFolder()
  const clock = { now: 0 }
  const { call, workspaces } = await opened(data, { workspaceTtl: 'PT1H', elapsed: () => clock.now })
  writeFileSync(join(data, 'package.json'), '{"name": "mine"}')
  expect(await call('GET', '/w/package/_sandbox/info')).toMatchObject({
    status: 503,
    body: { detail: expect.stringMatching(/package\.json cannot be used.*Ways out: move the file away$/) },
  })
  expect(await call('DELETE', '/_sandbox/workspaces/package')).toMatchObject({
    status: 503,
    body: { detail: expect.stringContaining('package.json is not removed: it is no state file') },
  })
  clock.now += 3_600_000
  expect(workspaces.names).not.toContain('package')
  await expect.poll(() => workspaces.names).toContain('package')
  expect(readFileSync(join(data, 'package.json'), 'utf8')).toBe('{"name": "mine"}')
})
