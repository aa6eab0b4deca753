import type { Faker } from '@faker-js/faker'
import { DateTime } from 'luxon'
import { sha256 } from '../canonical.ts'
import type { Recipe } from './schema.ts'

/** A made-up person, in no platform's words. Mail and phone are fictional by their form. */
export type Person = {
  number: number
  sex: 'female' | 'male'
  firstName: string
  lastName: string
  /** YYYY-MM-DD */
  birthDate: string
  street: string
  buildingNumber: string
  postCode: string
  town: string
  /** ISO 3166 alpha-2 */
  country: string
  email: string
  /** National form, of a range that is never given out where the country keeps one. */
  phone: string
  employer: string
}

const LOCALES = {
  de: { faker: () => import('@faker-js/faker/locale/de'), country: 'DE', phone: '030 23125 ' },
  en: { faker: () => import('@faker-js/faker/locale/en'), country: 'US', phone: '202 555 0' },
  es: { faker: () => import('@faker-js/faker/locale/es'), country: 'ES', phone: '900 555 ' },
  es_MX: { faker: () => import('@faker-js/faker/locale/es_MX'), country: 'MX', phone: '55 5550 0' },
  fr: { faker: () => import('@faker-js/faker/locale/fr'), country: 'FR', phone: '01 99 00 ' },
}

/**
 * The people of a recipe. Each depends on (seed, recipe, number) alone: the generator is seeded anew for each, so one more
 * person, or one more draw, changes nobody else. `asOf` is the scenario's date, never a clock's.
 */
export async function makePeople(recipe: Recipe, count: number, seed: number, asOf: number): Promise<Person[]> {
  const locale = LOCALES[recipe.locale]
  const { faker } = await locale.faker()
  faker.setDefaultRefDate(new Date(asOf))
  return Array.from({ length: count }, (_, index) => {
    const number = index + 1
    faker.seed([seed, Number.parseInt(sha256(recipe.name).slice(0, 8), 16), number])
    return makePerson(faker, number, locale)
  })
}

function makePerson(faker: Faker, number: number, { country, phone }: { country: string; phone: string }): Person {
  const sex = faker.helpers.arrayElement(['female', 'male'] as const)
  const firstName = faker.person.firstName(sex)
  const lastName = faker.person.lastName()
  const address = { street: faker.location.street(), buildingNumber: faker.location.buildingNumber() }
  return {
    number,
    sex,
    firstName,
    lastName,
    birthDate:
      DateTime.fromJSDate(faker.date.birthdate({ min: 18, max: 85, mode: 'age' }))
        .toUTC()
        .toISODate() ?? '',
    ...address,
    postCode: faker.location.zipCode(),
    town: faker.location.city(),
    country,
    email: `person${number}@example.com`,
    phone: `${phone}${String(number % 1000).padStart(3, '0')}`,
    employer: faker.company.name(),
  }
}
