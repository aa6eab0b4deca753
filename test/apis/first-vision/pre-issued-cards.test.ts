import { expect, test } from 'vitest'
import { accounts } from '../../../src/apis/first-vision/records/accounts.ts'
import { cardToken } from '../../../src/apis/first-vision/records/card-numbers.ts'
import { cards } from '../../../src/apis/first-vision/records/cards.ts'
import { organizations } from '../../../src/apis/first-vision/records/organizations.ts'
import { othersFound, sandbox } from '../../harness.ts'
import { deviations } from './contract.ts'
import { account, card, EMBOSS, hostCodes, INQUIRE, inquiry, OPEN } from './requests.ts'

const STOCK = '0009980011000000001'
const BRUNO = '0009980011000000002'
const NEW = '0009980011000000003'
const ACCOUNT = '0009986022000000001'
const CARD = '0005105100000000019'
const BRUNOS = { account: '0009986022000000003', card: '0005105100000000035' }

const activation = (key: object, people: { owner?: object; coOwner?: object } = {}, miscellaneous: object = {}) => ({
  customerActivationData: {
    customerActivationKeyData: { organizationNumber: 998, dualFlag: '0', globalQualification: 'A', ...key },
    customerActivationMiscellaneousData: miscellaneous,
    ownerCoOwnerActivationData: { ownerActivationData: people.owner, coOwnerActivationData: people.coOwner },
  },
})

const reversal = (members: object) => ({
  ...{ organizationNumber: 998, customerNumber: BRUNO, numberType: '1', dummyCustomerNumber: STOCK },
  ...{ panToken: cardToken(BRUNOS.card), globalQualification: 'A', ...members },
})

async function start() {
  const { call, workspaces } = await sandbox({ scenario: 'pre-issued-cards' })
  return {
    workspace: workspaces.use('default'),
    activate: (...sent: Parameters<typeof activation>) => call('POST', '/customer/activation', activation(...sent)),
    reverse: (members: object = {}) => call('PUT', '/customer/reversal', reversal(members)),
    post: (path: string, body: object) => call('POST', path, body),
    shown: async (number: string, members?: object) =>
      (await call('POST', INQUIRE, inquiry(number, members))).body.data,
    changes: async () => (await call('GET', '/_sandbox/changes')).body,
    digest: () => workspaces.get('default')?.digest(),
  }
}

test('an activation adds the customer and makes account and card theirs, the card active', async () => {
  const { activate, changes } = await start()
  const answer = await activate({ accountNumber: ACCOUNT, panToken: cardToken(CARD) }, { owner: { nameLine1: 'Inés' } })
  expect(answer.body.data).toEqual({
    ...{ organizationNumber: 998, organizationAssociatedToForeignAccount: 0, foreignCustomerOrganization: 0 },
    ...{ accountNumber: ACCOUNT, customerNumber: NEW, cardNumber: cardToken(CARD), numberCardsActivated: 1 },
    ...Object.fromEntries([1, 2, 3, 4, 5].map((number) => [`reservedCode${number}`, 0])),
    ...Object.fromEntries([1, 2, 3, 4, 5].map((number) => [`reservedDate${number}`, null])),
    ...Object.fromEntries([1, 2, 3, 4, 5].map((number) => [`reservedAmt${number}`, 0])),
  })
  expect(deviations('Customer with PAN Activation Add', answer.body.data)).toEqual([])
  const { created, updated } = await changes()
  expect(created).toMatchObject([{ type: 'first-vision.customers', after: { customerNumber: NEW, source: 'S' } }])
  expect(updated).toHaveLength(2)
  expect(updated).toContainEqual(
    expect.objectContaining({ id: `998-${ACCOUNT}`, after: expect.objectContaining({ customerNumber: NEW }) }),
  )
  const activated = { customerNumber: NEW, embosserCurrentFirstUsage: '0' }
  expect(updated).toContainEqual(
    expect.objectContaining({ id: `998-${CARD}`, after: expect.objectContaining(activated) }),
  )
})

test('a person is written as the activation writes one, a co-owner under indicator 2', async () => {
  const { activate, shown } = await start()
  const owner = {
    ...{ maritalStatus: 2, mailingList: 'Y', carrierRoute1and2: 'C2', carrierRoute3and4: 12, state: 'Buenos Aires' },
    ...{
      employerExtensionPhoneNumber: '77',
      user10: '2026001',
      email: 'ines.paz@example.mx',
      homePhoneFlag: 1,
    },
  }
  const key = { customerNumber: '', panToken: CARD, coOwnerIndicator: 2 }
  const coOwner = { nameLine1: 'Luis', email: 'luis.molina.de.paz@example.com' }
  const answer = await activate(key, { owner, coOwner }, { vipStatus: 1, sicCode: 7, status: 1 })
  expect([answer.status, othersFound(answer.headers)]).toEqual([200, '1'])
  const data = await shown(ACCOUNT, { numberType: '0' })
  expect(data).toMatchObject({ customerNumber: NEW, status: 1, vipStatus: '1', sicCode: 7 })
  expect(data.nameAddrData).toMatchObject([
    {
      ...{ maritalStatus: '2', mailingList: 'Y', carrierRoute: { carrierRoute1and2: 'C2', carrierRoute3and4: 12 } },
      ...{ employerExtensionPhoneNumber: '77', user10: '2026-01-01', email: 'ines.paz@example.mx' },
      nameAddressData: { state: 'Bue', homePhoneFlag: '1' },
    },
    { email: 'luis.molina.de.paz@example.com', nameAddressData: { nameLine1: 'Luis' } },
  ])
  expect((await activate(key, { owner: { email: 'ines.mora@example.mx' } })).status).toBe(400)
})

test('what an activation refuses leaves neither customer nor number behind', async () => {
  const { activate, digest } = await start()
  const before = digest()
  const refused = async (...sent: Parameters<typeof activation>) => hostCodes(await activate(...sent))
  expect(await refused({ panToken: CARD }, { owner: { genderCode: 7 } }, { status: 7 })).toEqual(['GC09E'])
  expect(await refused({ panToken: CARD }, { owner: { genderCode: 7, smsFlag: 7 } })).toEqual(['NA57S'])
  expect(await refused({ panToken: CARD, customerNumber: BRUNO })).toEqual(['NA24S'])
  expect(await refused({ panToken: CARD, accountNumber: '0009986022000000002' })).toEqual(['NA08S'])
  expect(await refused({ panToken: BRUNOS.card })).toEqual(['NA08S'])
  expect(await refused({ panToken: '' })).toEqual(['EA01S'])
  expect((await activate({ panToken: 5 })).status).toBe(400)
  expect(digest()).toBe(before)
})

test('a card made without activation, on a new account, is somebody’s once it is activated', async () => {
  const { activate, post } = await start()
  const opened = await post(OPEN, account({ logo: 602, customerNumber: STOCK }))
  const { accountNumber } = opened.body.data
  const { cardNumber } = (await post(EMBOSS, card(accountNumber))).body.data
  const answer = await activate({ accountNumber, panToken: cardNumber })
  expect(answer.body.data).toMatchObject({ accountNumber, customerNumber: NEW, numberCardsActivated: 1 })
  expect(hostCodes(await activate({ panToken: cardNumber }))).toEqual(['NA08S'])
})

test('a purged card is no card to activate', async () => {
  const { activate, workspace } = await start()
  const opened = await workspace
  const [inStock] = cards(opened).by('number', CARD)
  opened.transaction(() => inStock && cards(opened).patch(inStock, { purged: true }))
  expect(hostCodes(await activate({ panToken: CARD }))).toEqual(['EA01S'])
})

test('a dual activation makes the partner’s side of the account theirs too', async () => {
  const { activate, workspace, shown } = await start()
  const opened = await workspace
  const local = organizations(opened).get('998')
  const account = accounts(opened).get(`998-${ACCOUNT}`)
  if (!local || !account) throw new Error('no organization 998, or no account')
  opened.transaction(() => {
    organizations(opened).patch(local, { dualCurrencyOrganizationNumber: 997, currencyIndicator: 'D' })
    const partner = { id: '997', organizationNumber: 997, customerOrganizationNumber: 997 }
    organizations(opened).put({ ...local, ...partner, dualCurrencyOrganizationNumber: 998 })
    accounts(opened).put({ ...account, id: `997-${ACCOUNT}`, organizationNumber: 997 })
  })
  const answer = await activate({ panToken: CARD, dualFlag: '1' })
  expect(answer.body.data).toMatchObject({
    organizationAssociatedToForeignAccount: 997,
    foreignCustomerOrganization: 997,
  })
  for (const organizationNumber of [998, 997])
    expect((await shown(ACCOUNT, { organizationNumber, numberType: '0' })).customerNumber).toBe(NEW)
})

test('a reversal gives account and card back, and the card waits again', async () => {
  const { reverse, changes } = await start()
  const answer = await reverse({ demographicDataIndicator: '1', title: 'Sr.', status: 1 })
  expect(answer.body.data).toEqual({
    outputArea: {
      ...{ organizationNumber: 998, customerNumber: BRUNO, numberType: '1', foreignUseIndicator: '' },
      ...{ demographicDataIndicator: '1', userDataIndicator: '', cmsOrganizationNumber: 998 },
      ...{ accountNumber: BRUNOS.account, cardNumber: cardToken(BRUNOS.card), numberCardsActivated: 0 },
    },
  })
  expect(deviations('Customer Reversal Update', answer.body.data)).toEqual([])
  const { created, updated } = await changes()
  expect(created).toEqual([])
  expect(updated.map(({ after }: { after: object }) => after)).toMatchObject([
    { accountNumber: BRUNOS.account, customerNumber: STOCK },
    { cardNumber: BRUNOS.card, customerNumber: STOCK, embosserCurrentFirstUsage: '1' },
    { customerNumber: BRUNO, status: 1, ownerData: { title: 'Sr.' } },
  ])
})

test('what was activated and reversed can be activated again', async () => {
  const { activate, reverse } = await start()
  expect((await activate({ panToken: CARD })).status).toBe(200)
  expect((await reverse({ customerNumber: NEW, panToken: CARD })).status).toBe(200)
  const again = await activate({ panToken: CARD })
  expect(again.body.data).toMatchObject({ accountNumber: ACCOUNT, customerNumber: '0009980011000000004' })
  expect(hostCodes(await reverse({ customerNumber: NEW, panToken: CARD }))).toEqual(['EA01S'])
})

test('who gives back the last account can be put to purge with it', async () => {
  const { reverse, digest } = await start()
  const before = digest()
  expect(hostCodes(await reverse({ dummyCustomerNumber: '', status: 7 }))).toEqual(['GC02E', 'GC09E'])
  expect(hostCodes(await reverse({ dummyCustomerNumber: '0000000000000099999' }))).toEqual(['GC04S'])
  expect(hostCodes(await reverse({ panToken: CARD }))).toEqual(['EA01S'])
  expect(digest()).toBe(before)
  expect((await reverse({ status: 2 })).status).toBe(200)
})
