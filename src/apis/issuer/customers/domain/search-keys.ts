import type { SearchDefinition } from '../../../../kernel/search/definition.ts'
import { addresses, type Version, versions } from '../../addresses/records.ts'
import { birthDay } from '../../platform/dates.ts'
import { type Customer, customers } from '../records.ts'
import { soundsOf } from './phonetics.ts'

/** Case never matters: platforms keep names in capitals, also those that have none of their own, as ß and ı. */
export const folded = (text: string): string => text.normalize('NFC').toUpperCase()

const own = (name: string, keyOf: (customer: Customer) => string | undefined): SearchDefinition<Customer> =>
  ownKeys(name, (customer) => [keyOf(customer) ?? []].flat())

const ownKeys = (name: string, keys: (customer: Customer) => string[]): SearchDefinition<Customer> => ({
  name,
  ...{ of: customers.definition.name, from: customers.definition.name },
  keys,
})

/** Folded, so that a part of one is a part of its key. */
const text = (name: 'lastName' | 'firstName' | 'courtesyTitle' | 'secondFirstName' | 'partnerExternalReference') =>
  own(name, ({ [name]: value }) => (value === undefined ? undefined : folded(value)))

export const BY_ATTRIBUTE = {
  lastName: text('lastName'),
  firstName: text('firstName'),
  courtesyTitle: text('courtesyTitle'),
  secondFirstName: text('secondFirstName'),
  partnerExternalReference: text('partnerExternalReference'),
  issuerId: own('issuer', ({ issuerId }) => issuerId),
  birthDate: own('birthDate', ({ birthDate }) => (birthDate === undefined ? undefined : birthDay(birthDate))),
  employee: own('employee', ({ employee }) => (employee === undefined ? undefined : String(employee))),
}

export const BY_SOUND = {
  lastName: ownKeys('lastName by sound', ({ lastName }) => soundsOf(lastName)),
  firstName: ownKeys('firstName by sound', ({ firstName }) => soundsOf(firstName)),
}

/** Of any version of the customer's addresses, whichever is in force: that changes with the clock alone. */
function versioned(block: 'postalAddress' | 'emailAddress' | 'phone', member: string): SearchDefinition<Version> {
  return {
    name: `${block}.${member}`,
    of: customers.definition.name,
    from: versions.definition.name,
    keys: ({ [block]: data }) => {
      const value = (data as Record<string, string | undefined> | undefined)?.[member]
      return value === undefined ? [] : [folded(value)]
    },
    lookedAtBy: [
      { table: addresses, index: 'customer' },
      { table: versions, index: 'address' },
    ],
    owner: ({ addressReference }, look) => look(addresses, addressReference)?.customerReference,
  }
}

export const BY_ADDRESS = {
  postalAddress: {
    postCode: versioned('postalAddress', 'postCode'),
    townName: versioned('postalAddress', 'townName'),
    streetName: versioned('postalAddress', 'streetName'),
    buildingNumber: versioned('postalAddress', 'buildingNumber'),
  },
  emailAddress: { email: versioned('emailAddress', 'email') },
  phone: { localPhoneNumber: versioned('phone', 'localPhoneNumber') },
}
