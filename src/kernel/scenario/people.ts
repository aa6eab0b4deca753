import type { Faker } from '@faker-js/faker'
import { drawMany } from '../random.ts'
import { readPatternsOnce } from './patterns.ts'
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

export const LOCALES = {
  de: { faker: () => import('@faker-js/faker/locale/de'), at: { country: 'DE' }, phone: '030 23125 ' },
  en: { faker: () => import('@faker-js/faker/locale/en'), at: { country: 'US' }, phone: '202 555 0' },
  es: { faker: () => import('@faker-js/faker/locale/es'), at: { country: 'ES' }, phone: '900 555 ' },
  es_MX: { faker: () => import('@faker-js/faker/locale/es_MX'), at: { country: 'MX' }, phone: '55 5550 0' },
  fr: { faker: () => import('@faker-js/faker/locale/fr'), at: { country: 'FR' }, phone: '01 99 00 ' },
}

/**
 * Makes the people of a recipe, by their numbers from 1 on. Each depends on (seed, recipe, number) alone: the generator
 * is seeded anew for each, and for each trait, so one more person, or one more trait, changes nobody else. `asOf` is the
 * scenario's date, never a clock's.
 */
export async function peopleOf(recipe: Recipe, seed: number, asOf: number): Promise<(number: number) => Person> {
  const { name, locale, abroad, longNames } = recipe
  const home = await inventor(locale, asOf)
  const away = abroad && (await inventor(abroad.locale, asOf))
  const draw = (kind: string, number: number) => drawMany({ seed, kind: `person.${name}${kind}`, number })
  return (number) => {
    const person = home(draw('', number), (faker) => makePerson(faker, number, LOCALES[locale]))
    const has = (trait: string, percent = 0) => percent > 0 && draw(trait, number)() * 100 < percent
    if (has('.long-name', longNames)) home(draw('.names', number), (faker) => lengthenNames(person, faker))
    if (abroad && away && has('.abroad', abroad.share))
      away(draw('.address', number), (faker) => Object.assign(person, residence(faker), LOCALES[abroad.locale].at))
    return person
  }
}

/** What is drawn for a person by name. */
export const kindOf = ({ name }: Recipe, kind: string): string => `${name}.${kind}`

type Invent = <T>(numbers: () => number, work: (faker: Faker) => T) => T

/** A faker of our own, which draws from what it is given: seeding its usual generator takes longer than all it makes. */
async function inventor(locale: Recipe['locale'], asOf: number): Promise<Invent> {
  const { faker: shared } = await LOCALES[locale].faker()
  let next = () => 0
  const faker = new (shared.constructor as typeof Faker)({
    locale: shared.rawDefinitions,
    randomizer: { next: () => next(), seed: () => {} },
  })
  faker.setDefaultRefDate(new Date(asOf))
  readPatternsOnce(faker)
  return (numbers, work) => {
    next = numbers
    return work(faker)
  }
}

function makePerson(faker: Faker, number: number, { at, phone }: { at: { country: string }; phone: string }): Person {
  const sex = faker.helpers.arrayElement(['female', 'male'] as const)
  return {
    number,
    sex,
    firstName: faker.person.firstName(sex),
    lastName: faker.person.lastName(),
    birthDate: faker.date.birthdate({ min: 18, max: 85, mode: 'age' }).toISOString().slice(0, 'YYYY-MM-DD'.length),
    ...residence(faker),
    ...at,
    email: `person${number}@example.com`,
    phone: `${phone}${String(number % 1000).padStart(3, '0')}`,
    employer: faker.company.name(),
  }
}

const residence = (faker: Faker) => ({
  street: faker.location.street(),
  // Some locales begin it with a blank.
  buildingNumber: faker.location.buildingNumber().trim(),
  postCode: faker.location.zipCode(),
  town: faker.location.city(),
})

/** Two more given names and another last name. */
function lengthenNames(person: Person, { person: names }: Faker): void {
  person.firstName = [person.firstName, names.firstName(person.sex), names.firstName(person.sex)].join(' ')
  person.lastName = `${person.lastName}-${names.lastName()}`
}
