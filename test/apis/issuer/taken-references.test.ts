import { expect, test } from 'vitest'
import { addresses, versions } from '../../../src/apis/issuer/addresses/records.ts'
import { contacts } from '../../../src/apis/issuer/contacts/records.ts'
import { customers as people } from '../../../src/apis/issuer/customers/records.ts'
import { subscriptions } from '../../../src/apis/issuer/subscriptions/records/subscription.ts'
import type { Workspace } from '../../../src/kernel/workspaces/workspace.ts'
import { CUSTOMERS, customers, ida } from './customers.ts'
import { letters, portal, subscribing } from './subscribing.ts'

type Rows = { all(): Iterable<{ id: string }>; put(row: never): unknown }

/** As a scenario may have it whose records are beyond its counters: a record has the reference already. */
function take(workspace: Workspace, table: (workspace: Workspace) => Rows, id: string): void {
  const [row] = table(workspace).all()
  table(workspace).put({ ...row, id } as never)
}

test('references that are on file are not given to a new customer, its addresses and contacts', async () => {
  const { call, workspace, read } = await customers()
  take(workspace, people, 'CUS10000700001')
  take(workspace, addresses, 'ADDREF_MAIN_POSTAL_ADDRESS_1000000000440549')
  take(workspace, versions, 'ADDVER_1000000000440549')
  take(workspace, contacts, 'CON10000700001')
  take(workspace, contacts, 'CON10000700002')
  const { body } = await call('POST', `${CUSTOMERS}?embed=customer.contacts`, ida({ contacts: [{ name: 'Roth' }] }))
  expect(body.data).toMatchObject({
    customerIdentifier: { customerReference: 'CUS10000700002' },
    customer: { contacts: [{ contactIdentifier: { contactReference: 'CON10000700003' } }] },
  })
  expect(await read(`${CUSTOMERS}/CUS10000700002/addresses?showHistory=true`)).toMatchObject([
    {
      addressIdentifier: { addressReference: 'ADDREF_MAIN_POSTAL_ADDRESS_1000000000440550' },
      addressVersionIdentifier: { addressVersionReference: 'ADDVER_1000000000440550' },
    },
  ])
})

test('a reference that is on file is not given to a new subscription', async () => {
  const { workspace, subscribe } = await subscribing()
  await subscribe(letters())
  take(workspace, subscriptions, 'ADDSUB_0000000000000002')
  await subscribe(portal())
  const added = [...subscriptions(workspace).all()].filter(({ id }) => id < 'ADDSUB_0000000000900001')
  expect(added.map(({ id }) => id.slice(-1))).toEqual(['1', '2', '3'])
})
