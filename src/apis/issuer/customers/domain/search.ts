import { refuseIf } from '../../../../kernel/checks.ts'
import type { SearchDefinition } from '../../../../kernel/search/definition.ts'
import { type Sought, searchPage } from '../../../../kernel/search/search-page.ts'
import type { Workspace } from '../../../../kernel/workspaces/workspace.ts'
import { currentVersions } from '../../addresses/domain/customer-addresses.ts'
import type { Version } from '../../addresses/records.ts'
import type { Issuer, PhoneticAlgorithm } from '../../issuers/records.ts'
import { birthDay, now } from '../../platform/dates.ts'
import { phoneticAlgorithmUnknown } from '../problems/reading.ts'
import { type Customer, customers } from '../records.ts'
import { type CustomerQuery, PAGE_SIZE } from '../wire/query.ts'
import { soundsOf } from './phonetics.ts'
import { BY_ADDRESS, BY_ATTRIBUTE, BY_SOUND, folded } from './search-keys.ts'

/** What is looked for, and whether a customer has it now. */
type Criterion = { sought: Sought[]; holds: (customer: Customer) => boolean }

/** A page of the customers of an issuer that meet all criteria, in the order of creation, and whether there are more. */
export function searchCustomers(
  workspace: Workspace,
  issuer: Issuer,
  query: CustomerQuery,
): { rows: Customer[]; more: boolean } {
  const { page = 0, offset: size = PAGE_SIZE } = query
  const criteria = [
    ...byName(query, algorithmsOf(workspace, issuer, query)),
    ...byAttribute(query),
    ...byAddress(workspace, query),
  ]
  const sought = [ofIssuer(issuer), ...criteria.flatMap((criterion) => criterion.sought)]
  const holds = (customer: Customer) => criteria.every((criterion) => criterion.holds(customer))
  const [from, until] = [page * size, (page + 1) * size]
  return searchPage(workspace, customers, sought, { from, until, ...(criteria.length && { holds }) })
}

/** A text to be found among the keys of a search: whole, or anywhere in them. */
function textual(by: SearchDefinition, told: string, isPart: boolean): { sought: Sought; meets: Meets } {
  const text = folded(told)
  return isPart
    ? { sought: { by, told, wanted: { part: text } }, meets: (value) => folded(value).includes(text) }
    : { sought: { by, told, wanted: { keys: [text] } }, meets: (value) => folded(value) === text }
}

type Meets = (value: string) => boolean

/** A customer is one issuer's for good. */
const ofIssuer = ({ id }: Issuer): Sought => ({ by: BY_ATTRIBUTE.issuerId, told: id, wanted: { keys: [id] } })

/** Names may be compared by their sound; only they can (contract 7.9). */
const byName = (query: CustomerQuery, algorithms: PhoneticAlgorithm[]): Criterion[] =>
  (['lastName', 'firstName'] as const).flatMap((name) => {
    const told = query[name]
    if (told === undefined) return []
    if (!query.phoneticSearch) return [byText(name, told, query.partialSearch)]
    const keys = soundsOf(told, algorithms)
    const sought = [{ by: BY_SOUND[name], told, wanted: { keys } }]
    return [{ sought, holds: (customer) => soundsOf(customer[name], algorithms).some((key) => keys.includes(key)) }]
  })

type TextName = 'lastName' | 'firstName' | 'courtesyTitle' | 'secondFirstName' | 'partnerExternalReference'

function byText(name: TextName, told: string, isPart = false): Criterion {
  const { sought, meets } = textual(BY_ATTRIBUTE[name], told, isPart)
  return { sought: [sought], holds: ({ [name]: value }) => value !== undefined && meets(value) }
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
function byAttribute({ birthDate, employee, ...query }: CustomerQuery): Criterion[] {
  const criteria = (['courtesyTitle', 'secondFirstName', 'partnerExternalReference'] as const).flatMap((name) => {
    const told = query[name]
    return told === undefined ? [] : [byText(name, told)]
  })
  if (employee !== undefined) {
    const told = String(employee)
    const sought = [{ by: BY_ATTRIBUTE.employee, told, wanted: { keys: [told] } }]
    criteria.push({ sought, holds: (customer) => customer.employee === employee })
  }
  if (birthDate !== undefined) {
    const told = birthDay(birthDate)
    const sought = [{ by: BY_ATTRIBUTE.birthDate, told, wanted: { keys: [told] } }]
    criteria.push({
      sought,
      holds: (customer) => customer.birthDate !== undefined && birthDay(customer.birthDate) === told,
    })
  }
  return criteria
}

/** Of the addresses as they are now, one has to meet all that is asked of its kind. */
function byAddress(workspace: Workspace, query: CustomerQuery): Criterion[] {
  const present = now(workspace)
  return (Object.keys(BY_ADDRESS) as (keyof typeof BY_ADDRESS)[]).flatMap((block) => {
    const asked = Object.entries(BY_ADDRESS[block]).flatMap(([member, by]) => {
      const told = query[`${block}.${member}` as keyof CustomerQuery]
      return typeof told === 'string' ? [{ member, ...textual(by, told, query.partialSearch ?? false) }] : []
    })
    if (!asked.length) return []
    const meetsAll = (version: Version): boolean => {
      const data: Record<string, string | undefined> = version[block] ?? {}
      return asked.every(({ member, meets }) => data[member] !== undefined && meets(data[member]))
    }
    const sought = asked.map((one) => one.sought)
    return [{ sought, holds: (customer) => currentVersions(workspace, customer, present).some(meetsAll) }]
  })
}
