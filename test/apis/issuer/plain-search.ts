import { colognePhonetic } from 'cologne-phonetic'
import { doubleMetaphone } from 'double-metaphone'
import { currentAddresses } from '../../../src/apis/issuer/addresses/domain/customer-addresses.ts'
import { type Customer, customers } from '../../../src/apis/issuer/customers/records.ts'
import type { Workspace } from '../../../src/kernel/workspaces/workspace.ts'

export type Criteria = Partial<Record<string, string>>

const folded = (text: string): string => text.normalize('NFC').toUpperCase()
const plain = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toUpperCase()

const CODES: Record<string, (name: string) => string[]> = {
  COLOGNE_PHONETIC: (name) => [colognePhonetic(name)],
  DOUBLE_METAPHONE: (name) => doubleMetaphone(name),
}

function soundsAlike(one: string, other: string, algorithms: string[]): boolean {
  const [a, b] = [plain(one), plain(other)]
  if (a === b) return true
  return algorithms.some((name) => CODES[name]?.(a).some((code) => code !== '' && CODES[name]?.(b).includes(code)))
}

const ADDRESS = /^(postalAddress|emailAddress|phone)\.(\w+)$/

/** The references of all customers of issuer 1234 that meet all criteria, by looking at every one. */
export function plainSearch(workspace: Workspace, { page: _page, offset: _offset, ...criteria }: Criteria): string[] {
  const { phoneticSearch, partialSearch, phoneticAlgorithm, ...wanted } = criteria
  const algorithms = phoneticAlgorithm?.split(',') ?? Object.keys(CODES)
  const matches = (value: unknown, text: string, isPart: boolean): boolean =>
    typeof value === 'string' && (isPart ? folded(value).includes(folded(text)) : folded(value) === folded(text))
  const has = (customer: Customer, name: string, text: string): boolean => {
    const value = (customer as Record<string, unknown>)[name]
    if (name === 'employee') return String(value) === text
    if (name === 'birthDate') return typeof value === 'string' && value.slice(0, 10) === text
    if (name !== 'lastName' && name !== 'firstName') return matches(value, text, false)
    if (phoneticSearch) return soundsAlike(String(value), text, algorithms)
    return matches(value, text, partialSearch === 'true')
  }
  const inAddresses = Object.entries(wanted).filter(([name]) => ADDRESS.test(name))
  const blocks = [...new Set(inAddresses.map(([name]) => name.split('.')[0] ?? ''))]
  return [...customers(workspace).all()]
    .filter((customer) => {
      if (customer.issuerId !== '1234') return false
      for (const [name, text = ''] of Object.entries(wanted))
        if (!ADDRESS.test(name) && !has(customer, name, text)) return false
      const current = currentAddresses(workspace, customer).map(({ version }) => version)
      for (const block of blocks) {
        const asked = inAddresses.filter(([name]) => name.startsWith(`${block}.`))
        const data = current.map((version) => (version as Record<string, unknown>)[block] as Criteria | undefined)
        const meetsAll = (members: Criteria | undefined) =>
          asked.every(([name, text = '']) =>
            matches(members?.[name.split('.')[1] ?? ''], text, partialSearch === 'true'),
          )
        if (!data.some(meetsAll)) return false
      }
      return true
    })
    .map(({ id }) => id)
}
