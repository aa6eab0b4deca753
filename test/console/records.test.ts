import { expect, test } from 'vitest'
import { maskedCard, placeNamed } from '../../src/console/record-places.ts'
import { startOf } from '../harness.ts'
import { formsIn, visited } from './visiting.ts'

const OSKAR = '/records/issuer.customers/CUS10000730001'
const CAMILA = '/records/first-vision.customers/998-0009980011000000001'

/** A world of a scenario, and its prefix. */
async function worldOf(scenario: string) {
  const made = await visited()
  await startOf(scenario)
  await made.call('PUT', '/_sandbox/workspaces/ci', { scenario })
  return { ...made, prefix: '/w/ci' }
}

const moveOn = {
  organizationNumber: 998,
  customerNumber: '0009980011000000001',
  numberType: '1',
  demographicDataIndicator: '1',
  city: 'Salta',
}

test('records are counted by type, and listed with links in place of those that they name', async () => {
  const { visit } = await visited()
  const types = await visit('/records')
  expect(types.seen).toMatch(/issuer issuers 2 customers 13/)
  expect(types.links).toContain('/records/issuer.contracts')
  const contracts = await visit('/records/issuer.contracts')
  expect(contracts.seen).toContain('2 records')
  expect(contracts.links).toContain('/records/issuer.customers/CUS10000375016')
  const accounts = await visit('/records/first-vision.accounts')
  expect(accounts.links).toContain('/records/first-vision.customers/998-0009980011000900001')
})

test('versions that were removed are outlines in the picture and rows of the table, on demand', async () => {
  const { visit, call, prefix } = await worldOf('many-versions')
  const page = `${prefix}/records/issuer.customers/CUS10000790001`
  const plain = await visit(page)
  expect(plain.links).toContain(`${page}?removed=true`)
  expect((await visit(`${page}?removed=true`)).seen).toContain('No version was removed')
  const address = 'CUS10000790001/addresses/ADDREF_MAIN_POSTAL_ADDRESS_1000000000479001'
  const version = `${prefix}/api/v2/issuers/1234/customers/${address}/address-versions/ADDVER_1000000000479009`
  await call('DELETE', version)
  const [shown, without] = [await visit(`${page}?removed=true`), await visit(page)]
  expect(shown.text).toMatch(/<path class="removed"/)
  expect(shown.seen).toMatch(/20095 Hamburg, DE removed by request 1/)
  expect(shown.seen).not.toMatch(/1 Oct 2026, 00:00: Main postal address/)
  expect(shown.links).toContain(page)
  expect(without.text).not.toMatch(/<path class="removed"/)
})

test('a list is filtered by its query, and goes on from page to page', async () => {
  const { visit, prefix } = await worldOf('large-portfolio')
  const path = `${prefix}/records/first-vision.accounts`
  const first = await visit(`${path}?q=00099850`)
  expect(first.text.match(/<tr id=/g)).toHaveLength(50)
  const next = first.links.find((link) => link.includes('after=')) ?? ''
  expect(next).toContain('q=00099850')
  const second = await visit(next)
  expect(second.links).toContain(`${path}?q=00099850`)
  expect(second.links).not.toContain(first.links.find((link) => link.startsWith(`${path}/`)))
  expect((await visit(`${path}?q=nobody`)).seen).toContain('No record of this type has this text')
})

test('a customer shows the address in force, and it moves with the clock', async () => {
  const { visit, submit, prefix } = await worldOf('temporary-address-active')
  const inForce = async () => {
    const { text } = await visit(prefix + OSKAR)
    return {
      now: /now \d+ \w+ \d+/.exec(text)?.[0],
      address: /<h2>In force now<\/h2>.*?<dd class="outside">(.*?)<\/dd>/s.exec(text)?.[1],
      row: /<tr id="version-\d" class="open">.*?<td class="outside says">(.*?)<\/td>/s.exec(text)?.[1],
    }
  }
  const bolzano = 'Via Roma 2, 39100 Bolzano, IT'
  expect(await inForce()).toEqual({ now: 'now 2 Mar 2026', address: `${bolzano}, temporary`, row: bolzano })
  const page = await visit(prefix + OSKAR)
  expect(page.text.match(/<svg /g)).toHaveLength(1)
  const there = formsIn(page.text).find(({ text }) => text.includes('Move the clock there'))
  const moment = /<option value="([^"]*)" selected=""/.exec(page.text)?.[1] ?? ''
  const moved = await submit(there?.action ?? '', { ...there?.fields, 'body.now': moment })
  expect([moved.status, moved.location]).toEqual([303, prefix + OSKAR])
  const dresden = 'Elbufer 11, 01067 Dresden, DE'
  expect(await inForce()).toEqual({ now: 'now 1 May 2026', address: dresden, row: dresden })
})

test('a customer of First Vision shows accounts, masked cards and former addresses', async () => {
  const { visit } = await visited()
  const { seen, links } = await visit('/records/first-vision.customers/998-0009980011000000003')
  expect(seen).toContain('400000••••••0036')
  expect(seen).not.toContain('4000000000000036')
  expect(seen).toMatch(/Owner 1 address not known 10 Feb 2024, 00:00 15, Calle Tucumán 15/)
  expect(links).toContain('/records/first-vision.accounts/998-0009985012000000003')
})

test('a record tells what changed in it and which requests touched it, and so do the changes', async () => {
  const { visit, call } = await visited()
  expect((await visit('/changes')).seen).toContain("curl 'http://localhost/_sandbox/changes'")
  expect((await visit(`${CAMILA}?tab=since`)).seen).toContain('as it was at the start')
  expect((await visit(`${CAMILA}?tab=requests`)).seen).toContain('No kept step has touched it')
  expect((await call('PUT', '/customer', moveOn)).status).toBe(200)
  const member = /ownerData\.city "[^"]+" "Salta"/
  expect((await visit(`${CAMILA}?tab=since`)).seen).toMatch(member)
  const changes = await visit('/changes')
  expect(changes.seen).toMatch(member)
  expect(changes.seen).toContain('1 changed')
  expect(changes.links).toContain(CAMILA)
  expect((await visit('/')).links).toContain('/changes')
  expect((await visit(`${CAMILA}?tab=requests`)).links).toContain('/requests/1')
  expect((await visit('/records/first-vision.customers/998-0009980011000000003?tab=requests')).links).not.toContain(
    '/requests/1',
  )
})

test.each(['/records/issuer.nothing', '/records/issuer.customers/nobody', '/records/issuer.nothing/x'])(
  'what is not there at %s says what there is',
  async (path) => {
    const { status, seen, links } = await (await visited()).visit(`/w/ci${path}`)
    expect(status).toBe(404)
    expect(seen).toContain("curl 'http://localhost/w/ci/_sandbox/records'")
    expect(links).toContain('/w/ci/records')
  },
)

test('a type without records says how to look', async () => {
  const { visit } = await visited()
  expect((await visit('/records/first-vision.reservations')).seen).toMatch(/curl '.*\/first-vision.reservations'/)
})

test('a member leads to the record that it names, and numbers of zeros to none', () => {
  const account = { id: '998-1', organizationNumber: 998 }
  const to = (member: string, value: unknown) => placeNamed('first-vision.accounts', account, member, value)
  expect(to('customerNumber', '0012')).toBe('/records/first-vision.customers/998-0012')
  expect(to('organizationNumber', 7)).toBe('/records/first-vision.organizations/007')
  expect(to('relationshipNumber', '0000')).toBeUndefined()
  expect(to('toString', 'x')).toBeUndefined()
  expect(placeNamed('issuer.usages', { id: 'u' }, 'customerReference', 'a/b')).toBe('/records/issuer.customers/a%2Fb')
  expect(placeNamed('issuer.usages', { id: 'u' }, 'constructor', 'x')).toBeUndefined()
  expect(maskedCard('0005200826019000012')).toBe('520082••••••0012')
})
