import { expect, test } from 'vitest'
import { accounts } from '../../../src/apis/first-vision/records/accounts.ts'
import { cards } from '../../../src/apis/first-vision/records/cards.ts'
import { organizations } from '../../../src/apis/first-vision/records/organizations.ts'
import { inquiries } from './inquiries.ts'
import { hostCodes, INQUIRE, inquiry } from './requests.ts'
import { world } from './world.ts'

const ELENA = '0009980011000000010'
const MARIA = '0009980011000000001'
const TOMAS = '0008000011000000001'
const ACCOUNT = '0008005012000000001'

/** A world in which organization 998 keeps the customers of 800, and Elena has the account there. */
async function branch() {
  const { call, workspace } = world()
  const opened = await workspace()
  const organization = organizations(opened).get('800')
  const [account] = accounts(opened).by('number', ACCOUNT)
  if (!organization || !account) throw new Error('no such records')
  opened.transaction(() => {
    organizations(opened).patch(organization, { customerOrganizationNumber: 998 })
    accounts(opened).patch(account, { customerNumber: ELENA })
  })
  const demographics = (number: string, numberType: string) =>
    call('POST', INQUIRE, inquiry(number, { organizationNumber: 800, numberType }))
  return { opened, ask: { ...inquiries(call), demographics } }
}

test('customers that another organization keeps are found there by every inquiry', async () => {
  const { ask } = await branch()
  const at800 = { organizationNumber: 800 }
  expect((await ask.accounts(ELENA, at800)).body.data.acctTable).toMatchObject([{ ...at800, accountNumber: ACCOUNT }])
  expect((await ask.cardsDetails(ELENA, at800)).body.data.outputArea.accountTable).toMatchObject([
    { accountNumber: ACCOUNT },
  ])
  expect((await ask.cards(ELENA, {}, '800')).body.data.cards).toMatchObject([{ accountNumber: ACCOUNT }])
  for (const number of [ELENA, ACCOUNT])
    expect((await ask.address(number, at800)).body.data).toMatchObject({ ...at800, customerNumber: ELENA, logo: 501 })
  expect((await ask.demographics(ELENA, '1')).body.data).toMatchObject({ ...at800, customerNumber: ELENA })
  expect((await ask.demographics(ACCOUNT, '0')).body.data).toMatchObject({ ...at800, customerNumber: ELENA })
})

test('who is kept by the organization itself is nobody then', async () => {
  const { ask } = await branch()
  const answers = [
    await ask.accounts(TOMAS, { organizationNumber: 800 }),
    await ask.cardsDetails(TOMAS, { organizationNumber: 800 }),
    await ask.cards(TOMAS, {}, '800'),
    await ask.address(TOMAS, { organizationNumber: 800 }),
    await ask.demographics(TOMAS, '1'),
  ]
  expect(answers.flatMap(hostCodes)).toEqual(['CA07E', 'CE07E', 'BQ24S', 'AD10S', 'ND09S'])
})

test('the address inquiry shows an account of the organization that is asked, or none', async () => {
  const { ask } = await branch()
  expect((await ask.address(ELENA)).body.data).toMatchObject({ logo: 0, accountNumber: '0'.repeat(19) })
  expect((await ask.address(MARIA, { organizationNumber: 800 })).body.data).toMatchObject({
    logo: 0,
    customerNumber: MARIA,
  })
})

test('the card of an account that is not on file leads to no account', async () => {
  const { opened, ask } = await branch()
  const [card] = cards(opened).by('account', ACCOUNT)
  opened.transaction(() => card && cards(opened).patch(card, { accountNumber: '0008005012000000999' }))
  expect(hostCodes(await ask.demographics(card?.cardNumber ?? '', '0'))).toEqual(['ND07S'])
})
