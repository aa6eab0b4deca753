import { refuseIf } from '../../../../kernel/checks.ts'
import type { Workspace } from '../../../../kernel/workspace.ts'
import { currentAddresses } from '../../addresses/domain/customer-addresses.ts'
import type { Version } from '../../addresses/records.ts'
import type { Issuer, PhoneticAlgorithm } from '../../issuers/records.ts'
import { birthDay } from '../../platform/dates.ts'
import { phoneticAlgorithmUnknown } from '../problems/reading.ts'
import { type Customer, customers } from '../records.ts'
import type { CustomerQuery } from '../wire/query.ts'
import { soundsLike } from './phonetics.ts'

type Holds = (customer: Customer) => boolean
type Matches = (value: string | undefined) => boolean

/** The customers of an issuer that meet all criteria, in the order of creation. */
export function searchCustomers(workspace: Workspace, issuer: Issuer, query: CustomerQuery): Customer[] {
  const criteria = [...byName(workspace, issuer, query), ...byAttribute(query), ...byAddress(workspace, query)]
  return customers(workspace)
    .by('issuer', issuer.id)
    .filter((customer) => criteria.every((holds) => holds(customer)))
}

/** Case never matters: platforms keep names in capitals, also those that have none of their own, as ß and ı. */
const folded = (text: string): string => text.normalize('NFC').toUpperCase()

function equals(wanted: string): Matches {
  const text = folded(wanted)
  return (value) => value !== undefined && folded(value) === text
}

function contains(wanted: string): Matches {
  const text = folded(wanted)
  return (value) => value !== undefined && folded(value).includes(text)
}

/** Names may be compared by their sound; only they can (contract 7.9). */
function byName(workspace: Workspace, issuer: Issuer, query: CustomerQuery): Holds[] {
  const algorithms = algorithmsOf(workspace, issuer, query)
  return (['lastName', 'firstName'] as const).flatMap((name) => {
    const wanted = query[name]
    if (wanted === undefined) return []
    if (query.phoneticSearch) {
      const sounds = soundsLike(wanted, algorithms)
      return [(customer: Customer) => sounds(customer[name])]
    }
    const matches = query.partialSearch ? contains(wanted) : equals(wanted)
    return [(customer: Customer) => matches(customer[name])]
  })
}

/** Those that are asked for, or all that the issuer has. */
function algorithmsOf(workspace: Workspace, issuer: Issuer, query: CustomerQuery): PhoneticAlgorithm[] {
  const { phoneticAlgorithm: wanted = [], phoneticSearch } = query
  const { phoneticAlgorithms: configured } = issuer
  const unknown = wanted.find((name) => !(configured as string[]).includes(name))
  refuseIf(
    workspace,
    unknown !== undefined,
    phoneticAlgorithmUnknown,
    () => `no algorithm '${unknown}' at this issuer; it has ${configured.join(', ')}`,
  )
  if (wanted.length && !phoneticSearch) {
    const message = "'phoneticAlgorithm' is ignored: it takes 'phoneticSearch=true'"
    workspace.remark({ kind: 'ignored-parameter', message, path: 'query.phoneticAlgorithm' })
  }
  return wanted.length ? configured.filter((name) => wanted.includes(name)) : configured
}

/** These are exact, whatever `partialSearch` says (contract 7.9). */
function byAttribute({ birthDate, employee, ...query }: CustomerQuery): Holds[] {
  const criteria: Holds[] = []
  for (const name of ['courtesyTitle', 'secondFirstName', 'partnerExternalReference'] as const) {
    const wanted = query[name]
    if (wanted === undefined) continue
    const matches = equals(wanted)
    criteria.push((customer) => matches(customer[name]))
  }
  if (employee !== undefined) criteria.push((customer) => customer.employee === employee)
  if (birthDate !== undefined)
    criteria.push(
      (customer) => customer.birthDate !== undefined && birthDay(customer.birthDate) === birthDay(birthDate),
    )
  return criteria
}

const BLOCKS = {
  postalAddress: ['postCode', 'townName', 'streetName', 'buildingNumber'],
  emailAddress: ['email'],
  phone: ['localPhoneNumber'],
} as const

/** Of the addresses as they are now, one has to meet all that is asked of its kind. */
const byAddress = (workspace: Workspace, query: CustomerQuery): Holds[] =>
  (Object.keys(BLOCKS) as (keyof typeof BLOCKS)[]).flatMap((block) => {
    const criteria = BLOCKS[block].flatMap((member) => {
      const wanted = query[`${block}.${member}` as keyof CustomerQuery]
      if (typeof wanted !== 'string') return []
      return [{ member, matches: query.partialSearch ? contains(wanted) : equals(wanted) }]
    })
    if (!criteria.length) return []
    const meets = (version: Version) => {
      const data: Record<string, string | undefined> | undefined = version[block]
      return data !== undefined && criteria.every(({ member, matches }) => matches(data[member]))
    }
    return [(customer: Customer) => currentAddresses(workspace, customer).some(({ version }) => meets(version))]
  })
