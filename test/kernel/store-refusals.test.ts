import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { dataFolder, opened, stored, write } from './data-folder.ts'

/** A folder with one state file in it, which `spoil` changes. */
async function spoiled(spoil: (state: ReturnType<typeof stored>) => unknown) {
  const data = dataFolder()
  const { workspace, close } = await opened(data)
  write(workspace, { id: 'a', colour: 'red' })
  await close()
  const made = spoil(stored(data))
  const text = typeof made === 'string' ? made : JSON.stringify(made)
  writeFileSync(join(data, 'default.json'), text)
  return { data, text, path: join(data, 'default.json') }
}

const whole = (state: object) => JSON.stringify(state)

const OF_NO_USE: [string, (state: ReturnType<typeof stored>) => unknown, RegExp][] = [
  ['is cut short', (state) => whole(state).slice(0, -20), /not whole/],
  ['is empty', () => '', /is empty/],
  ['is no JSON', () => 'hello', /no JSON/],
  ['is of a newer format', (state) => ({ ...state, format: 4, more: true }), /format 4 is newer/],
  [
    'has a row without an id',
    (state) => ({ ...state, tables: { t: { rows: [{}], deleted: [] } } }),
    /tables\.t\.rows\.0/,
  ],
  ['has another clock', (state) => ({ ...state, clock: { mode: 'wound' } }), /clock/],
  ['differs from records that nothing makes any more', (state) => ({ ...state, base: 'f00' }), /other records/],
  [
    'is nested without end',
    (state) => {
      state.definition.scenario.records = { any: [{ deep: 'DEEP' }] }
      return whole(state).replace('"DEEP"', '['.repeat(1e5) + ']'.repeat(1e5))
    },
    /too deeply/,
  ],
]

test.each(OF_NO_USE)(
  'a default file that %s stops the start, is left as it is, and gives way to a fresh start',
  async (_what, spoil, reason) => {
    const { data, text, path } = await spoiled(spoil)
    const failure = await opened(data).catch((error: Error) => error)
    expect(failure).toMatchObject({ message: expect.stringMatching(reason) })
    expect(failure).toMatchObject({ message: expect.stringMatching(/^[^\n]*--fresh[^\n]*$/) })
    expect((failure as Error).message).toContain(path)
    expect(readFileSync(path, 'utf8')).toBe(text)
    expect(readdirSync(data)).toEqual(['default.json'])

    const { workspace } = await opened(data, { fresh: true })
    expect(workspace.isUnchanged()).toBe(true)
  },
)

test.each(OF_NO_USE)('a file that %s puts its own workspace aside, and no other', async (_what, spoil, reason) => {
  const { data, text, path } = await spoiled(spoil)
  renameSync(path, join(data, 'ci-1.json'))
  const { call } = await opened(data)
  expect((await call('GET', '/_sandbox/health/ready')).status).toBe(200)
  expect((await call('GET', '/w/ci-2/_sandbox/info')).status).toBe(200)
  for (const [method, url] of [
    ['GET', '/w/ci-1/_sandbox/info'],
    ['POST', '/w/ci-1/_sandbox/reset'],
    ['PUT', '/_sandbox/workspaces/ci-1'],
  ] as const) {
    const { status, body } = await call(method, url)
    expect({ status, detail: body.detail }, url).toEqual({ status: 503, detail: expect.stringMatching(reason) })
    expect(body.detail).toContain(join(data, 'ci-1.json'))
    expect(body.detail).toMatch(/DELETE \S+\/ci-1.*move.*--fresh/)
  }
  expect(readFileSync(join(data, 'ci-1.json'), 'utf8')).toBe(text)
  expect((await call('DELETE', '/_sandbox/workspaces/ci-1')).status).toBe(200)
  expect((await call('GET', '/w/ci-1/_sandbox/info')).status).toBe(200)
})

test('a workspace put aside begins anew when its file has been moved away', async () => {
  const { data, path } = await spoiled(() => 'hello')
  renameSync(path, join(data, 'ci-1.json'))
  const { call } = await opened(data)
  expect((await call('GET', '/w/ci-1/_sandbox/info')).status).toBe(503)
  renameSync(join(data, 'ci-1.json'), join(data, 'kept-by-me'))
  expect((await call('GET', '/w/ci-1/_sandbox/info')).body.workspace).toMatchObject({ name: 'ci-1', changes: 0 })
})

test.each<[string, string]>([
  ['default.json', '{"name": "a-package", "version": "1.0.0"}'],
  ['letter.json', '[]'],
  ['notes.txt', 'not ours'],
  ['Upper.json', '{"format": 1}'],
])('a fresh start touches nothing where there is %s, which no sandbox wrote', async (file, text) => {
  const { data } = await spoiled((state) => state)
  renameSync(join(data, 'default.json'), join(data, 'ci-1.json'))
  writeFileSync(join(data, file), text)
  await expect(opened(data, { fresh: true })).rejects.toThrow(`${join(data, file)} is no state file`)
  expect(readdirSync(data).sort()).toEqual([file, 'ci-1.json'].sort())
})

test('a fresh start sets aside what may have been a state, and replaces nothing that was set aside', async () => {
  const { data } = await spoiled(() => 'hello')
  for (const file of ['.gitkeep', 'default.json.old']) writeFileSync(join(data, file), 'earlier')
  mkdirSync(join(data, 'lost+found'))
  await opened(data, { fresh: true })
  expect(readdirSync(data).sort()).toEqual(
    ['.gitkeep', '.lock', 'default.json.old', 'default.json.old.2', 'lost+found'].sort(),
  )
  expect(readFileSync(join(data, 'default.json.old'), 'utf8')).toBe('earlier')
})

test('a scenario that is no more is made from the file itself', async () => {
  const { data } = await spoiled((state) => {
    state.definition.scenario.name = 'gone'
    return state
  })
  // Its name is part of the digest, so the file must say the one that it had.
  await expect(opened(data)).rejects.toThrow("its scenario 'gone'")
  const scenarios = dataFolder()
  const yaml = 'name: own\ntitle: Own\nsummary: Own.\nstory: Own.\nseed: 3\n'
  writeFileSync(join(scenarios, 'own.yaml'), yaml)
  const other = dataFolder()
  const before = await opened(other, { scenarios, scenario: 'own' })
  write(before.workspace, { id: 'a', colour: 'red' })
  const digest = before.workspace.digest()
  await before.close()
  const { workspace } = await opened(other)
  expect(workspace.start.base).toMatchObject({ scenario: 'own', seed: 3 })
  expect(workspace.digest()).toBe(digest)
})

test('what writes that were cut short left behind is cleared away', async () => {
  const data = dataFolder()
  for (const name of ['.default.json.4711.3.tmp', '.ci-1.json.1.20.tmp']) writeFileSync(join(data, name), '{"half": ')
  await opened(data)
  expect(readdirSync(data)).toEqual(['.lock'])
})

test('a folder that is none is named', async () => {
  const file = join(dataFolder(), 'file')
  writeFileSync(file, '')
  await expect(opened(file)).rejects.toThrow(`${file} cannot be used as the data folder`)
})
