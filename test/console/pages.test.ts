import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { PAGES } from '../../src/console/pages.ts'
import { matchPath } from '../../src/console/paths.ts'
import { CONSOLE_PATHS } from '../../src/console/places.ts'
import { visited } from './visiting.ts'

const ADDRESSES = '/api/v2/issuers/1234/customers/CUS10000375016/addresses'
const MAIN = `${ADDRESSES}/ADDREF_MAIN_POSTAL_ADDRESS_1000000000417761`
const TABS = ['exchange', 'explain', 'changes', 'raw']

/** What may be visited before anything was asked. */
const PLACES = [
  '/scenarios',
  '/scenarios/quickstart',
  '/scenarios/returned-mail',
  '/faults',
  '/catalogue',
  '/catalogue?q=income',
  '/catalogue/errors/first-vision/VPL5SNA03E',
  '/catalogue/rules/main-address-stays',
  '/coverage?only=missing',
  '/workspaces',
  '/cases',
  '/cases?until=1',
]

/** All pages that somebody can come to after one refused request, in a world. */
const pagesOf = (prefix: string) =>
  [
    '/',
    '/requests',
    '/requests?status=4xx',
    '/nowhere',
    ...TABS.map((tab) => `/requests/1?tab=${tab}`),
    ...RECORDS,
    ...PLACES,
  ].map((path) => prefix + path)

const CUSTOMER = '/records/issuer.customers/CUS10000375016'
const RECORDS = ['/records', '/records/issuer.customers', '/records/first-vision.cards?q=diego', '/changes'].concat(
  ['picture', 'json', 'since', 'requests'].map((tab) => `${CUSTOMER}?tab=${tab}`),
  '/records/first-vision.customers/998-0009980011000000003',
)

test('a browser is shown a page at /, and everybody else what there is', async () => {
  const { visit, call } = await visited()
  const page = await visit('/')
  expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8'])
  expect(page.seen).toContain('quickstart')
  for (const accept of ['*/*', 'application/json', ''])
    expect((await call('GET', '/', undefined, { accept })).body.apis).toHaveLength(3)
  expect(page.headers.get('vary')).toContain('Accept')
})

type Page = Awaited<ReturnType<Awaited<ReturnType<typeof visited>>['visit']>>

/** A sandbox whose pages were visited once each, in two worlds with the same refused request. */
const walked = await visited()
const pagesBelow = async (prefix: string): Promise<Map<string, Page>> => {
  await walked.call('POST', `${prefix}${MAIN}/deactivate`, {})
  const pages = new Map<string, Page>()
  for (const path of pagesOf(prefix)) pages.set(path, await walked.visit(path))
  return pages
}
const WORLD = '/w/ci-42'
const [pages, pagesOfWorld] = [await pagesBelow(''), await pagesBelow(WORLD)]

/** What pages lead to or load, without the places in a page that is named anyway. */
const linksOf = (pages: Map<string, Page>): Set<string> =>
  new Set([...pages.values()].flatMap(({ links }) => links.map((link) => link.replace(/#.*/, '')).filter(Boolean)))

const isForm = (link: string) => /\/console\/(act|replay|walk|trigger|case|theme|sign-in|world)$/.test(link)

test.each([
  ['', pages],
  [WORLD, pagesOfWorld],
])('every link of every page below "%s" stays in its world', (prefix, pages) => {
  const links = linksOf(pages)
  expect(links.size).toBeGreaterThan(20)
  for (const link of links) {
    // Of another world is what leads there on purpose.
    const isShared = /^\/(console\/([\w-]+\/[\w-]+\.\w+|theme)|w\/[\w-]+)$/.test(link)
    expect(isShared || link === (prefix || '/') || link.startsWith(`${prefix}/`), link).toBe(true)
  }
})

test('every link of every page leads somewhere', async () => {
  const statuses = (pages: Map<string, Page>) => [...pages.values()].map(({ status }) => status)
  expect(statuses(pagesOfWorld)).toEqual(statuses(pages))
  const known = new Set<string>()
  for (const link of [...linksOf(pages), ...linksOf(pagesOfWorld)]) {
    // What leads somewhere leads there in every world: in another, only what is led to there alone is visited.
    const place = link.startsWith(`${WORLD}/`) ? link.slice(WORLD.length) : link
    if (known.has(place) || isForm(link) || link.endsWith('/stream')) continue
    known.add(place)
    expect((pages.get(link) ?? pagesOfWorld.get(link) ?? (await walked.visit(link))).status, link).toBe(200)
  }
  expect(known.size).toBeGreaterThan(300)
})

test('every page is guarded by a strict policy, runs nothing of its own, and is small', () => {
  for (const [path, { headers, text }] of pages) {
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self';/)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(text).not.toMatch(/\son\w+=|\sstyle=|<style|<script(?! type="module" src="\/console\/)/)
    expect(text.match(/<h1/g)).toHaveLength(1)
    expect(Buffer.byteLength(text), path).toBeLessThan(50_000)
  }
})

test('a full list stays small', async () => {
  const { visit, call } = await visited()
  for (let i = 0; i < 120; i++) await call('POST', '/customer/l8v2', { nonsense: { deeper: i } })
  for (const path of ['/requests', '/requests/60', '/'])
    expect(Buffer.byteLength((await visit(path)).text), path).toBeLessThan(50_000)
  const [first, older] = [await visit('/requests'), await visit('/requests?before=21')]
  expect(first.links).toContain('/requests?before=46')
  expect(older.links).toContain('/requests/1?before=21')
})

test('what pages load is small, whole, and sent once', async () => {
  const { call, visit } = await visited()
  let script = 0
  for (const name of readdirSync('src/console/assets')) {
    const { status, headers, text } = await call('GET', `/console/${name}`)
    expect([status, text]).toEqual([200, readFileSync(`src/console/assets/${name}`, 'utf8')])
    if (name.endsWith('.js')) script += text.length
    const tag = headers.get('etag') ?? ''
    expect((await call('GET', `/console/${name}`, undefined, { 'if-none-match': tag })).status).toBe(304)
    expect(text).not.toMatch(/https?:\/\/(?!www\.w3\.org)/)
  }
  const loaded = (await visit('/')).links.filter((link) => /^\/console\/.*\.\w+$/.test(link))
  expect(loaded.length).toBeGreaterThan(5)
  for (const link of loaded) {
    const kept = async (path: string) => (await call('GET', path)).headers.get('cache-control')
    expect(await kept(link)).toContain('immutable')
    expect(await kept(link.replace(/[\w-]+(?=\/[^/]*$)/, 'earlier'))).toBe('no-cache')
  }
  expect(script).toBeGreaterThan(1000)
  expect(script).toBeLessThan(60_000)
  for (const name of ['index.ts', '../assets.ts', '..%2fassets.ts', 'none.js', ''])
    expect((await call('GET', `/console/${name}`)).status, name).toBe(404)
})

test('an explanation shows rule, basis, source and what was checked', async () => {
  const { visit, call } = await visited()
  await call('POST', `${MAIN}/deactivate`, {})
  const { seen, links } = await visit('/requests/1')
  expect(seen).toMatch(/main-address-stays documented contract 4\.30 the main postal address cannot be deactivated/)
  expect(seen).toContain('refused: main-address-stays')
  expect(seen).toContain('reasons to refuse did not apply')
  expect(links).toContain('/_sandbox/sources/issuer-address#section-4.30')
})

test('filters are the query, and go along to a step and back', async () => {
  const { visit, call } = await visited()
  await call('GET', ADDRESSES)
  await call('POST', `${MAIN}/deactivate`, {})
  const list = await visit('/requests?status=4xx&operation=deactivateAddress')
  expect(list.seen).toMatch(/deactivateAddress 400/)
  expect(list.seen).not.toContain('listAddressesForCustomer')
  expect(list.links).toContain('/requests/2?status=4xx&operation=deactivateAddress')
  const step = await visit('/requests/2?status=4xx&operation=deactivateAddress')
  expect(step.links).toContain('/requests?status=4xx&operation=deactivateAddress')
  expect((await visit('/requests?status=nonsense')).status).toBe(400)
})

test('an empty world says what to send, and a step that is not there where to go', async () => {
  const { visit } = await visited()
  expect((await visit('/w/ci-1/requests')).seen).toMatch(/curl 'http:\/\/localhost\/w\/ci-1\/api\/v2\/issuers/)
  const none = await visit('/w/ci-1/requests/7')
  expect([none.status, none.links.includes('/w/ci-1/requests')]).toEqual([404, true])
  const unknown = await visit('/w/ci-1/swagger')
  expect([unknown.status, unknown.links.includes('/w/ci-1/openapi/control.json')]).toEqual([404, true])
  expect((await visit('/requests/by/nobody')).status).toBe(404)
})

test('a correlation id leads to the steps that bear it', async () => {
  const { visit, call } = await visited()
  await call('POST', '/customer/l8v2', {}, { 'x-client-request-id': 'ticket 4711/a' })
  const page = await visit(`/requests/by/${encodeURIComponent('ticket 4711/a')}`)
  expect([page.status, page.links.includes('/requests/1')]).toEqual([200, true])
  expect((await visit('/requests/1?tab=exchange')).links).toContain('/requests/by/ticket%204711%2Fa')
})

test('somebody with curl finds the way as well', async () => {
  const { call } = await visited()
  const detail = async (path: string) => (await call('GET', path)).body.detail
  expect(await detail('/w/ci/swagger')).toMatch(/\/w\/ci\/openapi\/first-vision\.json and .* have the documents$/)
  expect(await detail('/openapi.json')).toContain('/openapi/control.json')
  expect(await detail('/health')).toMatch(/\/_sandbox\/health\/ready tell how it is$/)
  expect(await detail('/_sandbox')).toContain('/_sandbox/info')
})

test('each page lies where the console is asked', () => {
  for (const { path } of PAGES.filter((page) => page.path !== '/'))
    expect(CONSOLE_PATHS, path).toContain(`/${path.split('/')[1]}`)
  expect(matchPath('/requests/:id', '/requests/a%2Fb')).toEqual({ id: 'a/b' })
  expect(matchPath('/requests/:id', '/requests/%')).toEqual({ id: '%' })
  expect(matchPath('/requests/:id', '/requests')).toBeUndefined()
})
