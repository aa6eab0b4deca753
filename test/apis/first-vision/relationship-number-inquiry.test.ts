import { expect, test } from 'vitest'
import { accounts } from '../../../src/apis/first-vision/records/accounts.ts'
import { organizations } from '../../../src/apis/first-vision/records/organizations.ts'
import { RelationshipRecord, relationships } from '../../../src/apis/first-vision/records/relationships.ts'
import { deviations } from './contract.ts'
import { inquiries } from './inquiries.ts'
import { hostCodes, RELATE, relationship } from './requests.ts'
import { world } from './world.ts'

const ANDES = '0009980011000000004'
const RELATIONSHIP = '0009980010000000001'

test('the accounts under a customer’s relationship are added up', async () => {
  const { body } = await inquiries(world().call).relationships(ANDES)
  expect(body.data).toEqual({
    ...{ currencyNumberOfDecimal: 2, organizationNumber: 998, relationshipCustomerNumber: ANDES },
    ...{
      creditLimit: 60000,
      totalCreditLimit: 26000,
      accountsInPesosOrganization: 3,
      sumOfOpenToBuyForAccounts: 26000,
    },
    ...{ sumOfCurrentBalancesForPesosAccounts: 0, sumDebitsForPesosAccounts: 0, sumCreditsForPesosAccounts: 0 },
    ...{ totalAmountForPesosAccounts: 0, cashAmountForPesosAccounts: 0, sumCashAuthorizationsForPesosAccounts: 0 },
    ...{ totalAmountOfCashPlansForPesosAccounts: 0, sumOfCurrentBalancesForDollarsAccounts: 0 },
    ...{ totalAmountOfDisputedItemsForDollarAccounts: 0, cashAmountForDollarsAccounts: 0 },
    ...{ totalAmountOfCashPlansForDollarAccounts: 0, exchangeRate: 0 },
  })
  expect(deviations('Relationship Number Inquiry', body.data)).toEqual([])
})

test('accounts of the partner are told apart, and further relationships added', async () => {
  const { call, workspace } = world()
  const opened = await workspace()
  opened.transaction(() => {
    const [home] = accounts(opened).by('number', '0009985012000000004')
    const abroad = accounts(opened)
      .by('number', '0009985012000000007')
      .find(({ organizationNumber }) => organizationNumber === 997)
    const organization = organizations(opened).get('998')
    if (!home || !abroad || !organization) throw new Error('no such records')
    const spent = { balance: 100.1, memoDebitAmount: 10, memoCreditAmount: 5, disputedAmount: 7, cashBalance: 20 }
    accounts(opened).patch(home, { ...spent, cashAuthorizations: 3, disputedCashAmount: 2 })
    const owed = { balance: 50, disputedAmount: 4, cashBalance: 8, disputedCashAmount: 1 }
    accounts(opened).patch(abroad, { ...owed, relationshipNumber: RELATIONSHIP })
    organizations(opened).patch(organization, { exchangeRate: 980.5 })
    const written = { organizationNumber: 998, relationshipNumber: '0009980010000000077', customerNumber: ANDES }
    relationships(opened).put(RelationshipRecord.parse({ ...written, creditLimit: 500 }))
  })
  const { data } = (await inquiries(call).relationships(ANDES)).body
  expect(data).toMatchObject({
    ...{
      creditLimit: 60500,
      totalCreditLimit: 26000,
      accountsInPesosOrganization: 3,
      sumOfOpenToBuyForAccounts: 25894.9,
    },
    ...{ sumOfCurrentBalancesForPesosAccounts: 100.1, sumDebitsForPesosAccounts: 10, sumCreditsForPesosAccounts: 5 },
    ...{ totalAmountForPesosAccounts: 7, cashAmountForPesosAccounts: 20, sumCashAuthorizationsForPesosAccounts: 3 },
    ...{ totalAmountOfCashPlansForPesosAccounts: 2, sumOfCurrentBalancesForDollarsAccounts: 50 },
    ...{ totalAmountOfDisputedItemsForDollarAccounts: 4, cashAmountForDollarsAccounts: 8 },
    ...{ totalAmountOfCashPlansForDollarAccounts: 1, exchangeRate: 980.5 },
  })
  expect(deviations('Relationship Number Inquiry', data)).toEqual([])
})

test('edits are told together, then the organization, then the customer', async () => {
  const ask = inquiries(world().call).relationships
  expect(hostCodes(await ask('ANDES', { organizationNumber: 'AB' }))).toEqual(['RC06E', 'RC07E'])
  for (const none of ['  ', '0'.repeat(19)])
    expect((await ask(none, { organizationNumber: 123 })).body.errors).toEqual([
      { code: 'VPL5SRC07E', description: 'CUST NBR IS NOT NUMERIC OR NOT SPACES' },
    ])
  for (const organizationNumber of [999, 123, 0, '000', '', undefined])
    expect(hostCodes(await ask('0000000000000099999', { organizationNumber }))).toEqual(['RC13S'])
  for (const customer of ['0000000000000099999', '0009980011000000001', '0009980011000000005']) {
    const { errors } = (await ask(customer)).body
    expect(errors).toEqual([{ code: 'VPL5SRC07E', description: 'CUST NBR IS INVALID' }])
  }
})

test('a relationship whose customer the organization does not have on file is nobody’s there', async () => {
  const { call, workspace } = world()
  const ask = inquiries(call).relationships
  const ELENA = '0009980011000000010'
  expect((await call('POST', RELATE, relationship({ customerNumber: ELENA }))).status).toBe(200)
  expect((await ask(ELENA)).body.data).toMatchObject({ organizationNumber: 998, relationshipCustomerNumber: ELENA })
  expect((await ask(ELENA, { organizationNumber: 997 })).body.errors).toEqual([
    { code: 'VPL5SRC07E', description: 'CUST NBR IS INVALID' },
  ])
  const opened = await workspace()
  const abroad = organizations(opened).get('997')
  opened.transaction(() => abroad && organizations(opened).patch(abroad, { customerOrganizationNumber: 901 }))
  expect(hostCodes(await ask(ELENA, { organizationNumber: 997 }))).toEqual(['RC13S'])
})
