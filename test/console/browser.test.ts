import { readFileSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { browser as program } from '../browsers.ts'
import { launched, openedIn } from './browsing.ts'
import { DESK, isSound, widerBy } from './sound.ts'

const AXE = readFileSync('node_modules/axe-core/axe.min.js', 'utf8')
const ADDRESSES = '/api/v2/issuers/1234/customers/CUS10000375016/addresses'
const MAIN = `${ADDRESSES}/ADDREF_MAIN_POSTAL_ADDRESS_1000000000417761`
const PAGES = ['/', '/requests', '/requests?status=5xx', '/nowhere', '/requests/by/nobody'].concat(
  ['exchange', 'explain', 'changes', 'raw'].map((tab) => `/requests/1?tab=${tab}`),
  ['/records', '/records/issuer.addresses', '/records/issuer.addresses/none', '/changes'],
  ['', '?tab=json', '?tab=since', '?tab=requests'].map((tab) => `/records/issuer.customers/CUS10000375016${tab}`),
  '/records/first-vision.customers/998-0009980011000000003',
  ['/scenarios', '/scenarios/quickstart', '/scenarios/returned-mail', '/faults', '/catalogue'],
  ['/catalogue/errors/issuer/main-address-stays', '/coverage', '/workspaces', '/cases'],
)
/** It opens thirty pages, on machines that may have others to serve. */
const LONG = { timeout: 180_000 }
const PHONE = { width: 390, height: 844 }

test('there is a browser to try the console in', () => {
  if (process.env.CI && !process.env.NO_BROWSER)
    expect(program, 'install Chromium, or name one by CHROMIUM').toBeDefined()
})

describe.skipIf(program === undefined)('in a browser', () => {
  let browser: Browser
  let opened: Awaited<ReturnType<typeof openedIn>>
  let worlds = 0
  beforeAll(async () => {
    browser = await launched()
    opened = await openedIn(browser)
  })
  afterAll(async () => {
    await opened?.close()
    await browser?.close()
  })

  /** The one page, as it was at first, to look at a world of its own. */
  async function placed() {
    const world = `/w/ci-${++worlds}`
    await opened.page.emulateMedia({ colorScheme: 'light' })
    await opened.page.setViewportSize(DESK)
    opened.wrong.length = 0
    return { ...opened, world }
  }

  test('what comes shows at once, its explanation opens by keys alone, and Esc leads back', async () => {
    const { world, page, go, live, call, wrong } = await placed()
    await go(`${world}/requests`)
    await live()
    await call('POST', `${world}${MAIN}/deactivate`, {})
    await page.getByText('main-address-stays').waitFor()
    await call('GET', world + ADDRESSES)
    await page.locator('#step-2').waitFor()
    for (const key of ['j', 'j', 'Enter']) await page.keyboard.press(key)
    await page.getByRole('heading', { name: '1 · deactivateAddress' }).waitFor()
    await page.getByText('the main postal address cannot be deactivated').first().waitFor()
    await live()
    await page.keyboard.press('Escape')
    await page.waitForURL(`**${world}/requests`)
    await live()
    await page.keyboard.press('/')
    expect(await page.evaluate('document.activeElement.name')).toBe('status')
    await page.keyboard.press('Escape')
    for (const key of ['g', 'o']) await page.keyboard.press(key)
    await page.getByRole('heading', { name: 'Overview' }).waitFor()
    await live()
    await page.keyboard.press('?')
    expect(await page.getByText('copy as curl').isVisible()).toBe(true)
    expect(wrong).toEqual([])
  })

  test('who stands on a row keeps it as others come', async () => {
    const { world, page, go, live, call } = await placed()
    await go(`${world}/requests`)
    await live()
    await call('GET', world + ADDRESSES)
    await page.locator('#step-1').waitFor()
    await page.keyboard.press('j')
    for (const step of [2, 3]) {
      await call('GET', world + ADDRESSES)
      await page.locator(`#step-${step}`).waitFor()
    }
    expect(await page.evaluate('document.activeElement.textContent')).toBe('1')
  })

  test('the clock moves by a button, and a step is replayed by a key', async () => {
    const { world, page, go, live, call } = await placed()
    await call('GET', world + ADDRESSES)
    await go(`${world}/requests/1`)
    await live()
    await page.getByRole('button', { name: '+1 d' }).click()
    await page.getByText('3 Mar 2026, 09:00:00 UTC').first().waitFor()
    await live()
    await page.keyboard.press('p')
    await page.waitForURL(`**${world}/requests/3`)
    expect((await call('GET', `${world}/_sandbox/requests`)).body.requests[0].operation).toBe(
      'listAddressesForCustomer',
    )
  })

  test('the line of a timeline and the address in force move with the clock, whoever moves it', async () => {
    const { world, page, go, live, call, wrong } = await placed()
    await call('PUT', `/_sandbox/workspaces${world.slice(2)}`, { scenario: 'temporary-address-active' })
    await go(`${world}/records/issuer.customers/CUS10000730001`)
    await live()
    const line = () => page.locator('svg.timeline line.clock').getAttribute('x1')
    const inForce = page.locator('#in-force dd')
    const first = await line()
    expect(await inForce.textContent()).toBe('Via Roma 2, 39100 Bolzano, IT, temporary')
    expect(await page.locator('svg.timeline [data-begins] > title').first().textContent()).toContain('Elbufer')
    await page.getByRole('button', { name: 'Move the clock there' }).click()
    await page.getByText('now 1 May 2026').first().waitFor({ state: 'attached' })
    expect(await inForce.textContent()).toBe('Elbufer 11, 01067 Dresden, DE')
    expect(await line()).not.toBe(first)
    await live()
    await call('POST', `${world}/_sandbox/clock/advance`, { by: 'P1M' })
    await page.getByText('now 31 May 2026').first().waitFor({ state: 'attached' })
    expect(wrong).toEqual([])
  })

  test('a page that is paused stays as it is, and says how much came', async () => {
    const { world, page, go, live, call } = await placed()
    await go(`${world}/requests`)
    await live()
    await page.keyboard.press('.')
    await call('GET', world + ADDRESSES)
    await page.getByText('paused, 1 new').waitFor()
    expect(await page.locator('[data-row]').count()).toBe(0)
    await page.keyboard.press('.')
    await page.locator('#step-1').waitFor()
  })

  test('where the line is cut the page says so, and when it is back nothing is missing', async () => {
    const { world, page, go, live, call, line } = await placed()
    await go(`${world}/requests`)
    await live()
    await line.cut()
    await page.getByText('server gone, trying again').waitFor()
    for (let i = 0; i < 3; i++) await call('GET', world + ADDRESSES)
    await line.mend()
    await live()
    await page.locator('#step-3').waitFor()
    expect(await page.locator('[data-row]').allTextContents()).toEqual(['3', '2', '1'])
  })

  test('what came meanwhile and is no longer kept is told by its number', async () => {
    const { world, page, go, live, call, line } = await placed()
    await go(`${world}/requests`)
    await live()
    await line.cut()
    for (let i = 0; i < 3; i++) await call('GET', world + ADDRESSES)
    await call('DELETE', `${world}/_sandbox/requests`)
    await call('GET', world + ADDRESSES)
    await line.mend()
    await page.getByText('3 steps were missed').waitFor()
    await page.locator('#step-4').waitFor()
  })

  test('colours are chosen, and stay', async () => {
    const { world, page, go } = await placed()
    await go(`${world}/requests`)
    const paper = () => page.evaluate('getComputedStyle(document.documentElement).backgroundColor')
    const light = await paper()
    await page.getByRole('button', { name: 'dark', exact: true }).click()
    await page.locator('html[data-theme=dark]').waitFor()
    expect(await paper()).not.toBe(light)
    await go(world)
    expect(await page.locator('html').getAttribute('data-theme')).toBe('dark')
  })

  test('no page has an obstacle in light or in dark colours, or is wider than a phone', LONG, async () => {
    const { page, go, call, wrong } = await placed()
    // Handed over once, as it is long.
    await page.addInitScript(AXE)
    await call('POST', `${MAIN}/deactivate`, { ['x'.repeat(3000)]: '\u202e' })
    await call('PUT', '/_sandbox/snapshots/before')
    const doctored = (await call('GET', '/_sandbox/case')).body
    for (const fault of FAULTS) expect((await call('POST', '/_sandbox/faults', fault)).status).toBe(200)
    const held = call('GET', ADDRESSES)
    for (const path of PAGES) {
      await page.setViewportSize(PHONE)
      await go(path)
      for (const menu of path === '/' ? await page.locator('.menu').all() : []) {
        await menu.locator('summary').click()
        expect(await widerBy(page)).toBeLessThanOrEqual(0)
        await menu.locator('summary').click()
      }
      await isSound(page, path, path === '/' ? 'with its frame' : 'alone')
    }
    doctored.steps[0].answer.status = 418
    const buffer = Buffer.from(JSON.stringify(doctored))
    await go('/cases')
    await page.locator('input[type=file]').setInputFiles({ name: 'my.json', mimeType: 'application/json', buffer })
    await page.getByRole('button', { name: 'Play it' }).click()
    await page.getByText('first at step 1').waitFor()
    await page.setViewportSize(PHONE)
    await isSound(page, 'the verdict on a case', 'alone')
    await call('DELETE', '/_sandbox/faults')
    await held
    // A page that is not there is told as such.
    expect(wrong.filter((message) => !message.includes('status of 404'))).toEqual([])
  })
})

/** Trouble with all that a row of it can tell. */
const FAULTS = [
  { match: { operation: 'listAddressesForCustomer', method: 'GET' }, effect: { kind: 'hold' } },
  {
    match: { api: 'issuer', operation: 'createAddress', path: '/api/v2/issuers/1234/*' },
    effect: { kind: 'status', status: 502 },
    ...{ phase: 'after', times: 3, probability: 0.25, expiresAfter: 'PT10M', expect: { count: 2 } },
  },
]
