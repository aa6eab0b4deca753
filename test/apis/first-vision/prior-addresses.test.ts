import { expect, test } from 'vitest'
import { organizations } from '../../../src/apis/first-vision/records/organizations.ts'
import { inquiries } from './inquiries.ts'
import { hostCodes, INQUIRE, inquiry, UPDATE, update } from './requests.ts'
import { world } from './world.ts'

const MARIA = '0009980011000000001'
const TOMAS = '0008000011000000001'

function start() {
  const { call, workspace } = world()
  const ask = inquiries(call)
  return {
    workspace,
    put: (number: string, members?: object) => call('PUT', UPDATE, update(number, members)),
    advance: (by: string) => call('POST', '/_sandbox/clock/advance', { by }),
    prior: async (number: string) => {
      const { data } = (await ask.address(number, { currentPriorFlag: 'B' })).body
      return data.customerData.priorMailerData.priorMailer
    },
    shown: async (number: string, members?: object) =>
      (await call('POST', INQUIRE, inquiry(number, members))).body.data,
    kept: async () => (await call('GET', '/_sandbox/records/first-vision.prior-addresses?limit=100')).body.total,
  }
}

test('a prior record holds what a mailing needs, and nothing else', async () => {
  const { put, prior, advance } = start()
  const held = {
    ...{ nameLine1: 'A', nameLine2: 'B', nameLine3: 'C', nameTypeIndicator1: 1, nameTypeIndicator2: 2 },
    ...{ nameTypeIndicator3: 1, houseNumber: '1', houseName: 'D', houseAddress1: 'E', houseAddress2: 'F' },
    ...{ houseAddress3: 'G', houseAddress4: 'H', city: 'I', state: 'J', postalCode: 'K', homePhoneNumber: '2' },
    ...{ homePhoneIndicator: 1, employerPhoneNumber: '3', employerExtensionPhoneNumber: '4', employerPhoneFlag: 1 },
    ...{
      faxPhoneNumber: '5',
      faxPhoneIndicator: 1,
      mobilePhoneNumber: '6',
      mobilePhoneIndicator: 1,
      email: 'a@example.com',
    },
    ...{ emailIndicator: 2, languageIndicator: 'ENG', statementMessageIndicator: 3 },
  }
  await put(MARIA, held)
  await advance('P1D')
  const others = { title: 'Z', countryCode: 'CHL', county: 'Z', dateOfBirth: 0, employerName: 'Z', smsIndicator: 0 }
  await put(MARIA, { ...others, userDataIndicator: '1', user1: 'Z', nameTypeIndicator1: '1' })
  expect(await prior(MARIA)).toHaveLength(1)
  await put(MARIA, { languageIndicator: '' })
  expect(await prior(MARIA)).toMatchObject([
    {
      ...{ pmDate: '2026-03-03', pmNameLine1: 'A', pmNameLine2: 'B', pmNameLine3: 'C', pmNameTypeIndicator1: '1' },
      ...{ pmNameTypeIndicator2: '2', pmNameTypeIndicator3: '1', pmHouseNumber: '1', pmHouseName: 'D' },
      ...{ pmAddressLine1: 'E', pmAddressLine2: 'F', pmAddressLine3: 'G', pmAddressLine4: 'H', pmCity: 'I' },
      ...{ pmStateProvince: 'J', pmPostalCode: 'K', pmHomePhone: '2', pmHomeTelephoneFlag: '1', pmWorkPhone: '3' },
      ...{
        pmWorkPhoneExtension: '4',
        pmWorkPhoneFlag: '1',
        pmFaxNumber: '5',
        pmFaxFlag: '1',
        pmMobilePhoneNumber: '6',
      },
      ...{ pmMobilePhoneFlag: '1', pmEmailAddress: 'a@example.com', pmEmailFlag: '2', pmLanguageIndicator: 'ENG' },
      pmStatementMessageIndicator: '3',
    },
    { pmDate: '2026-03-02', pmNameLine1: 'María Fernández', pmMobilePhoneFlag: '2' },
  ])
})

test('a code that was never given is zero in a prior record, as it is in the current address', async () => {
  const { put, prior, advance } = start()
  await put(MARIA, { city: 'Salta', mobilePhoneIndicator: '' })
  await advance('P1D')
  await put(MARIA, { city: 'Jujuy' })
  const given = { pmMobilePhoneFlag: '2', pmWorkPhoneFlag: '1', pmEmailFlag: '1' }
  const never = { pmStatementMessageIndicator: '0', pmHomeTelephoneFlag: '0', pmFaxFlag: '0' }
  const names = { pmNameTypeIndicator1: '0', pmNameTypeIndicator2: '0', pmNameTypeIndicator3: '0' }
  expect(await prior(MARIA)).toMatchObject([
    { ...given, ...never, ...names, pmMobilePhoneFlag: '0' },
    { ...given, ...never, ...names },
  ])
})

test('an update with what is on file already is no change', async () => {
  const { put, prior, shown } = start()
  const same = { nameLine1: 'María Fernández', nameTypeIndicator1: 0, homePhoneIndicator: '0', houseAddress2: '' }
  expect((await put(MARIA, { ...same, city: 'Buenos Aires', postalCode: 'C1123AAN' })).status).toBe(200)
  expect(await prior(MARIA)).toEqual([])
  expect(await shown(MARIA)).toMatchObject({ dateLastMaintenance: '2026-03-02', dateLastAddressChange: null })
})

test('twelve moves leave twelve records, of which ten are shown', async () => {
  const { put, prior, advance, kept } = start()
  const before = await kept()
  for (let day = 1; day <= 12; day++) {
    await put(MARIA, { houseAddress1: `Calle ${day}` })
    await advance('P1D')
  }
  expect(await kept()).toBe(before + 12)
  const lines = (await prior(MARIA)).map(({ pmAddressLine1 }: { pmAddressLine1: string }) => pmAddressLine1)
  expect(lines).toEqual(Array.from({ length: 10 }, (_, index) => `Calle ${11 - index}`))
})

test('where the switch is off a move is dated, and nothing is kept', async () => {
  const { put, kept, shown } = start()
  const before = await kept()
  expect((await put(TOMAS, { organizationNumber: 800, city: 'Valparaíso' })).status).toBe(200)
  expect(await kept()).toBe(before)
  expect((await shown(TOMAS, { organizationNumber: 800 })).dateLastAddressChange).toBe('2026-03-02')
})

test('a co-owner who is brought in has no past', async () => {
  const { put, kept } = start()
  const before = await kept()
  await put(MARIA, { demographicDataIndicator: '2', nameLine1: 'Luis', city: 'Salta' })
  expect(await kept()).toBe(before)
  await put(MARIA, { demographicDataIndicator: '2', city: 'Jujuy' })
  expect(await kept()).toBe(before + 1)
})

test('a refused move leaves nothing behind', async () => {
  const { put, kept } = start()
  const before = await kept()
  expect(hostCodes(await put(MARIA, { city: 'Salta', emailIndicator: 2 }))).toEqual(['GC42E'])
  expect(await kept()).toBe(before)
})

test('customers who are kept elsewhere are remembered there', async () => {
  const { put, prior, workspace } = start()
  const opened = await workspace()
  const branch = organizations(opened).get('800')
  if (!branch) throw new Error('no organization 800')
  const changes = { customerOrganizationNumber: 998, priorAddressIndicator: 'Y' } as const
  opened.transaction(() => organizations(opened).patch(branch, changes))
  const answer = await put(MARIA, { organizationNumber: 800, city: 'Salta' })
  expect(answer.body.data.outputArea).toMatchObject({ organizationNumber: 800, cmsOrganizationNumber: 998 })
  expect(await prior(MARIA)).toMatchObject([{ pmCity: 'Buenos Aires' }])
})
