import { afterEach, describe, expect, test, vi } from 'vitest'
import { slices } from '../src/app.ts'
import { scenarioLibrary } from '../src/assembly.ts'
import { Base } from '../src/kernel/base.ts'
import { materialise } from '../src/kernel/scenario/materialise.ts'
import { makePeople } from '../src/kernel/scenario/people.ts'
import type { Recipe, ScenarioDefinition } from '../src/kernel/scenario/schema.ts'
import { filledIn, type Taken, takenFrom } from '../src/kernel/scenario/walkthrough.ts'
import { sandbox } from './harness.ts'
import { untruths } from './scenarios/cast.ts'
import { mismatches } from './scenarios/matches.ts'

const library = scenarioLibrary()
const { names } = library

/** The records of a scenario, made anew each time: a library would give again what it has made. */
async function made(name: string, change: (definition: ScenarioDefinition) => void = () => {}) {
  const definition = structuredClone(await library.definition(name))
  change(definition)
  return new Base(await materialise(definition, definition.scenario.seed, slices))
}

afterEach(() => {
  vi.useRealTimers()
})

test('the data of every scenario is as it was; after a deliberate change, update this with `vitest -u`', async () => {
  const digests: Record<string, string> = {}
  for (const name of [...names].sort()) digests[name] = (await made(name)).digest
  await expect(`${JSON.stringify(digests, null, 2)}\n`).toMatchFileSnapshot('scenario-digests.json')
})

describe.each(names)('the scenario %s', (name) => {
  test('has the same records on any day', async () => {
    const { digest } = await made(name)
    for (const day of ['1999-12-31T23:59:59Z', '2040-02-29T00:00:00Z']) {
      vi.useFakeTimers({ toFake: ['Date'], now: new Date(day) })
      expect((await made(name)).digest, day).toBe(digest)
    }
  })

  test('keeps all it has when more people are made up', async () => {
    const before = await made(name)
    const after = await made(name, ({ scenario, recipes }) => {
      for (const population of scenario.population) {
        const recipe = recipes.find((one) => one.name === population.recipe)
        population.people = (population.people ?? recipe?.people ?? 0) + 3
      }
    })
    for (const [type, { rows }] of before.tables)
      for (const row of rows.values()) expect(after.tables.get(type)?.rows.get(row.id), type).toEqual(row)
  })

  test('has the people that its story speaks of', async () => {
    const { scenario } = await library.definition(name)
    const base = await made(name)
    for (const [handle, member] of Object.entries(scenario.cast)) expect(untruths(member, base), handle).toEqual([])
  })

  test('can be walked through as its page says, and again after a reset', async () => {
    const { call } = await sandbox({ scenario: name, clock: undefined })
    const { walkthrough } = (await library.definition(name)).scenario
    for (let round = 1; round <= 2; round++) {
      let taken: Taken = {}
      for (const step of walkthrough) {
        if ('advance' in step) {
          expect((await call('POST', '/_sandbox/clock/advance', step.advance)).status, step.title).toBe(200)
          continue
        }
        const { method, path, body, headers } = filledIn(step.request, taken)
        const answer = await call(method, path, body, headers)
        const shown = `round ${round}, ${step.title}: ${answer.text}`
        expect(answer.status, shown).toBe(step.expect.status)
        expect(mismatches(step.expect.body ?? {}, answer.body), shown).toEqual([])
        for (const [header, value] of Object.entries(step.expect.headers ?? {}))
          expect(answer.headers.get(header), shown).toBe(value)
        taken = { ...taken, ...takenFrom(answer.body, step.take) }
      }
      await call('POST', '/_sandbox/reset')
    }
  })
})

test('people depend on recipe, seed and number, and on nothing that was made before them', async () => {
  const recipe = (name: string, locale: Recipe['locale']): Recipe => ({ name, about: '', locale, people: 0 })
  const [german, english] = [recipe('one', 'de'), recipe('two', 'en')]
  const asOf = Date.parse('2026-01-01T00:00:00Z')
  const ten = await makePeople(german, 10, 1, asOf)
  await makePeople(english, 7, 2, asOf)
  expect((await makePeople(german, 25, 1, asOf)).slice(0, 10)).toEqual(ten)
  expect(await makePeople(german, 10, 2, asOf)).not.toEqual(ten)
  expect(await makePeople(recipe('other', 'de'), 10, 1, asOf)).not.toEqual(ten)
  expect(new Set(ten.map(({ firstName, lastName }) => `${firstName} ${lastName}`)).size).toBeGreaterThan(8)
  for (const { email } of ten) expect(email).toMatch(/@example\.(com|net|org)$/)
})

test('a walkthrough expects what it says, and lists as a whole', () => {
  expect(mismatches({ a: [{ b: 1 }] }, { a: [{ b: 1, c: 2 }], d: 3 })).toEqual([])
  expect(mismatches({ a: [{ b: 1 }] }, { a: [{ b: 1 }, {}] })).toEqual(['.a: 2 items, not 1'])
  expect(mismatches({ a: [1, 2] }, { a: [1] })).toEqual(['.a: 1 items, not 2', '.a[1]: undefined, not 2'])
  expect(mismatches({ a: null }, {})).toEqual(['.a: undefined, not null'])
  expect(mismatches({ a: { b: '1' } }, { a: { b: 1 } })).toEqual(['.a.b: 1, not "1"'])
  expect(mismatches({ a: {} }, { a: 1 })).toEqual(['.a: expected an object, not 1'])
})

test('a cast member whose numbers are not in the records is found out', async () => {
  const base = await made('empty')
  const firstVision = { organizationNumber: 998, customerNumber: '0009980011000000001', accounts: ['0'.repeat(19)] }
  const issuer = { issuerId: '1234', customerReference: 'CUS1' }
  expect(untruths({ firstVision, issuer }, base)).toHaveLength(3)
})
