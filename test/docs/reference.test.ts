import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { startOptions } from '../../src/program/options.ts'
import { sandbox, sandboxAndInsides } from '../harness.ts'

const read = (page: string) => readFileSync(`docs/${page}.md`, 'utf8')

/** What a page puts in backticks in the first cells of its tables. */
const firstCells = (page: string): string[] =>
  [...read(page).matchAll(/^\|([^|]+)\|/gm)].flatMap(([, cell = '']) =>
    [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name),
  )

test('the page on configuration has each flag beside its variable', () => {
  const rows = read('configuration').split('\n')
  for (const { long, envVar = '' } of startOptions()) {
    const row = rows.find((line) => line.startsWith('|') && new RegExp(`\`${long}\\b`).test(line))
    expect(row, `a row of ${long}`).toContain(envVar)
  }
  const flags = startOptions().map(({ long }) => long)
  for (const name of firstCells('configuration')) expect(flags).toContain(name.split(' ')[0])
})

test('the page on the control plane has each request that it serves, and no other', async () => {
  const { faces } = await sandboxAndInsides()
  const served = (faces.find(({ control }) => control)?.operations ?? []).map(
    ({ method, path }) => `${method.toUpperCase()} ${path.slice(1).replaceAll(/\{\w+\}/g, '{}')}`,
  )
  const written = firstCells('control-plane')
    .map((request) => /^[A-Z]+ [^?]+/.exec(request)?.[0].replaceAll(/\{\w+\}/g, '{}'))
    .filter((request) => request !== undefined)
  expect(served.length).toBeGreaterThan(25)
  expect([...new Set(written)].sort()).toEqual([...new Set(served)].sort())
})

test('the README names every scenario', async () => {
  const { library } = await sandbox()
  const readme = readFileSync('README.md', 'utf8')
  expect(library.names.filter((name) => !readme.includes(`\`${name}\``))).toEqual([])
})
