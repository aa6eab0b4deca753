import { expect, test } from 'vitest'
import { ADDRESSES, henri, MAIN, second } from './henri.ts'

const card = { addressUsageName: 'CARD_DELIVERY', serviceCode: 'CARD_SERVICE' }
const pin = { addressUsageName: 'PIN_MAILER_DELIVERY', serviceCode: 'CARD_SERVICE' }
const of = (entityReference: string) => ({ ...card, entityReference })
const CARDS = 'serviceCode=CARD_SERVICE&addressUsageName=CARD_DELIVERY'

/** Henri with a second address, and the usages of both. */
async function two() {
  const made = await henri()
  const SECOND = `${ADDRESSES}/${await made.create(second('Kiel'))}`
  return {
    ...made,
    SECOND,
    add: async (path: string, ...usages: object[]) => {
      for (const usage of usages) {
        const { status, body } = await made.call('POST', `${path}/address-usages`, usage)
        expect(status).toBe(200)
        expect(body.data).toStrictEqual(usage)
      }
    },
    /** Of the main address, then of the second. */
    usages: async () => {
      const { body } = await made.call('GET', `${ADDRESSES}?embed=addressUsages`)
      return body.data.map(({ addressUsages }: { addressUsages: object[] }) => addressUsages)
    },
  }
}

test('an added usage moves from the address that had it, for its entity alone', async () => {
  const { SECOND, add, usages } = await two()
  await add(SECOND, card, of('A'), of('B'), pin)
  await add(MAIN, of('B'), card)
  expect(await usages()).toEqual([
    [of('B'), card],
    [of('A'), pin],
  ])
})

test('adding a usage again changes nothing, and is answered', async () => {
  const { SECOND, add, workspace } = await two()
  await add(SECOND, of('A'))
  const digest = workspace.digest()
  await add(SECOND, of('A'))
  expect(workspace.digest()).toBe(digest)
})

test('usages stay through updates, temporary versions and moves', async () => {
  const { SECOND, add, usages, call, create, at } = await two()
  await add(SECOND, card)
  await call('PUT', SECOND, second('Ulm'))
  await create(second('Sylt', { temporary: true, endDate: '2026-04-01' }))
  await create(second('Bonn', { startDate: '2026-05-01' }))
  for (const time of ['2026-03-10', '2026-04-10', '2026-05-10']) {
    at(`${time}T00:00:00Z`)
    expect(await usages()).toEqual([[], [card]])
  }
})

test('a usage is removed for one entity, or for all where none is named', async () => {
  const { SECOND, add, usages, call } = await two()
  await add(SECOND, card, of('A'), of('B'), pin)
  await add(MAIN, of('C'))
  const one = await call('DELETE', `${SECOND}/address-usages?${CARDS}&entityReference=A`)
  expect(one.body.data).toStrictEqual({ addressUsages: [of('A')] })
  const all = await call('DELETE', `${SECOND}/address-usages?${CARDS}&entityReference=`)
  expect(all.body.data).toStrictEqual({ addressUsages: [card, of('B')] })
  expect(await usages()).toEqual([[of('C')], [pin]])
})

test('a usage that is not there cannot be removed', async () => {
  const { SECOND, add, refusal } = await two()
  await add(SECOND, of('A'))
  await add(MAIN, pin)
  const missing = { status: 404, rule: 'usage-unknown', changed: false }
  for (const query of [
    `${CARDS}&entityReference=B`,
    'serviceCode=CARD_SERVICE&addressUsageName=PIN_MAILER_DELIVERY',
    'serviceCode=ACCOUNT_SERVICE&addressUsageName=CARD_DELIVERY',
    'serviceCode=POST_SERVICE&addressUsageName=POSTCARDS',
  ])
    expect(await refusal('DELETE', `${SECOND}/address-usages?${query}`)).toEqual(missing)
})

test.each(['', 'serviceCode=CARD_SERVICE', 'addressUsageName=CARD_DELIVERY', 'serviceCode=&addressUsageName='])(
  'name and service are needed to remove a usage: ?%s',
  async (query) => {
    const { SECOND, call } = await two()
    const { status, body } = await call('DELETE', `${SECOND}/address-usages?${query}`)
    expect(status).toBe(400)
    expect(body.responseMetadata.statusMessage).toMatch(/^Bad request: query\.(serviceCode|addressUsageName): /)
  },
)

test('an address of any kind may have a usage, an inactive one may not', async () => {
  const { SECOND, add, refusal, create, call } = await two()
  const phone = { addressLabel: 'HOME_PHONE_NUMBER', addressType: 'PHONE', phone: { localPhoneNumber: '1' } }
  await add(`${ADDRESSES}/${await create(phone)}`, pin)
  await call('POST', `${SECOND}/deactivate`)
  const refused = { status: 400, rule: 'usage-on-inactive', changed: false }
  expect(await refusal('POST', `${SECOND}/address-usages`, pin)).toEqual(refused)
})

test.each([
  ['usage-name-unknown', { ...card, addressUsageName: 'POSTCARDS' }],
  ['service-code-unknown', { ...card, serviceCode: 'POST_SERVICE' }],
])('%s: %j cannot be added', async (rule, usage) => {
  const { refusal } = await two()
  expect(await refusal('POST', `${MAIN}/address-usages`, usage)).toEqual({ status: 400, rule, changed: false })
})

test('an entity is any text, and no more than a finding if it is long', async () => {
  const { add, findings } = await two()
  await add(MAIN, of('x'.repeat(101)))
  expect(findings()).toEqual([['likely-too-long', 'entityReference']])
})

test('name and service are allowed each on its own', async () => {
  const { add } = await two()
  await add(MAIN, { addressUsageName: 'DISPUTE', serviceCode: 'CARD_SERVICE' })
})
