import { expect, test } from 'vitest'
import { type Organization, organizations } from '../../../src/apis/first-vision/records/organizations.ts'
import { sandbox } from '../../harness.ts'
import { deviations } from './contract.ts'
import { ADD, customer, GENERATE, generation, hostCodes, INQUIRE, inquiry, UPDATE, update } from './requests.ts'
import { world } from './world.ts'

/** A quickstart whose organization 998 is set up otherwise. */
async function worldWith(change: (organization: Organization) => Partial<Organization>) {
  const { call, workspace } = world()
  const opened = await workspace()
  const organization = organizations(opened).get('998') as Organization
  opened.transaction(() => organizations(opened).patch(organization, change(organization)))
  return call
}

test('without the token service a card is shown masked', async () => {
  const call = await worldWith(() => ({ panTokenIndicator: 'N' }))
  const { data } = (await call('POST', INQUIRE, inquiry('0004000000000000010', { numberType: '0' }))).body
  expect(data.nameAddrData[0].accountCardNumber).toBe('4000xxxxxxxx0010')
  expect(deviations('Demographic Inquiry', data)).toEqual([])
})

test('labels of user fields are the organization’s own', async () => {
  const call = await worldWith(() => ({ userLabels: ['BRANCH', 'SEGMENT'], demographicLabels: ['CHANNEL'] }))
  const { data } = (await call('POST', INQUIRE, inquiry('0009980011000000001'))).body
  expect(data.nameAddrData[0]).toMatchObject({
    userfield: [
      { sequence: 1, userLabel: 'BRANCH' },
      { sequence: 2, userLabel: 'SEGMENT' },
    ],
    demofield: [{ sequence: 1, demoLabel: 'CHANNEL' }],
  })
})

test('a country is known where the organization’s table has it', async () => {
  const add = (countryCode: string) => customer({ organizationNumber: 998 }, { countryCode })
  const { call: everywhere } = world()
  for (const code of ['ARG', 'DEU', 'USA']) expect((await everywhere('POST', ADD, add(code))).status).toBe(200)
  for (const code of ['arg', 'AR', 'toString', 'AAA'])
    expect(hostCodes(await everywhere('POST', ADD, add(code)))).toEqual(['NA33S'])
  const two = await worldWith(() => ({ countryTable: ['ARG', 'CHL'] }))
  expect((await two('POST', ADD, add('CHL'))).status).toBe(200)
  expect(hostCodes(await two('POST', ADD, add('DEU')))).toEqual(['NA33S'])
})

test('an update of the foreign side is judged by the foreign organization’s table', async () => {
  const call = await worldWith(() => ({ countryTable: ['ARG'] }))
  const move = (foreignUseIndicator: string) =>
    call('PUT', UPDATE, update('0009980011000000007', { foreignUseIndicator, countryCode: 'CHL' }))
  expect(hostCodes(await move('0'))).toEqual(['GC35E'])
  expect((await move('1')).status).toBe(200)
})

test('where digits are checked, numbers are drawn that pass, and others are not taken', async () => {
  const call = await worldWith(() => ({ customerNumberModCheck: 'Y' }))
  const { data } = (await call('POST', GENERATE, generation({ customerNumbersRequested: 10 }))).body
  const drawn = data.customerData.map(({ customerNumber }: { customerNumber: string }) => customerNumber)
  expect(new Set(drawn).size).toBe(10)
  for (const customerNumber of drawn) {
    expect((await call('POST', ADD, customer({ organizationNumber: 998, customerNumber }))).status).toBe(200)
    const next = String(BigInt(customerNumber) + 1n).padStart(19, '0')
    expect(hostCodes(await call('POST', ADD, customer({ organizationNumber: 998, customerNumber: next })))).toEqual([
      'NA56S',
    ])
  }
})

test('a card range that is used up ends in collisions', async () => {
  const call = await worldWith(({ logos }) => ({
    logos: logos.map((logo) => ({ ...logo, cardNumberPrefix: '40000012345678' })),
  }))
  const ask = (embosserNumbersRequested: number) => call('POST', GENERATE, generation({ embosserNumbersRequested }))
  expect((await ask(10)).body.data.embosserData).toHaveLength(10)
  expect(hostCodes(await ask(1))).toEqual(['NG30S'])
})

test('bodies are bare where the envelope is off, refusals are not', async () => {
  const { call } = await sandbox({ envelope: 'bare' })
  const added = await call('POST', `/latam-gfs-apis/portal${ADD}`, customer({ organizationNumber: 998 }))
  expect(added.body).toMatchObject({ organizationNumber: 998, customerNumber: '0009980011000000011' })
  expect(deviations('Customer Add', added.body)).toEqual([])
  const refused = await call('POST', ADD, {})
  expect(refused.body).toMatchObject({ hasError: true, data: null })
})
