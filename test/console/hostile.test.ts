import { expect, test } from 'vitest'
import { beginningOf } from '../../src/console/beginning.ts'
import { visited } from './visiting.ts'

const SCRIPT = '<script>alert(1)</script><img src=x onerror=alert(1)>"\' &amp; \u202egnp.exe'

test.each([
  ['script and marks that turn the writing direction', SCRIPT],
  ['a line of 40 kB', 'x'.repeat(40_000)],
  ['a body of nearly a million quotes', '"'.repeat(400_000)],
  ['a body of nearly a million characters', '😀'.repeat(200_000)],
])('%s are shown as text, and break no page', async (_name, hostile) => {
  const { visit, call } = await visited()
  await call(
    'POST',
    '/customer/l8v2',
    { [hostile.slice(0, 2000)]: hostile, list: [hostile.slice(0, 500)] },
    {
      'x-client-request-id': encodeURIComponent(hostile.slice(0, 40)),
    },
  )
  await call(
    'GET',
    `/customer/${encodeURIComponent(hostile.slice(0, 2000))}?q=${encodeURIComponent(hostile.slice(0, 900))}`,
  )
  await call('POST', `/api/v2/issuers/1234/customers/${encodeURIComponent(hostile.slice(0, 100))}/addresses`, hostile)
  for (const path of [
    '/',
    '/requests',
    ...['1', '2', '3'].flatMap((id) => TABS.map((tab) => `/requests/${id}?tab=${tab}`)),
  ]) {
    const { status, text } = await visit(path)
    expect([status, path]).toEqual([200, path])
    expect(text).not.toMatch(/<img|<script>|\sonerror=alert\(1\)>"/)
    expect(text.match(/<script/g)).toHaveLength(1)
    expect(Buffer.byteLength(text), path).toBeLessThan(50_000)
    expect(Buffer.from(text).toString()).toBe(text)
    expect(text.endsWith('</main></body></html>')).toBe(true)
  }
})

test.each([
  ['script and marks that turn the writing direction', SCRIPT],
  ['a line of 40 kB', 'x'.repeat(40_000)],
  ['40 kB of quotes', '"'.repeat(40_000)],
  ['40 kB of characters', '😀'.repeat(10_000)],
])('in records, %s are shown as text', async (_name, hostile) => {
  const { visit, call } = await visited()
  const customer = '/records/issuer.customers/CUS10000375016'
  const made = await call('POST', '/api/v2/issuers/1234/customers/CUS10000375016/addresses', {
    ...{ addressLabel: 'SECOND_POSTAL_ADDRESS', addressType: 'POSTAL_MAIL' },
    postalAddress: { ...{ townName: hostile, country: 'DE', streetName: hostile, line1: hostile }, line2: hostile },
  })
  expect(made.status).toBe(200)
  const { records } = (await call('GET', '/_sandbox/records/issuer.versions?q=second')).body
  const version = `/records/issuer.versions/${records.at(-1).id}`
  for (const path of [
    ...['/changes', '/records/issuer.versions', version, `${version}?tab=since`, `${version}?tab=requests`],
    ...[customer, `${customer}?tab=json`, `/records/issuer.customers?q=${encodeURIComponent(hostile.slice(0, 900))}`],
  ]) {
    const { status, text } = await visit(path)
    expect([status, path]).toEqual([200, path])
    expect(text).not.toMatch(/<img|<script>|\sonerror=alert\(1\)>"/)
    expect(text.match(/<script/g)).toHaveLength(1)
    expect(Buffer.byteLength(text), path).toBeLessThan(50_000)
    expect(text.endsWith('</main></body></html>')).toBe(true)
  }
})

const TABS = ['exchange', 'explain', 'changes', 'raw']

test('hostile queries and paths of pages are shown as text', async () => {
  const { visit } = await visited()
  const told = encodeURIComponent(SCRIPT)
  for (const path of [
    `/requests?operation=${told}`,
    `/requests/${told}`,
    `/requests/by/${told}`,
    `/${told}`,
    `/requests/1?tab=${told}`,
  ])
    expect((await visit(path)).text.match(/<script/g), path).toHaveLength(1)
  expect((await visit('/requests/%FF')).status).toBe(400)
  expect((await visit('/w/Not_A_Name/requests')).status).toBe(400)
})

test('a text is cut by what it takes of the page, and never within a character', () => {
  expect(beginningOf('<<<', 12)).toBe('<<')
  expect(beginningOf('😀😀', 7)).toBe('😀')
  expect(beginningOf('short', 100)).toBe('short')
})
