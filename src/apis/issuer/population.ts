import * as z from 'zod'
import { drawInteger } from '../../kernel/random.ts'
import type { Person } from '../../kernel/scenario/people.ts'
import type { PopulationContext } from '../../kernel/scenario/slice.ts'
import { MAIN_LABEL } from './issuers/records.ts'

const Percent = z.int().min(0).max(100)

/** What a recipe says of the issuer's customers: their references, and how many in a hundred have what. */
export const IssuerRecipe = z.strictObject({
  issuerId: z.string(),
  /** The first person's customer reference is `CUS` and the number after this one. */
  customersAfter: z.int().min(0),
  /** Each person takes ten numbers after this one, for addresses and versions alike. */
  addressesAfter: z.int().min(0),
  secondPostalAddress: Percent.default(0),
  mobilePhone: Percent.default(0),
  email: Percent.default(0),
  /** Card delivery to the second postal address, where there is one. */
  cardDelivery: Percent.default(0),
})
export type IssuerRecipe = z.output<typeof IssuerRecipe>

type Rows = Record<string, unknown>[]

/** Customers and their addresses, all in use since long before the scenario's date. */
export function populate(recipe: IssuerRecipe, { people, draw }: PopulationContext): Record<string, Rows> {
  const rows = { customers: [] as Rows, addresses: [] as Rows, versions: [] as Rows, usages: [] as Rows }
  for (const person of people) {
    const { issuerId } = recipe
    const customerReference = `CUS${recipe.customersAfter + person.number}`
    const { firstName, lastName, sex, birthDate } = person
    rows.customers.push({ issuerId, customerReference, firstName, lastName, sex, birthDate })
    const add = (place: number, addressLabel: string, data: object): string => {
      const number = String(recipe.addressesAfter + 10 * person.number + place).padStart(16, '0')
      const addressReference = `ADDREF_${addressLabel}_${number}`
      const addressType = 'postalAddress' in data ? 'POSTAL_MAIL' : 'phone' in data ? 'PHONE' : 'E_MAIL'
      rows.addresses.push({ issuerId, customerReference, addressReference, addressLabel, addressType })
      const addressVersionReference = `ADDVER_${number}`
      rows.versions.push({ addressReference, addressVersionReference, startDate: 'asOf-P400D', ...data })
      return addressReference
    }
    const has = (trait: 'secondPostalAddress' | 'mobilePhone' | 'email' | 'cardDelivery') =>
      drawInteger(draw(`issuer.${trait}`, person.number), 1, 100) <= recipe[trait]
    add(1, MAIN_LABEL, { postalAddress: postalAddressOf(person) })
    if (has('secondPostalAddress')) {
      const addressReference = add(2, 'SECOND_POSTAL_ADDRESS', { postalAddress: workAddressOf(person) })
      const usage = { addressUsageName: 'CARD_DELIVERY', serviceCode: 'CARD_SERVICE' }
      if (has('cardDelivery')) rows.usages.push({ customerReference, addressReference, ...usage })
    }
    if (has('mobilePhone')) add(3, 'PRIVATE_MOBILE_PHONE', { phone: { localPhoneNumber: person.phone } })
    if (has('email')) add(4, 'PERSONAL_EMAIL', { emailAddress: { email: person.email } })
  }
  return Object.fromEntries(Object.entries(rows).map(([name, of]) => [`issuer.${name}`, of]))
}

const postalAddressOf = (person: Person) => ({
  line1: `${person.firstName} ${person.lastName}`,
  line4: person.town,
  line5: person.country,
  buildingNumber: person.buildingNumber,
  streetName: person.street,
  postCode: person.postCode,
  townName: person.town,
  country: person.country,
})

/** In care of the employer, who sits in the same town. */
const workAddressOf = (person: Person) => ({ ...postalAddressOf(person), line2: person.employer, buildingNumber: '1' })
