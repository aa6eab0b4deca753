import { afterEach, describe, expect, test, vi } from 'vitest'
import { contributions } from '../src/app.ts'
import { play } from '../src/http/walkthrough/play.ts'
import { materialise } from '../src/kernel/scenario/materialise.ts'
import { peopleOf } from '../src/kernel/scenario/people.ts'
import type { Recipe, ScenarioDefinition } from '../src/kernel/scenario/schema.ts'
import { Base } from '../src/kernel/states/base.ts'
import { library, sandbox, startOf } from './harness.ts'
import { untruths } from './scenarios/cast.ts'

const { slices } = await contributions()

const { names } = library

/** The records of a scenario, made anew each time: a library would give again what it has made. */
async function made(name: string, change: (definition: ScenarioDefinition) => void = () => {}) {
  const definition = structuredClone(await library.definition(name))
  change(definition)
  return new Base(await materialise(definition, definition.scenario.seed, slices))
}

/** So many people of a recipe show as well as thousands whether anything changes them. */
const FEW = 50

/** At most so many people of each recipe, and some more. */
function fewer({ scenario, recipes }: ScenarioDefinition, more = 0) {
  for (const population of scenario.population) {
    const recipe = recipes.find(({ name }) => name === population.recipe)
    population.people = Math.min(FEW, population.people ?? recipe?.people ?? 0) + more
  }
}

afterEach(() => {
  vi.useRealTimers()
})

test('the data of every scenario is as it was; after a deliberate change, update this with `vitest -u`', async () => {
  const digests: Record<string, string> = {}
  for (const name of [...names].sort()) digests[name] = (await startOf(name)).base.digest
  await expect(`${JSON.stringify(digests, null, 2)}\n`).toMatchFileSnapshot('scenario-digests.json')
})

test('the digest that the build took of a scenario whose people are made later is that of its people', async () => {
  expect((await startOf('large-portfolio')).base.digest).toBe((await made('large-portfolio')).digest)
})

describe.each(names)('the scenario %s', (name) => {
  test('has the same records on any day', async () => {
    const { digest } = await made(name, fewer)
    for (const day of ['1999-12-31T23:59:59Z', '2040-02-29T00:00:00Z']) {
      vi.useFakeTimers({ toFake: ['Date'], now: new Date(day) })
      expect((await made(name, fewer)).digest, day).toBe(digest)
    }
  })

  test('keeps all it has when more people are made up', async () => {
    const before = await made(name, fewer)
    const after = await made(name, (definition) => fewer(definition, 3))
    for (const [type, { rows }] of before.tables)
      for (const row of rows.values()) expect(after.tables.get(type)?.rows.get(row.id), type).toEqual(row)
  })

  test('has the people that its story speaks of', async () => {
    const { scenario } = await library.definition(name)
    const { base } = await startOf(name)
    for (const [handle, member] of Object.entries(scenario.cast)) expect(untruths(member, base), handle).toEqual([])
  })

  test('can be walked through as its page says, and again after a reset', async () => {
    const { request, call } = await sandbox({ scenario: name, clock: undefined })
    const { walkthrough } = (await library.definition(name)).scenario
    for (let round = 1; round <= 2; round++) {
      for await (const { number, title, answer, differences } of play(walkthrough, request))
        expect(differences, `round ${round}, ${number}. ${title}: ${answer.text}`).toEqual([])
      await call('POST', '/_sandbox/reset')
    }
  })
})

test('people depend on recipe, seed and number, and on nothing that was made before them', async () => {
  const recipe = (name: string, locale: Recipe['locale']): Recipe => ({ name, about: '', locale, people: 0 })
  const [german, english] = [recipe('one', 'de'), recipe('two', 'en')]
  const asOf = Date.parse('2026-01-01T00:00:00Z')
  const made = async (of: Recipe, count: number, seed: number) => {
    const personOf = await peopleOf(of, seed, asOf)
    return Array.from({ length: count }, (_, index) => personOf(index + 1))
  }
  const ten = await made(german, 10, 1)
  await made(english, 7, 2)
  expect((await made(german, 25, 1)).slice(0, 10)).toEqual(ten)
  expect(await made(german, 10, 2)).not.toEqual(ten)
  expect(await made(recipe('other', 'de'), 10, 1)).not.toEqual(ten)
  const [one, other] = [await peopleOf(german, 1, asOf), await peopleOf(german, 2, asOf)]
  other(1)
  expect([one(1), other(2) && one(2)]).toEqual(ten.slice(0, 2))
  expect(new Set(ten.map(({ firstName, lastName }) => `${firstName} ${lastName}`)).size).toBeGreaterThan(8)
  for (const { email } of ten) expect(email).toMatch(/@example\.(com|net|org)$/)
})

test('a trait changes those who have it, and nobody else', async () => {
  const plain: Recipe = { name: 'one', about: '', locale: 'es_MX', people: 0 }
  const traits: Recipe = { ...plain, longNames: 30, abroad: { locale: 'fr', share: 20 } }
  const [before, after] = [await peopleOf(plain, 1, 0), await peopleOf(traits, 1, 0)]
  const pairs = Array.from({ length: 200 }, (_, index) => [before(index + 1), after(index + 1)] as const)
  const long = pairs.filter(([one, other]) => one.lastName !== other.lastName)
  const abroad = pairs.filter(([one, other]) => one.country !== other.country)
  for (const [one, other] of long) expect(other.lastName.startsWith(`${one.lastName}-`)).toBe(true)
  for (const [, other] of abroad) expect(other.country).toBe('FR')
  expect([long.length > 30 && long.length < 90, abroad.length > 15 && abroad.length < 70]).toEqual([true, true])
  const others = pairs.filter((pair) => !long.includes(pair) && !abroad.includes(pair))
  for (const [one, other] of others) expect(other).toEqual(one)
})

test('a cast member whose numbers are not in the records is found out', async () => {
  const base = await made('empty')
  const firstVision = { organizationNumber: 998, customerNumber: '0009980011000000001', accounts: ['0'.repeat(19)] }
  const issuer = { issuerId: '1234', customerReference: 'CUS1' }
  expect(untruths({ firstVision, issuer }, base)).toHaveLength(3)
})
