import { Faker } from '@faker-js/faker'
import { expect, test } from 'vitest'
import { drawMany } from '../../src/kernel/random.ts'
import { readPatternsOnce } from '../../src/kernel/scenario/patterns.ts'
import { LOCALES } from '../../src/kernel/scenario/people.ts'

const PEOPLE = 300

/** What a faker makes of the same numbers. */
async function made(locale: keyof typeof LOCALES, change: (faker: Faker) => void): Promise<string[][]> {
  const { rawDefinitions } = (await LOCALES[locale].faker()).faker
  let next = () => 0
  const faker = new Faker({ locale: rawDefinitions, randomizer: { next: () => next(), seed: () => {} } })
  change(faker)
  return Array.from({ length: PEOPLE }, (_, number) => {
    next = drawMany({ seed: 1, kind: 'person', number })
    const { person, location, company, helpers } = faker
    const names = [person.firstName(), person.lastName(), company.name()]
    const address = [location.street(), location.buildingNumber(), location.zipCode(), location.city()]
    return [...names, ...address, helpers.fake('{{number.int({"max": 9})}} {{person.lastName}} {'), String(next())]
  })
}

test.each(Object.keys(LOCALES) as (keyof typeof LOCALES)[])(
  'patterns of %s that are read once make what the library makes of them, draw for draw',
  async (locale) => {
    expect(await made(locale, readPatternsOnce)).toEqual(await made(locale, () => {}))
  },
)
