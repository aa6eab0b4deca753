import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { browser as program } from '../browsers.ts'
import { launched, openedIn } from './browsing.ts'
import { type Hand, keyboard, mouse } from './hands.ts'

const ADDRESSES = '/api/v2/issuers/1234/customers/CUS10000375016/addresses'
const MAIN = `${ADDRESSES}/ADDREF_MAIN_POSTAL_ADDRESS_1000000000417761`

/** What is done in a world of its own, below `world`, and what comes of it. */
type Place = Awaited<ReturnType<typeof openedIn>> & { hand: Hand; world: string; sees(text: string): Promise<void> }

const DEEDS: Record<string, (place: Place) => Promise<void>> = {
  'a scenario is loaded': async ({ world, go, hand, page, live }) => {
    await go(`${world}/scenarios`)
    await hand.press('Mail comes back')
    await live()
    await hand.press('Load here')
    await page.locator('#scenario').getByText('returned-mail').waitFor()
  },

  'a request is seen as it comes, and its explanation opened': async ({ world, go, live, call, hand, page, sees }) => {
    await go(`${world}/requests`)
    await live()
    await call('GET', world + ADDRESSES)
    await call('POST', `${world}${MAIN}/deactivate`, {})
    await page.locator('#step-2').waitFor()
    await hand.open(2)
    await sees('the main postal address cannot be deactivated')
    expect(await page.locator('.tabs [aria-current]').textContent()).toBe('Why')
  },

  'a request is replayed in a fork': async ({ world, go, call, hand, page }) => {
    await call('GET', world + ADDRESSES)
    await go(`${world}/requests/1`)
    await hand.press('Replay in a fork')
    await page.waitForURL(`**${world}-before-1/requests/1`)
    expect((await call('GET', `${world}/_sandbox/requests`)).body.requests).toHaveLength(1)
  },

  'the clock is moved to where the address in force is another one': async ({
    world,
    go,
    live,
    call,
    hand,
    page,
    sees,
  }) => {
    await call('PUT', `/_sandbox/workspaces${world.slice(2)}`, { scenario: 'temporary-address-active' })
    await go(`${world}/records/issuer.customers/CUS10000730001`)
    await live()
    const line = () => page.locator('svg.timeline line.clock').getAttribute('x1')
    const [before, inForce] = [await line(), page.locator('#in-force dd')]
    expect(await inForce.textContent()).toBe('Via Roma 2, 39100 Bolzano, IT, temporary')
    await hand.chooseNextChange()
    expect(await page.locator('#as-of').textContent()).toContain('Elbufer 11')
    expect(await inForce.textContent()).toContain('Via Roma 2')
    await hand.press('Move the clock to this moment')
    await sees('Elbufer 11, 01067 Dresden, DE')
    expect(await inForce.textContent()).toBe('Elbufer 11, 01067 Dresden, DE')
    expect(await line()).not.toBe(before)
  },

  'a request is held, seen at once, and let go on': async ({ world, go, live, call, hand, sees, page }) => {
    await go(`${world}/faults`)
    await hand.press('Hold createAddress')
    await sees('0 of 1')
    await live()
    const answer = call('POST', world + ADDRESSES, { addressLabel: 'PERSONAL_EMAIL', addressType: 'EMAIL' })
    await page.locator('#held').getByText('createAddress is held').waitFor()
    await hand.press('Let it go on')
    expect((await answer).status).toBeGreaterThanOrEqual(200)
    await sees('1 of 1')
    expect(await page.locator('#held').textContent()).toBe('')
  },

  'a walkthrough is walked to its end': async ({ world, go, hand, sees }) => {
    await go(`${world}/scenarios/returned-mail`)
    await hand.press('Load here and run step 1')
    await sees('1 of 10 steps run, as expected.')
    await hand.press('Run step 2')
    await sees('2 of 10 steps run, as expected.')
    await hand.press('Run to the end')
    await sees('All 10 steps run, as expected.')
  },

  'a case that was tampered with is brought, and the step that differs is told': async ({
    world,
    go,
    call,
    hand,
    sees,
  }) => {
    for (const path of ['', '?embed=addressUsages', '']) await call('GET', world + ADDRESSES + path)
    const doctored = (await call('GET', `${world}/_sandbox/case`)).body
    doctored.steps[1].answer.status = 418
    const folder = mkdtempSync(join(tmpdir(), 'case-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    writeFileSync(join(folder, 'my.case.json'), JSON.stringify(doctored))
    await go(`${world}/cases`)
    await hand.bring(join(folder, 'my.case.json'))
    await hand.press('Play it')
    await sees('first at step 2')
  },
}

describe.skipIf(program === undefined)('in a browser', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launched()
  })
  afterAll(() => browser?.close())

  describe.each([
    ['mouse', mouse],
    ['keyboard', keyboard],
  ] as const)('by %s alone', (way, handOf) => {
    let opened: Awaited<ReturnType<typeof openedIn>>
    beforeAll(async () => {
      opened = await openedIn(browser)
    })
    afterAll(() => opened?.close())

    test.each(Object.entries(DEEDS))('%s', async (deed, done) => {
      const { page, wrong } = opened
      const world = `/w/${way}-${Object.keys(DEEDS).indexOf(deed)}`
      const sees = (text: string) => page.getByRole('main').getByText(text).first().waitFor()
      await done({ ...opened, world, sees, hand: handOf(page) })
      expect(wrong).toEqual([])
    })
  })
})
