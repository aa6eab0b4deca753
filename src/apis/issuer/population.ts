import * as z from 'zod'
import { drawInteger } from '../../kernel/random.ts'
import type { Person } from '../../kernel/scenario/people.ts'
import type { Populate, PopulationContext } from '../../kernel/scenario/slice.ts'
import { deepFreeze } from '../../kernel/tables/freeze.ts'
import {
  type Address,
  AddressRecord,
  type PostalAddress,
  type Usage,
  usageKey,
  type Version,
  VersionRecord,
} from './addresses/records.ts'
import { type Customer, CustomerRecord } from './customers/records.ts'
import { MAIN_LABEL } from './issuers/records.ts'
import { wireInstant } from './platform/dates.ts'

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

type Rows = { customers: Customer[]; addresses: Address[]; versions: Version[]; usages: Usage[] }

/** Customers and their addresses, all in use since long before the scenario's date. */
export function populate(recipe: IssuerRecipe, { date, draw }: PopulationContext): Populate {
  const blanks = blanksOf(recipe, date('asOf-P400D'))
  return (people) => {
    const rows: Rows = { customers: [], addresses: [], versions: [], usages: [] }
    for (const person of people) addRecords(rows, person, recipe, blanks, draw)
    return Object.fromEntries(Object.entries(rows).map(([name, of]) => [`issuer.${name}`, of]))
  }
}

type Blanks = { customer: Customer; address: Address; version: Version }

/** What all people have alike, and what no recipe speaks of: that is as where a scenario says nothing of it. */
function blanksOf({ issuerId }: IssuerRecipe, startDate: string): Blanks {
  const [customerReference, addressReference] = ['', '']
  const person = { firstName: '', lastName: '', sex: '', birthDate: startDate }
  const address = { addressReference, addressLabel: '', addressType: 'POSTAL_MAIL' }
  const version = { addressReference, addressVersionReference: '', startDate }
  return deepFreeze({
    customer: { id: '', ...CustomerRecord.parse({ issuerId, customerReference, ...person }) },
    address: { id: '', ...AddressRecord.parse({ issuerId, customerReference, ...address }) },
    version: { id: '', ...VersionRecord.parse(version) },
  })
}

type Data = Pick<Version, 'postalAddress' | 'phone' | 'emailAddress'>

function addRecords(
  rows: Rows,
  person: Person,
  recipe: IssuerRecipe,
  blanks: Blanks,
  draw: PopulationContext['draw'],
): void {
  const customerReference = `CUS${recipe.customersAfter + person.number}`
  const { firstName, lastName, sex, phone, email } = person
  const birthDate = wireInstant(Date.parse(person.birthDate))
  const customer = { ...blanks.customer, id: customerReference, customerReference, firstName, lastName, sex, birthDate }
  rows.customers.push(customer)
  const add = (place: number, addressLabel: string, addressType: Address['addressType'], data: Data): string => {
    const number = String(recipe.addressesAfter + 10 * person.number + place).padStart(16, '0')
    const id = `ADDREF_${addressLabel}_${number}`
    const version = `ADDVER_${number}`
    rows.addresses.push({ ...blanks.address, id, customerReference, addressReference: id, addressLabel, addressType })
    rows.versions.push({
      ...blanks.version,
      id: version,
      addressReference: id,
      addressVersionReference: version,
      ...data,
    })
    return id
  }
  const has = (trait: 'secondPostalAddress' | 'mobilePhone' | 'email' | 'cardDelivery') =>
    drawInteger(draw(`issuer.${trait}`, person.number), 1, 100) <= recipe[trait]
  add(1, MAIN_LABEL, 'POSTAL_MAIL', { postalAddress: postalAddressOf(person) })
  if (has('secondPostalAddress')) {
    const addressReference = add(2, 'SECOND_POSTAL_ADDRESS', 'POSTAL_MAIL', { postalAddress: workAddressOf(person) })
    const usage = { addressUsageName: 'CARD_DELIVERY', serviceCode: 'CARD_SERVICE' }
    if (has('cardDelivery'))
      rows.usages.push({ id: usageKey(customerReference, usage), customerReference, addressReference, ...usage })
  }
  if (has('mobilePhone')) add(3, 'PRIVATE_MOBILE_PHONE', 'PHONE', { phone: { localPhoneNumber: phone } })
  if (has('email')) add(4, 'PERSONAL_EMAIL', 'E_MAIL', { emailAddress: { email } })
}

const postalAddressOf = (person: Person): PostalAddress => ({
  line1: `${person.firstName} ${person.lastName}`,
  line4: person.town,
  line5: person.country,
  ...streetOf(person, person.buildingNumber),
})

/** In care of the employer, who sits in the same town. */
const workAddressOf = (person: Person): PostalAddress => ({
  line1: `${person.firstName} ${person.lastName}`,
  line2: person.employer,
  line4: person.town,
  line5: person.country,
  ...streetOf(person, '1'),
})

const streetOf = (person: Person, buildingNumber: string) => ({
  buildingNumber,
  streetName: person.street,
  postCode: person.postCode,
  townName: person.town,
  country: person.country,
})
