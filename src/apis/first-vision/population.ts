import * as z from 'zod'
import { isTestCardPrefix } from '../../kernel/masking/card-numbers.ts'
import { luhnDigit } from '../../kernel/masking/luhn.ts'
import { drawInteger } from '../../kernel/random.ts'
import type { Person } from '../../kernel/scenario/people.ts'
import type { Populate, PopulationContext, Slice } from '../../kernel/scenario/slice.ts'
import { deepFreeze } from '../../kernel/tables/freeze.ts'
import { alpha3Of } from './domain/countries.ts'
import { NO_NUMBER } from './host/scalar.ts'
import type { Owner } from './person/members.ts'
import { type Account, AccountRecord } from './records/accounts.ts'
import { cardToken, encryptedCardNumber } from './records/card-numbers.ts'
import { type Card, CardRecord } from './records/cards.ts'
import { type Customer, CustomerRecord } from './records/customers.ts'
import { LogoNumber, OrganizationNumber, recordId } from './records/record-fields.ts'

const Percent = z.int().min(0).max(100)

/** How people become customers of an organization. Shares are of all people, in per cent. */
const Population = z.strictObject({
  organizationNumber: OrganizationNumber,
  /** Where their running numbers begin, in ranges of a million. */
  firstNumber: z.int().min(1).max(999_999).default(900_001),
  /** The products they have, in turn, and what the card numbers of each begin with. */
  products: z
    .array(z.strictObject({ logo: LogoNumber, cardNumberPrefix: z.string().length(6).refine(isTestCardPrefix) }))
    .min(1),
  secondAccounts: Percent.default(0),
  coOwners: Percent.default(0),
  vips: Percent.default(0),
  creditLimit: z.number().min(0).default(5000),
})
type Population = z.infer<typeof Population>
type Product = Population['products'][number]

/** The first release had shares from 0 to 1, and heeded three digits of them (decision State files). */
const Share = z
  .number()
  .min(0)
  .max(100)
  .transform((share) => (share > 1 ? share : Math.floor(share * 1000) / 10))
  .default(0)

const EarlierPopulation = z.strictObject({ ...Population.shape, secondAccounts: Share, coOwners: Share, vips: Share })

function populate(recipe: Population, { date, draw }: PopulationContext): Populate {
  const blanks = blanksOf(recipe, date('asOf+P3Y:date'))
  const rowsOf = (person: Person) => recordsOf(person, recipe, blanks, draw)
  return (people) => {
    const everyone = people.map(rowsOf)
    return {
      'first-vision.customers': everyone.map(({ customer }) => customer),
      'first-vision.accounts': everyone.flatMap(({ accounts }) => accounts),
      'first-vision.cards': everyone.flatMap(({ cards }) => cards),
    }
  }
}

export const population: Slice['population'] = { recipe: Population, earlierRecipe: EarlierPopulation, populate }

type Blanks = { customer: Customer; account: Account; card: Card }

/** What all people have alike, and what no recipe speaks of: that is as where a scenario says nothing of it. */
function blanksOf({ organizationNumber, products, creditLimit }: Population, cardExpireDate: string): Blanks {
  const [{ logo, cardNumberPrefix }] = products as [Product]
  return deepFreeze({
    customer: CustomerRecord.parse({ organizationNumber, customerNumber: NO_NUMBER, ownerData: {} }),
    account: AccountRecord.parse({ organizationNumber, accountNumber: NO_NUMBER, logo, creditLimit }),
    card: CardRecord.parse({
      ...{ organizationNumber, cardNumber: cardNumberOf(cardNumberPrefix, logo, 0), accountNumber: NO_NUMBER },
      ...{ cardExpireDate, retailAmount: creditLimit },
    }),
  })
}

function recordsOf(person: Person, recipe: Population, blanks: Blanks, draw: PopulationContext['draw']) {
  const { organizationNumber, products, secondAccounts, coOwners, vips } = recipe
  const has = (trait: string, percent: number) =>
    drawInteger(draw(`first-vision.${trait}.${organizationNumber}`, person.number), 1, 1000) <= percent * 10
  const running = recipe.firstNumber + person.number - 1
  const numberOf = (logo: number, kind: number) =>
    `000${pad(organizationNumber, 3)}${pad(logo, 3)}${kind}${pad(running, 9)}`
  const customerNumber = numberOf(1, 1)
  const held = Array.from(
    { length: has('second-account', secondAccounts) ? Math.min(2, products.length) : 1 },
    (_, index) => products[(person.number + index) % products.length] as Product,
  )
  const customer: Customer = {
    ...blanks.customer,
    id: recordId(organizationNumber, customerNumber),
    customerNumber,
    vipStatus: has('vip', vips) ? 1 : 0,
    ownerData: ownerOf(person),
    ...(has('co-owner', coOwners) && { coOwnerData: coOwnerOf(person) }),
  }
  const accounts = held.map(({ logo }): Account => {
    const accountNumber = numberOf(logo, 2)
    return {
      ...blanks.account,
      id: recordId(organizationNumber, accountNumber),
      accountNumber,
      logo,
      customerNumber,
      shortName: `${person.lastName} ${person.firstName}`.slice(0, 20),
      billingCycle: (person.number % 28) + 1,
    }
  })
  const embossedName1 = `${person.firstName} ${person.lastName}`.toUpperCase().slice(0, 26)
  const cards = held.map(({ logo, cardNumberPrefix }): Card => {
    const cardNumber = cardNumberOf(cardNumberPrefix, logo, running)
    return {
      ...blanks.card,
      id: recordId(organizationNumber, cardNumber),
      accountNumber: numberOf(logo, 2),
      cardNumber,
      embossedName1,
      cardToken: cardToken(cardNumber),
      encryptedCardNumber: encryptedCardNumber(cardNumber),
    }
  })
  return { customer, accounts, cards }
}

/** Sixteen digits that contain logo and running number, so that no two people can have the same. */
function cardNumberOf(prefix: string, logo: number, running: number): string {
  const digits = `${prefix}${pad(logo, 3)}${pad(running, 6)}`
  return `000${digits}${luhnDigit(digits)}`
}

const ownerOf = (person: Person): Owner => ({
  nameLine1: `${person.firstName} ${person.lastName}`.slice(0, 40),
  firstName: person.firstName.slice(0, 40),
  lastName: person.lastName.slice(0, 40),
  genderCode: person.sex === 'male' ? 1 : 2,
  dateOfBirth: person.birthDate,
  houseNumber: person.buildingNumber.slice(0, 20),
  houseAddress1: `${person.street} ${person.buildingNumber}`.slice(0, 40),
  city: person.town.slice(0, 30),
  postalCode: person.postCode.slice(0, 10),
  countryCode: alpha3Of(person.country),
  homePhoneNumber: person.phone,
  homePhoneFlag: 1,
  email: person.email,
  emailFlag: 1,
  employerName: person.employer.slice(0, 40),
  income: person.number % 10,
  cuit: `2${pad(person.number, 10)}`,
  occupationCode: pad(person.number, 6),
  ivaPosition: '1',
  statement2Indicator: '1',
})

/** A person of the same last name at the same address. */
const coOwnerOf = (person: Person): Owner => ({
  nameLine1: `C. ${person.lastName}`.slice(0, 40),
  lastName: person.lastName.slice(0, 40),
  houseAddress1: `${person.street} ${person.buildingNumber}`.slice(0, 40),
  city: person.town.slice(0, 30),
  postalCode: person.postCode.slice(0, 10),
  countryCode: alpha3Of(person.country),
})

const pad = (number: number, length: number) => String(number).padStart(length, '0')
