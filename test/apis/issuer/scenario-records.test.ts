import { expect, test } from 'vitest'
import { versionAt } from '../../../src/apis/issuer/addresses/domain/versions.ts'
import { addresses, usages, versions } from '../../../src/apis/issuer/addresses/records.ts'
import { contacts } from '../../../src/apis/issuer/contacts/records.ts'
import { customers } from '../../../src/apis/issuer/customers/records.ts'
import { issuers, MAIN_LABEL } from '../../../src/apis/issuer/issuers/records.ts'
import {
  accounts,
  cardContracts,
  contracts,
  products,
} from '../../../src/apis/issuer/subscriptions/records/contract.ts'
import { subscriptions } from '../../../src/apis/issuer/subscriptions/records/subscription.ts'
import { Workspace } from '../../../src/kernel/workspaces/workspace.ts'
import { library, startOf } from '../../harness.ts'

test.each(library.names)('the issuer’s records of %s hang together', async (name) => {
  const workspace = new Workspace('w', await startOf(name))
  const wrong: string[] = []
  const must = (holds: unknown, row: { id: string }, what: string) => holds || wrong.push(`${row.id}: ${what}`)
  for (const customer of customers(workspace).all()) {
    const issuer = issuers(workspace).get(customer.issuerId)
    must(issuer, customer, 'its issuer')
    const { riskCategories, commercialStatuses } = issuer ?? {}
    must(riskCategories?.allowed.includes(customer.onlineRiskCategory), customer, 'its online risk category')
    must(riskCategories?.allowed.includes(customer.offlineRiskCategory), customer, 'its offline risk category')
    must(commercialStatuses?.allowed.includes(customer.commercialStatus), customer, 'its commercial status')
    const labels = addresses(workspace).by('customer', customer.id)
    must(
      labels.some((row) => row.addressLabel === MAIN_LABEL && row.status === 'ACTIVE'),
      customer,
      'a main address',
    )
    const active = labels.filter(({ status }) => status === 'ACTIVE').map(({ addressLabel }) => addressLabel)
    must(new Set(active).size === active.length, customer, 'one active address a label')
  }
  for (const address of addresses(workspace).all()) {
    const { issuerId, customerReference, addressLabel, addressType } = address
    must(customers(workspace).get(customerReference)?.issuerId === issuerId, address, 'its customer')
    must(issuers(workspace).get(issuerId)?.labels[addressLabel] === addressType, address, 'the type of its label')
    const timeline = versions(workspace).by('address', address.id)
    must(timeline.length, address, 'a version')
    if (addressLabel === MAIN_LABEL) must(versionAt(timeline, '9999'), address, 'a permanent version')
  }
  for (const version of versions(workspace).all()) {
    const address = addresses(workspace).get(version.addressReference)
    must(address, version, 'its address')
    const data = { POSTAL_MAIL: version.postalAddress, PHONE: version.phone, E_MAIL: version.emailAddress }
    must(address && data[address.addressType], version, 'the data of its kind')
    must(Object.values(data).filter(Boolean).length === 1, version, 'no data of another kind')
  }
  for (const usage of usages(workspace).all()) {
    const address = addresses(workspace).get(usage.addressReference)
    must(address?.customerReference === usage.customerReference, usage, 'an address of its customer')
    must(
      issuers(workspace)
        .get(address?.issuerId ?? '')
        ?.usageNames.includes(usage.addressUsageName),
      usage,
      'its name',
    )
  }
  for (const contact of contacts(workspace).all())
    must(customers(workspace).get(contact.customerReference)?.issuerId === contact.issuerId, contact, 'its customer')
  for (const contract of contracts(workspace).all()) {
    must(customers(workspace).get(contract.customerReference), contract, 'its customer')
    must(products(workspace).get(contract.productReference), contract, 'its product')
  }
  for (const row of [...cardContracts(workspace).all(), ...accounts(workspace).all()])
    must(contracts(workspace).get(row.contractReference), row, 'its contract')
  for (const row of subscriptions(workspace).all()) {
    const { contractReference: contract, accountReference, cardContractReference } = row
    const account = accounts(workspace).get(accountReference ?? '')
    const card = cardContracts(workspace).get(cardContractReference ?? '')
    must(
      [account, card].map((entity) => entity?.contractReference).includes(contract),
      row,
      'an entity of its contract',
    )
    const product = products(workspace).get(contracts(workspace).get(contract)?.productReference ?? '')
    const addOn = product?.addOns.find(({ addonReference }) => addonReference === row.addonReference)
    const types = addOn?.serviceTypes.map(({ serviceTypeReference }) => serviceTypeReference)
    must(types?.includes(row.serviceTypeReference), row, 'a service type of its product')
  }
  expect(wrong).toEqual([])
})

test('a person of a recipe is the same whoever else is made', async () => {
  const { scenario, recipes } = await library.definition('quickstart')
  const names = async (people: number) => {
    const definition = { scenario: { ...scenario, population: [{ recipe: 'issuer-berlin', people }] }, recipes }
    const base = await library.materialise(definition)
    const rows = [...(base.tables.get('issuer.customers')?.rows.values() ?? [])]
    return rows.filter(({ id }) => id.startsWith('CUS100006')).map((row) => JSON.stringify(row))
  }
  const [few, many] = [await names(2), await names(5)]
  expect(few).toHaveLength(2)
  expect(many.slice(0, 2)).toEqual(few)
})
