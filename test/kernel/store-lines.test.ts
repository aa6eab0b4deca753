import { appendFileSync, copyFileSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { dataFolder, opened, stored, things, write } from './data-folder.ts'

const linesOf = (data: string) => readFileSync(join(data, 'default.jsonl'), 'utf8').split('\n').slice(0, -1)

/** A copy of a folder as it stands, as whoever comes after a kill finds it. */
function killed(data: string) {
  const copy = dataFolder()
  for (const file of readdirSync(data)) if (file !== '.lock') copyFileSync(join(data, file), join(copy, file))
  return copy
}

/** A world of a state file and three lines to it: rows b, c and d. */
async function lined() {
  const data = dataFolder()
  const { workspace, workspaces } = await opened(data)
  write(workspace, { id: 'a', colour: 'red' })
  await workspaces.flush()
  for (const id of ['b', 'c', 'd']) write(workspace, { id, colour: 'blue' })
  return { data: killed(data), digest: workspace.digest() }
}

const idsIn = async (data: string) => [...things((await opened(data)).workspace).all()].map(({ id }) => id)

test('a change is on file before anybody is told of it: one line each, the first of them all there is', async () => {
  const data = dataFolder()
  const { workspace } = await opened(data)
  write(workspace, { id: 'a', colour: '“red”\n' })
  expect(readdirSync(data).sort()).toEqual(['.lock', 'default.jsonl'])
  write(workspace, { id: 'b', colour: 'blue' })
  workspace.clock.set('frozen', Date.UTC(2030, 0, 1))
  const [first, ...others] = linesOf(data).map((line) => JSON.parse(line))
  expect(first).toMatchObject({ line: 1, state: { format: 3, definition: { scenario: { name: 'empty' } } } })
  expect(others).toEqual([
    { line: 2, requests: 0, tables: { 'test.things': { rows: [{ id: 'b', colour: 'blue' }], deleted: [] } } },
    { line: 3, requests: 0, clock: { mode: 'frozen', now: Date.UTC(2030, 0, 1) } },
  ])
  const { workspace: again } = await opened(killed(data))
  expect(again.digest()).toBe(workspace.digest())
})

test('a state file names the last line in it, and the lines begin anew', async () => {
  const data = dataFolder()
  const { workspace, workspaces } = await opened(data)
  write(workspace, { id: 'a', colour: 'red' })
  write(workspace, { id: 'b', colour: 'red' })
  await workspaces.flush()
  expect(stored(data).line).toBe(2)
  expect(readdirSync(data).sort()).toEqual(['.lock', 'default.json'])
  write(workspace, { id: 'c', colour: 'red' })
  expect(JSON.parse(linesOf(data)[0] ?? '')).toMatchObject({ line: 3 })
})

test('lines that a state file has already are played by nobody', async () => {
  const data = dataFolder()
  const { workspace, workspaces } = await opened(data)
  write(workspace, { id: 'a', colour: 'red' })
  write(workspace, { id: 'b', colour: 'red' })
  workspace.transaction(() => things(workspace).remove('a'))
  const before = readFileSync(join(data, 'default.jsonl'))
  await workspaces.flush()
  const crashed = killed(data)
  writeFileSync(join(crashed, 'default.jsonl'), before)
  const { workspace: again, workspaces: others } = await opened(crashed)
  expect(again.digest()).toBe(workspace.digest())
  write(again, { id: 'c', colour: 'blue' })
  const digest = again.digest()
  await others.flush()
  expect((await opened(killed(crashed))).workspace.digest()).toBe(digest)
})

test('lines that come while a state file is written stay', async () => {
  const data = dataFolder()
  const { workspace, workspaces } = await opened(data)
  write(workspace, { id: 'a', colour: 'red' })
  const flushed = workspaces.flush()
  write(workspace, { id: 'b', colour: 'red' })
  await expect.poll(() => existsSync(join(data, 'default.json'))).toBe(true)
  expect((await opened(killed(data))).workspace.digest()).toBe(workspace.digest())
  await flushed
  expect((await opened(killed(data))).workspace.digest()).toBe(workspace.digest())
})

test('a last line that was torn was told to nobody, and is cut', async () => {
  const { data } = await lined()
  const path = join(data, 'default.jsonl')
  const whole = readFileSync(path)
  const last = whole.lastIndexOf(10, whole.length - 2) + 1
  for (const cut of [last + 1, last + 20, whole.length - 1]) {
    const torn = killed(data)
    writeFileSync(join(torn, 'default.jsonl'), whole.subarray(0, cut))
    const { workspace } = await opened(torn)
    expect(things(workspace).size).toBe(3)
    write(workspace, { id: 'ä', colour: 'green' })
    expect(await idsIn(killed(torn))).toEqual(['a', 'b', 'c', 'ä'])
  }
  // As a power cut may leave it: with nothing in what the disk had set aside for it.
  appendFileSync(path, Buffer.alloc(100))
  expect(await idsIn(killed(data))).toEqual(['a', 'b', 'c', 'd'])
})

test('lines that were begun, and nothing added to them, are gone on with', async () => {
  const { data } = await lined()
  rmSync(join(data, 'default.jsonl'))
  writeFileSync(join(data, 'default.jsonl'), '')
  const { workspace } = await opened(data)
  write(workspace, { id: 'b', colour: 'red' })
  expect(await idsIn(killed(data))).toEqual(['a', 'b'])
})

test('a first line that was torn was no workspace', async () => {
  const data = dataFolder()
  writeFileSync(join(data, 'default.jsonl'), '{"line":1,"sta')
  const { workspace } = await opened(data)
  expect(workspace.isUnchanged()).toBe(true)
  write(workspace, { id: 'a', colour: 'red' })
  expect(await idsIn(killed(data))).toEqual(['a'])
})

test.each<[string, (lines: string[]) => string[], RegExp]>([
  ['a broken line in the middle', ([one, , three]) => [`${one}`, '{"line": 3, "requ', `${three}`], /line 2 is broken/],
  ['a line that is missing', ([, two, three]) => [`${two}`, `${three}`], /line 2 is not there/],
  ['what is no line', ([one]) => [`${one}`, '{"line": 3, "requests": "many"}', '{}'], /no line of changes/],
])('%s is told, and never written over', async (_what, spoil, reason) => {
  const { data } = await lined()
  const path = join(data, 'default.jsonl')
  const text = `${spoil(linesOf(data)).join('\n')}\n`
  writeFileSync(path, text)
  const failure = await opened(data).catch((error: Error) => error.message)
  expect(failure).toMatch(reason)
  expect(failure).toContain(`${path} cannot be used`)
  expect(readFileSync(path, 'utf8')).toBe(text)
  await opened(data, { fresh: true })
})

test('lines without the state that they change are told', async () => {
  const { data } = await lined()
  rmSync(join(data, 'default.json'))
  await expect(opened(data)).rejects.toThrow('line 1 is not there')
})

test('a workspace is deleted with its lines, and wholly, even where that was cut short', async () => {
  const { data } = await lined()
  for (const name of ['ci-1', 'ci-2']) {
    copyFileSync(join(data, 'default.json'), join(data, `${name}.json`))
    copyFileSync(join(data, 'default.jsonl'), join(data, `${name}.jsonl`))
  }
  copyFileSync(join(data, 'default.json'), join(data, '.ci-2.json.leaving'))
  rmSync(join(data, 'ci-2.json'))
  const { call, workspaces } = await opened(data)
  expect(workspaces.names.sort()).toEqual(['ci-1', 'default'])
  expect((await call('GET', '/w/ci-1/_sandbox/info')).status).toBe(200)
  expect((await call('DELETE', '/_sandbox/workspaces/ci-1')).status).toBe(200)
  expect(readdirSync(data).filter((file) => file.includes('ci-'))).toEqual([])
})

test('lines that no sandbox wrote stay', async () => {
  const data = dataFolder()
  writeFileSync(join(data, 'events.jsonl'), '{"a": 1}\n{"a": 2}\n')
  const { call } = await opened(data)
  expect((await call('GET', '/w/events/_sandbox/info')).status).toBe(503)
  expect((await call('DELETE', '/_sandbox/workspaces/events')).status).toBe(503)
  expect(existsSync(join(data, 'events.jsonl'))).toBe(true)
})

test('a state file as long as its lines is written while changes go on', async () => {
  const data = dataFolder()
  const { workspace } = await opened(data)
  for (let i = 0; !existsSync(join(data, 'default.json')); i++) {
    write(workspace, { id: `${i % 100}`, colour: 'x'.repeat(10_000) })
    await new Promise((resolve) => setTimeout(resolve, 1))
  }
  expect(stored(data).line).toBeGreaterThan(100)
})
