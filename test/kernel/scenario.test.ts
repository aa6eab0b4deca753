import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { ScenarioLibrary } from '../../src/kernel/scenario/library.ts'
import type { Base } from '../../src/kernel/states/base.ts'
import { toySlice } from '../toy/api.ts'

const TEXTS = 'title: T\nsummary: S\nstory: S\n'
const CROWD = 'name: crowd\nabout: Readers.\nlocale: fr\npeople: 3\ntoy: { prefix: R }\n'

/** A library of these scenarios, by name and in YAML, and of one recipe. */
function libraryOf(files: Record<string, string>, recipe = CROWD) {
  const root = mkdtempSync(join(tmpdir(), 'library-'))
  onTestFinished(() => rmSync(root, { recursive: true }))
  const folders = {
    scenarios: [join(root, 'scenarios')],
    recipes: join(root, 'seeds'),
    compiled: join(root, 'compiled'),
  }
  for (const folder of [...folders.scenarios, folders.recipes, folders.compiled]) mkdirSync(folder)
  for (const [name, text] of Object.entries(files))
    writeFileSync(join(root, 'scenarios', `${name}.yaml`), `name: ${name}\n${TEXTS}${text}`)
  writeFileSync(join(folders.recipes, 'crowd.yaml'), recipe)
  return { root, folders, library: new ScenarioLibrary(folders, async () => ({ slices: [toySlice] })) }
}

const baseOf = async (text: string, recipe?: string): Promise<Base> =>
  (await libraryOf({ one: text }, recipe).library.start('one')).base

const rowsOf = (base: Base, type: string) => [...(base.tables.get(type)?.rows.values() ?? [])]

const book = (id: string, added: string) => `{ id: ${id}, title: T, author: A, added: '${added}' }`

const dates = async (text: string) =>
  rowsOf(
    await baseOf(`${text}records: { toy.books: [${book('A', 'asOf+P1M')}, ${book('B', 'asOf-PT1H30M:date')}] }\n`),
    'toy.books',
  ).map((row) => (row as unknown as { added: string }).added)

test('relative dates are relative to the scenario’s own date: what it says, else its clock, else a fixed day', async () => {
  expect(await dates('')).toEqual(['2026-02-01T00:00:00.000Z', '2025-12-31'])
  expect(await dates("clock: '2024-01-31T00:30:00Z'\n")).toEqual(['2024-02-29T00:30:00.000Z', '2024-01-30'])
  const both = "clock: '2024-01-31T00:30:00Z'\nasOf: '2020-05-05T12:00:00Z'\n"
  expect(await dates(both)).toEqual(['2020-06-05T12:00:00.000Z', '2020-05-05'])
})

test('explicit records stand over those of a recipe, in their place', async () => {
  const people = 'population: [{ recipe: crowd }]\n'
  const changed = await baseOf(`${people}records: { toy.readers: [{ id: R2, name: Ada, birthDate: '1815-12-10' }] }\n`)
  const [first, second, third] = rowsOf(await baseOf(people), 'toy.readers')
  expect(second).not.toMatchObject({ name: 'Ada' })
  expect(rowsOf(changed, 'toy.readers')).toEqual([first, { id: 'R2', name: 'Ada', birthDate: '1815-12-10' }, third])
})

test('another seed makes other people, and the same seed the same', async () => {
  const { library } = libraryOf({ one: 'population: [{ recipe: crowd }]\n', two: 'population: [{ recipe: crowd }]\n' })
  const people = async (name: string, seed?: number) =>
    rowsOf((await library.start(name, { seed })).base, 'toy.readers')
  expect(await people('two')).toEqual(await people('one'))
  expect(await people('one', 2)).not.toEqual(await people('one'))
  expect((await people('one', 2)).map(({ id }) => id)).toEqual(['R1', 'R2', 'R3'])
})

const SOURCE = `clock: '2024-01-31T00:30:00Z'
counters: { toy.book: 7, toy.loan: 1 }
population: [{ recipe: crowd }]
cast: { ada: { name: Ada, about: Writes. }, bo: { name: Bo, about: Reads. } }
records: { toy.books: [${book('A', 'asOf')}, ${book('B', 'asOf')}] }
`

test('a scenario that starts from another one has its records as they are there, and its own over them', async () => {
  const own = `from: source\nclock: '2031-01-01T00:00:00Z'\ncounters: { toy.book: 9 }
cast: { bo: { name: Bob, about: Lends. } }
records: { toy.books: [${book('B', 'asOf')}, ${book('C', 'asOf')}] }\n`
  const { library } = libraryOf({ source: SOURCE, one: own })
  const [source, one] = [(await library.start('source')).base, (await library.start('one')).base]
  expect(rowsOf(one, 'toy.readers')).toEqual(rowsOf(source, 'toy.readers'))
  const [a] = rowsOf(source, 'toy.books')
  const added = '2031-01-01T00:00:00.000Z'
  expect(rowsOf(one, 'toy.books')).toEqual([a, { ...a, id: 'B', added }, { ...a, id: 'C', added }])
  expect(one.counters).toEqual({ 'toy.book': 9, 'toy.loan': 1 })
  expect((await library.definition('one')).scenario.cast).toMatchObject({ ada: { name: 'Ada' }, bo: { name: 'Bob' } })
  expect(one.digest).not.toBe(source.digest)
})

test('what a scenario starts from is built in, and stands by itself', async () => {
  const { library, folders } = libraryOf({ one: '', two: 'from: one\n', three: 'from: two\n', self: 'from: self\n' })
  await expect(library.start('three')).rejects.toThrow("three.yaml:5:7: from: 'two' starts from another one itself")
  await expect(library.start('self')).rejects.toThrow("'self' cannot start from itself")
  const further = libraryOf({ mine: '', other: 'from: mine\n', fine: 'from: one\n' }).folders.scenarios
  const both = new ScenarioLibrary({ ...folders, scenarios: [...folders.scenarios, ...further] }, async () => ({
    slices: [toySlice],
  }))
  await expect(both.start('other')).rejects.toThrow("other.yaml:5:7: from: no built-in scenario 'mine'")
  expect((await both.start('fine')).base.scenario).toBe('fine')
})

test('a start is shared by all who ask for the same', async () => {
  const { library } = libraryOf({ one: '', two: 'seed: 5\n' })
  const start = async (...of: Parameters<typeof library.start>) => (await library.start(...of)).base
  expect(await start('one')).toBe(await start('one', { seed: 1, clock: '2030-01-01' }))
  expect(await start('two')).toBe(await start('two', { seed: 5 }))
  expect(await start('two', { seed: 6 })).not.toBe(await start('two'))
})

test('a scenario made ahead of time serves its own seed; others are made from its definition', async () => {
  const { library, folders } = libraryOf({ one: 'population: [{ recipe: crowd }]\n' })
  const definition = await library.definition('one')
  const base = { scenario: 'one', seed: 1, counters: {}, tables: { 'toy.readers': [{ id: 'made ahead' }] } }
  writeFileSync(join(folders.compiled, 'one.json'), JSON.stringify({ ...definition, base, digest: 'as computed' }))
  const ahead = (await library.start('one')).base
  expect([ahead.digest, rowsOf(ahead, 'toy.readers')]).toEqual(['as computed', [{ id: 'made ahead' }]])
  expect(rowsOf((await library.start('one', { seed: 2 })).base, 'toy.readers')).toHaveLength(3)
})

test('of one whose digest alone was made ahead of time the records are made, and are not hashed again', async () => {
  const { library, folders } = libraryOf({ one: 'population: [{ recipe: crowd }]\n' })
  const definition = await library.definition('one')
  writeFileSync(join(folders.compiled, 'one.json'), JSON.stringify({ ...definition, digest: 'as computed' }))
  const made = (await library.start('one')).base
  expect([made.digest, rowsOf(made, 'toy.readers').length]).toEqual(['as computed', 3])
  expect((await library.start('one', { seed: 2 })).base.digest).toMatch(/^[0-9a-f]{64}$/)
})

test('only what the folders list is a scenario, whatever else a name could lead to', async () => {
  const { library, root, folders } = libraryOf({ one: '' })
  writeFileSync(join(root, 'secret.json'), '{}')
  writeFileSync(join(folders.compiled, 'old.json'), '{}')
  for (const name of ['../secret', 'old', 'two', '', '__proto__'])
    await expect(library.start(name), name).rejects.toThrow(`no scenario '${name}'; there are one`)
})

test('a definition is kept as long as its file is the same: one that is edited, or made anew, is seen', async () => {
  const { library, root, folders } = libraryOf({ one: '', two: '' })
  const summaries = async () =>
    (await library.definitions()).map(([, found]) => (found instanceof Error ? found : found.scenario.summary))
  const kept = async () => (await library.definitions()).map(([, found]) => found)
  const definition = await library.definition('two')
  const makeAhead = (summary: string) => {
    const scenario = { ...definition.scenario, summary }
    writeFileSync(join(folders.compiled, 'two.json'), JSON.stringify({ ...definition, scenario }))
  }
  makeAhead('Ahead')
  expect(await summaries()).toEqual(['S', 'Ahead'])
  expect((await kept())[1]).toBe((await kept())[1])
  writeFileSync(join(root, 'scenarios', 'one.yaml'), `name: one\n${TEXTS.replace('summary: S', 'summary: Edited')}`)
  makeAhead('Made anew')
  expect(await summaries()).toEqual(['Edited', 'Made anew'])
})

test('two files of one name are refused at once, with both', () => {
  const { folders } = libraryOf({ one: '' })
  const other = libraryOf({ one: '' }).folders
  const scenarios = [...folders.scenarios, ...other.scenarios]
  expect(() => new ScenarioLibrary({ ...folders, scenarios }, async () => ({ slices: [] }))).toThrow(
    `two files for the scenario 'one': ${scenarios[0]}/one.yaml and ${scenarios[1]}/one.yaml; rename one`,
  )
})

test('a file that comes while it runs is found at the next look, and one that goes is gone', async () => {
  const { library, folders } = libraryOf({ one: '' })
  const [folder = ''] = folders.scenarios
  writeFileSync(join(folder, 'two.yml'), `name: two\n${TEXTS}`)
  expect(library.names).toEqual(['one', 'two'])
  expect((await library.start('two')).base.scenario).toBe('two')
  rmSync(join(folder, 'two.yml'))
  await expect(library.start('two')).rejects.toThrow("no scenario 'two'; there are one")
  rmSync(folder, { recursive: true })
  expect(library.names).toEqual([])
})

test('a second file of a name that comes while it runs makes that name unusable, and no other', async () => {
  const { library, folders } = libraryOf({ one: '', two: '' })
  writeFileSync(join(`${folders.scenarios[0]}`, 'one.yml'), `name: one\n${TEXTS}`)
  await expect(library.definition('one')).rejects.toThrow(
    /two files for the scenario 'one': .*one\.yaml and .*one\.yml/,
  )
  expect((await library.start('two')).base.scenario).toBe('two')
})

test.each([
  ['records: { toy.boks: [] }\n', "no such type 'toy.boks'; there are toy.books, toy.readers, toy.loans"],
  ['records: { toy.books: [{ id: A, title: T }] }\n', 'records.toy.books.0.author'],
  ["records: { toy.loans: [{ id: A, to: 'asOf-PXY' }] }\n", "'asOf-PXY' is no date"],
  ['population: [{ recipe: nobody }]\n', "one.yaml:5:24: population.0.recipe: no such recipe 'nobody'"],
  ['population: [{ recipe: ../crowd }]\n', 'one.yaml:5:24: population.0.recipe: use lower-case letters'],
  ['seed: one\n', 'one.yaml:5:7: seed'],
  ["clock: 'noon'\n", 'one.yaml:5:8: clock'],
  ['from: nobody\n', "one.yaml:5:7: from: no built-in scenario 'nobody'"],
  ['walkthrough: [{ title: T, request: { method: GET, path: nowhere } }]\n', 'one.yaml:5:'],
  ['tags: [unclosed\n', 'one.yaml:'],
])('a scenario with %j says what is wrong with it', async (text, message) => {
  await expect(baseOf(text)).rejects.toThrow(message)
})

test('a recipe that its API cannot read says which', async () => {
  const recipe = CROWD.replace('prefix', 'prefiks')
  await expect(baseOf('population: [{ recipe: crowd }]\n', recipe)).rejects.toThrow(
    'one.yaml:5:13: population: crowd, toy: prefix: missing',
  )
})
