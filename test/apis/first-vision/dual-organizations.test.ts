import { expect, test } from 'vitest'
import { organizations } from '../../../src/apis/first-vision/records/organizations.ts'
import { ADD, customer, GENERATE, generation, hostCodes, INQUIRE, inquiry } from './requests.ts'
import { world } from './world.ts'

const FREE = '0000000000000054321'

test('a dual add writes both sides and names the foreign organization', async () => {
  const { call } = world()
  const key = { organizationNumber: 998, customerNumber: FREE, dualFlag: '1' }
  const added = await call('POST', ADD, customer(key, { firstName: 'Ana' }))
  expect(added.body.data).toMatchObject({
    organizationNumber: 998,
    organizationAssociatedToForeignAccount: 997,
    foreignCustomerOrganization: 997,
    customerNumber: FREE,
  })
  for (const organizationNumber of [998, 997]) {
    const { data } = (await call('POST', INQUIRE, inquiry(FREE, { organizationNumber }))).body
    expect(data).toMatchObject({ organizationNumber, customerNumber: FREE, duplicateCurrency: 1 })
    expect(data.nameAddrData[0].nameAddressData.firstName).toBe('Ana')
  }
})

test('an add that the foreign side refuses leaves the local side as it was, dual or not', async () => {
  const { call, digest } = world()
  const before = await digest()
  const foreign = { organizationNumber: 998, customerNumber: '0009970011000000001' }
  for (const dualFlag of ['1', '0'])
    expect(hostCodes(await call('POST', ADD, customer({ ...foreign, dualFlag })))).toEqual(['NA25S'])
  expect(await digest()).toBe(before)
})

test('a number may be no relationship’s on either side', async () => {
  const { call } = world()
  const add = async (customerNumber: string, dualFlag: string) =>
    call('POST', ADD, customer({ organizationNumber: 998, customerNumber, dualFlag }))
  expect(hostCodes(await add('0009980010000000001', '0'))).toEqual(['NA26S'])
  expect(hostCodes(await add('0009970010000000001', '1'))).toEqual(['NA27S'])
  expect(hostCodes(await add('0009970010000000001', '0'))).toEqual(['NA27S'])
})

test('dual numbers are free and reserved on both sides', async () => {
  const { call } = world()
  await call('POST', ADD, customer({ organizationNumber: 997, customerNumber: '0009980011000000011' }))
  const { data } = (await call('POST', GENERATE, generation({ dualIndicator: 1, customerNumbersRequested: 1 }))).body
  expect(data).toMatchObject({
    ...{ organizationNumber: 998, foreignOrganizationNumber: 997, dualIndicator: 1 },
    customerData: [{ sequence: 1, customerNumber: '0009980011000000012' }],
  })
  const { records } = (await call('GET', '/_sandbox/records/first-vision.reservations')).body
  expect(records.map(({ id }: { id: string }) => id)).toEqual(['998-0009980011000000012', '997-0009980011000000012'])
})

test('an organization that keeps its customers in another puts them there', async () => {
  const { workspace: open, call } = world()
  const workspace = await open()
  const branch = organizations(workspace).get('800')
  if (!branch) throw new Error('no organization 800')
  workspace.transaction(() => organizations(workspace).patch(branch, { customerOrganizationNumber: 997 }))
  const added = await call('POST', ADD, customer({ organizationNumber: 800, customerNumber: FREE }))
  expect(added.body.data.organizationNumber).toBe(997)
  const seen = (await call('POST', INQUIRE, inquiry(FREE, { organizationNumber: 800 }))).body.data
  expect(seen).toMatchObject({ organizationNumber: 800, customerNumber: FREE })
  expect((await call('POST', INQUIRE, inquiry(FREE, { organizationNumber: 997 }))).status).toBe(200)
})
