import { expect, test } from 'vitest'
import { importersOf, isDomain, unservedOperations, wrongArrows } from './architecture/arrows.ts'
import { filesBelow, importsOf, loadedBy, type Source } from './architecture/source.ts'
import { mutableState } from './architecture/state.ts'
import {
  clockOrChance,
  drawers,
  longerThan,
  machineTraces,
  routerValidators,
  vendorWords,
  waiting,
} from './architecture/words.ts'

const sources = filesBelow('src').filter(({ path }) => /\.tsx?$/.test(path))
const within = (folder: string) => sources.filter(({ path }) => path.startsWith(folder))
const file = (path: string, text: string): Source => ({ path, text })

/** What a check finds in a line of code. */
const found = (check: (source: Source) => string[], text: string) => check(file('src/x.ts', text)).length

test('imports point inwards, and no slice knows another', () => {
  expect(sources.length).toBeGreaterThan(50)
  expect(wrongArrows(sources)).toEqual([])
})

test.each([
  ['src/kernel/tables/table.ts', '../../http/face.ts'],
  ['src/kernel/tables/table.ts', 'hono'],
  ['src/cases/play.ts', '../http/face.ts'],
  ['src/cases/play.ts', 'hono'],
  ['src/apis/toy/index.ts', 'hono'],
  ['src/control/index.ts', '@hono/zod-openapi'],
  ['src/console/pages/books.tsx', 'hono'],
  ['src/console/pages/books.tsx', '@hono/zod-openapi'],
  ['src/console/pages/books.tsx', '../../control/index.ts'],
  ['src/console/pages/books.tsx', '../../apis/toy/index.ts'],
  ['src/http/face.ts', '../apis/toy/index.ts'],
  ['src/http/face.ts', '../control/index.ts'],
  ['src/apis/toy/index.ts', '../other/index.ts'],
  ['src/apis/toy/index.ts', '../../control/index.ts'],
  ['src/apis/toy/index.ts', '../../app.ts'],
  ['src/control/index.ts', '../apis/toy/index.ts'],
  ['src/app.ts', './index.ts'],
  ['src/app.ts', './assembly.ts'],
  ['src/app.ts', './options.ts'],
  ['src/assembly.ts', './index.ts'],
  ['src/assembly.ts', './program/serve.ts'],
  ['src/program/serve.ts', '../index.ts'],
  ['src/index.ts', './main.ts'],
  ['src/library/world.ts', '../index.ts'],
  ['src/apis/toy/domain/books.ts', '../../../http/face.ts'],
  ['src/apis/toy/domain/books.ts', 'zod'],
  ['src/apis/toy/operations/lend/domain.ts', 'zod'],
  ['src/apis/toy/loans/domain/lending.ts', '../../../../http/face.ts'],
  ['src/nowhere.ts', './version.ts'],
])('%s must not import %s', (path, name) => {
  expect(wrongArrows([file(path, `import { x } from '${name}'`)])).toHaveLength(1)
  expect(wrongArrows([file(path, `const x = await import('${name}')`)])).toHaveLength(1)
})

test('a page of the console is written as JSX, and knows what carries HTTP', () => {
  for (const name of ['hono/jsx', '../../http/secrets.ts'])
    expect(wrongArrows([file('src/console/pages/books.tsx', `import { x } from '${name}'`)]), name).toEqual([])
})

test('a domain does not know HTTP by a third party either', () => {
  const domain = file('src/apis/toy/domain/books.ts', "import type { Wire } from '../wire.ts'")
  expect(wrongArrows([domain, file('src/apis/toy/wire.ts', "import type { z } from 'zod'")])).toEqual([])
  expect(wrongArrows([domain, file('src/apis/toy/wire.ts', "import { x } from '../../http/face.ts'")])).toEqual([
    'src/apis/toy/domain/books.ts -> src/http/face.ts',
  ])
})

test('a timeline is drawn from what it is given alone', () => {
  const drawn = within('src/console/timeline/')
  const needed = new Set(drawn.flatMap(importsOf).filter((name) => !name.startsWith('src/console/timeline/')))
  expect([...needed].sort()).toEqual(['luxon', 'src/kernel/clock.ts', 'src/kernel/timeline.ts'])
})

test('every operation that is written is served', () => {
  expect(unservedOperations(sources)).toEqual([])
  const forgotten = file('src/apis/toy/operations/lend.ts', '')
  expect(unservedOperations([forgotten])).toEqual(['src/apis/toy/operations/lend.ts'])
  const index = file('src/apis/toy/index.ts', "import { lend } from './operations/lend.ts'")
  const folder = file('src/apis/toy/operations/lend/operation.ts', '')
  expect(unservedOperations([folder])).toEqual(['src/apis/toy/operations/lend/operation.ts'])
  expect(unservedOperations([forgotten, index])).toEqual([])
})

test('the order in which requests are answered is known where they are routed, and to none of its steps', () => {
  const outside = importersOf('src/http/pipeline.ts', sources).filter((path) => !/^src\/app(\.ts$|\/)/.test(path))
  expect(outside).toEqual(['src/http/mount.ts'])
})

test('a start loads no API, nothing that only they need, and neither control plane nor pages', () => {
  const loaded = loadedBy(['src/main.ts', 'src/program/command-line.ts', 'src/program/serve.ts'], sources)
  for (const part of ['src/app.ts', 'src/app/parts.ts', 'src/kernel/workspaces/workspaces.ts', 'commander'])
    expect(loaded).toContain(part)
  const parts =
    /^(src\/(apis|control|console|docs|mcp|parity|cases)\/|src\/(http\/pipeline|options)\.ts$|zod|hono|yaml|@hono\/zod)/
  expect(loaded.filter((name) => parts.test(name))).toEqual([])
  const start = file(
    'src/main.ts',
    "import { type A, b } from './b.ts'\nimport type { C } from './c.ts'\nimport('./d.ts')",
  )
  const others = [file('src/b.ts', "export { e } from './e.ts'\nimport { type F } from './f.ts'"), file('src/e.ts', '')]
  expect(loadedBy(['src/main.ts'], [start, ...others])).toEqual(['src/b.ts', 'src/e.ts', 'src/main.ts'])
})

test('records are made without the operations of any API', () => {
  const loaded = loadedBy(['src/app/contributions.ts', 'src/kernel/scenario/materialise.ts'], sources)
  expect(loaded).toContain('src/apis/issuer/population.ts')
  expect(loaded.filter((name) => /\/(operations?|face|pipeline)(\/|\.ts$)/.test(name))).toEqual([])
})

test('requests are validated by the pipeline alone', () => {
  expect(sources.flatMap(routerValidators)).toEqual([])
  for (const code of ['app.openapi(route, handle)', "app.post(path, zValidator('json', Book), handle)"])
    expect(found(routerValidators, code), code).toBe(1)
})

test('domains are synchronous, so that no two requests come between each other', () => {
  expect(sources.filter(({ path }) => isDomain(path)).flatMap(waiting)).toEqual([])
  expect(found(waiting, 'const lend = async () => {}')).toBe(1)
  expect(found(waiting, '// async in a comment')).toBe(0)
})

test('time and chance come from the kernel alone', () => {
  expect(sources.filter(({ path }) => !path.startsWith('src/kernel/')).flatMap(clockOrChance)).toEqual([])
  for (const code of [
    'Date.now()',
    'new Date(0)',
    'Math.random()',
    'randomUUID()',
    'DateTime.local()',
    'setInterval(f)',
  ])
    expect(found(clockOrChance, code), code).toBe(1)
})

test('no module keeps anything that could change', () => {
  expect(sources.flatMap(mutableState)).toEqual([])
  for (const code of [
    'let count = 0',
    'export var x = 1',
    'const cache = new Map<string, string>()',
    'export const seen = new Set()',
    'const list: string[] = []',
    'const memo: Record<string, string> = {}',
    'const clock = new Clock()',
    "const known = ['a']\nexport const learn = (x: string) => known.push(x)",
    'const byName = { a: 1 }\nexport const learn = (x: string) => {\n  byName[x] = 1\n}',
    'class X {\n  static count = 0\n}',
  ])
    expect(found(mutableState, code), code).toBe(1)
  for (const code of [
    "const codes: ReadonlyMap<string, string> = new Map([['a', 'b']])",
    "const known = ['a']\nexport const knows = (x: string) => known.includes(x)",
    'const f = () => {\n  let x = 0\n}',
    'class X {\n  static start(x = 1): number {\n    return x\n  }\n}',
  ])
    expect(found(mutableState, code), code).toBe(0)
})

test('the kernel and the pipeline know no vendor', () => {
  expect([...within('src/kernel/'), ...within('src/http/')].flatMap(vendorWords)).toEqual([])
  expect(found(vendorWords, "const path = '/customer/l8v2'")).toBe(1)
  expect(found(vendorWords, "const name = 'issuer.addresses'")).toBe(1)
  expect(found(vendorWords, "const name = 'issuer-sandbox'")).toBe(0)
})

test('files are short, and named for what is in them', () => {
  expect(sources.flatMap(longerThan(200))).toEqual([])
  expect(
    filesBelow('test')
      .filter(({ path }) => path.endsWith('.ts'))
      .flatMap(longerThan(250)),
  ).toEqual([])
  expect(found(longerThan(2), '1\n2\n3\n')).toBe(1)
  expect([...sources, ...filesBelow('test')].flatMap(drawers)).toEqual([])
  expect(drawers(file('src/http/utils.ts', ''))).toHaveLength(1)
  expect(drawers(file('src/common/books.ts', ''))).toHaveLength(1)
})

test('no file shows the machine or the registry that it was made with', () => {
  expect(filesBelow('').flatMap(machineTraces)).toEqual([])
  for (const text of [
    ['', 'work', 'main'].join('/'),
    ['', 'home', 'me'].join('/'),
    ['registry', 'npmjs.org'].join('.'),
  ])
    expect(found(machineTraces, `see ${text}`), text).toBe(1)
})
