import { describe, expect, test } from 'vitest'
import { sandbox } from '../harness.ts'

// Look at them in a browser, in light and dark. `npx vitest run test/console/golden.test.ts -u` writes them anew.
const golden = (name: string) => `./golden/${name}.svg`

const ISSUER = '/_sandbox/timelines/issuer.customers'

async function world(scenario: string) {
  const { call } = await sandbox({ scenario })
  const picture = async (path: string) => {
    const { status, text } = await call('GET', path)
    expect(status).toBe(200)
    return text
  }
  return { call, picture }
}

describe('the picture of a temporary address', () => {
  test.each([
    ['before', '2026-01-15T09:00:00Z'],
    ['during', '2026-03-02T09:00:00Z'],
    ['after', '2026-05-20T09:00:00Z'],
  ])('%s its time', async (when, now) => {
    const { call, picture } = await world('temporary-address-active')
    await call('PUT', '/_sandbox/clock', { mode: 'frozen', now })
    await expect(await picture(`${ISSUER}/CUS10000730001.svg`)).toMatchFileSnapshot(golden(`temporary-address-${when}`))
  })
})

const ADDRESS = '/api/v2/issuers/1234/customers/CUS10000790001/addresses/ADDREF_MAIN_POSTAL_ADDRESS_1000000000479001'

test.each([
  ['many-versions', 1000],
  ['many-versions-narrow', 360],
])('the picture of many versions: %s', async (name, width) => {
  const { picture } = await world('many-versions')
  await expect(await picture(`${ISSUER}/CUS10000790001.svg?width=${width}`)).toMatchFileSnapshot(golden(name))
})

test('the picture of versions that were removed, and of one that was replaced as it began', async () => {
  const { call, picture } = await world('many-versions')
  for (const version of ['ADDVER_1000000000479009', 'ADDVER_1000000000479010'])
    expect((await call('DELETE', `${ADDRESS}/address-versions/${version}`)).status).toBe(200)
  for (const townName of ['Leer', 'Emden']) {
    const address = { addressLabel: 'MAIN_POSTAL_ADDRESS', addressType: 'POSTAL_MAIL' }
    expect((await call('PUT', ADDRESS, { ...address, postalAddress: { townName, country: 'DE' } })).status).toBe(200)
  }
  const shown = await picture(`${ISSUER}/CUS10000790001.svg?removed=true&from=2025-01-01T00:00:00Z`)
  await expect(shown).toMatchFileSnapshot(golden('removed-versions'))
})

test('the picture of an address that was marked as invalid, until a new version', async () => {
  const { call, picture } = await world('returned-mail')
  const path = `${ISSUER}/CUS10000760001.svg`
  await expect(await picture(path)).toMatchFileSnapshot(golden('returned-mail'))
  await call('POST', '/_sandbox/clock/advance', { to: '2026-04-02T09:00:00Z' })
  await call(
    'PUT',
    '/api/v2/issuers/1234/customers/CUS10000760001/addresses/ADDREF_MAIN_POSTAL_ADDRESS_1000000000476011',
    {
      ...{ addressLabel: 'MAIN_POSTAL_ADDRESS', addressType: 'POSTAL_MAIL' },
      postalAddress: {
        streetName: 'Talweg',
        buildingNumber: '18',
        postCode: '09112',
        townName: 'Chemnitz',
        country: 'DE',
      },
    },
  )
  await expect(await picture(path)).toMatchFileSnapshot(golden('returned-mail-updated'))
})

test('the picture of an address that is not in use', async () => {
  const { picture } = await world('inactive-address-update')
  await expect(await picture(`${ISSUER}/CUS10000710001.svg`)).toMatchFileSnapshot(golden('inactive-address'))
})

test('the picture of owner and co-owner', async () => {
  const { picture } = await world('co-owner')
  const path = '/_sandbox/timelines/first-vision.customers/998-0009980011000000001.svg'
  await expect(await picture(path)).toMatchFileSnapshot(golden('co-owner'))
})
