import type { Faker } from '@faker-js/faker'
import type { Row } from '../tables/row.ts'
import { canonical, sha256 } from '../text/canonical.ts'
import type { Made } from './materialise.ts'
import { LOCALES, type Person } from './people.ts'
import type { Recipe } from './schema.ts'
import type { Slice } from './slice.ts'

/**
 * How the first release made people up and took the digest of a start (decision State files). It is never changed: files
 * that were written over such records open as long as it makes them again.
 */
export function digestOf({ tables, ...head }: Made): string {
  const rows = Object.entries(tables).map(([name, byId]) => [name, [...byId.values()]])
  return sha256(canonical({ dataVersion: 1, ...head, tables: Object.fromEntries(rows) }))
}

/** The slices as they made records then. */
export const earlier = (slices: Slice[]): Slice[] =>
  slices.map(({ recordTypes, population, ...slice }) => {
    const made = new Map(recordTypes.map(({ table, earlier }) => [table.definition.name, earlier]))
    const rowsThen = ([type, rows]: [string, Row[]]) => [type, rows.map(made.get(type) ?? ((row) => row))]
    return {
      ...slice,
      recordTypes: recordTypes.map((type) =>
        type.earlier ? { ...type, schema: type.schema.transform(type.earlier) } : type,
      ),
      population: {
        recipe: population.earlierRecipe ?? population.recipe,
        populate: (recipe, context) => {
          const rowsOf = population.populate(recipe, context)
          return (people) => Object.fromEntries(Object.entries(rowsOf(people)).map(rowsThen))
        },
      },
    }
  })

/** Makes the people of a recipe, by their numbers from 1 on. */
export async function peopleOf(recipe: Recipe, seed: number, asOf: number): Promise<(number: number) => Person> {
  const locale = LOCALES[recipe.locale]
  const { faker: shared } = await locale.faker()
  const faker = new (shared.constructor as typeof Faker)({ locale: shared.rawDefinitions })
  faker.setDefaultRefDate(new Date(asOf))
  const stem = [seed, Number.parseInt(sha256(recipe.name).slice(0, 8), 16)]
  return (number) => {
    faker.seed([...stem, number])
    return makePerson(faker, number, locale)
  }
}

/** What is drawn for a person did not depend on the recipe. */
export const kindOf = (_recipe: Recipe, kind: string): string => kind

/** The order in which members stand is the order in which they are drawn. */
function makePerson(faker: Faker, number: number, { at, phone }: { at: { country: string }; phone: string }): Person {
  const sex = faker.helpers.arrayElement(['female', 'male'] as const)
  return {
    number,
    sex,
    firstName: faker.person.firstName(sex),
    lastName: faker.person.lastName(),
    street: faker.location.street(),
    buildingNumber: faker.location.buildingNumber(),
    birthDate: faker.date.birthdate({ min: 18, max: 85, mode: 'age' }).toISOString().slice(0, 'YYYY-MM-DD'.length),
    postCode: faker.location.zipCode(),
    town: faker.location.city(),
    ...at,
    email: `person${number}@example.com`,
    phone: `${phone}${String(number % 1000).padStart(3, '0')}`,
    employer: faker.company.name(),
  }
}
