import { addresses, usages, versions } from '../../../src/apis/issuer/addresses/records.ts'
import { law, shared } from './law.ts'

const MAIN = 'MAIN_POSTAL_ADDRESS'

export const mainAddress = law('who has addresses has one main address, which is active', (world) => {
  const all = [...addresses(world).all()]
  const main = all.filter(({ addressLabel, status }) => addressLabel === MAIN && status === 'ACTIVE')
  const having = new Map(main.map((row) => [row.customerReference, row]))
  if (having.size !== main.length) return 'a customer has two'
  const lacking = all.find(({ customerReference }) => !having.has(customerReference))
  return lacking && `${lacking.customerReference} has ${lacking.id}, and no main address`
})

export const labels = law('a label means one active address, and an external reference one address', (world) => {
  const all = [...addresses(world).all()]
  const active = all.filter(({ status }) => status === 'ACTIVE')
  const [label] = shared(active, (row) => `${row.customerReference} ${row.addressLabel}`)
  const [reference] = shared(all, ({ issuerId, issuerAddressExternalReference: external }) =>
    external === undefined ? undefined : `${issuerId} ${external}`,
  )
  const [of, rows] = label ?? reference ?? []
  return rows && `${of} is that of ${rows.map(({ id }) => id).join(', ')}`
})

export const linked = law('a usage is that of an active address of its customer', (world) => {
  for (const usage of usages(world).all()) {
    const address = addresses(world).get(usage.addressReference)
    if (address?.status !== 'ACTIVE' || address.customerReference !== usage.customerReference)
      return `${usage.id} is linked to ${usage.addressReference}, which is ${address?.status ?? 'not on file'}`
  }
  return undefined
})

export const temporary = law('temporary versions of an address do not overlap', (world) => {
  for (const [address, rows] of shared(versions(world).all(), (row) =>
    row.temporary ? row.addressReference : undefined,
  )) {
    const order = rows
      .filter(({ startDate, endDate = '' }) => startDate < endDate)
      .toSorted((a, b) => (a.startDate < b.startDate ? -1 : 1))
    const late = order.find(({ startDate }, index) => startDate < (order[index - 1]?.endDate ?? ''))
    if (late) return `${late.id} of ${address} begins before the one before it ends`
  }
  return undefined
})
