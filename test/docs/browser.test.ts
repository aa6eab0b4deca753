import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { browser as program } from '../browsers.ts'
import { launched, openedIn } from '../console/browsing.ts'

describe.skipIf(!program)('in a browser, without a network', () => {
  let browser: Browser
  let opened: Awaited<ReturnType<typeof openedIn>>
  const told: string[] = []
  beforeAll(async () => {
    browser = await launched()
    // One page for all, so that the explorer is loaded once.
    opened = await openedIn(browser)
    opened.page.on('console', (message) => told.push(message.text()))
  })
  afterAll(async () => {
    await opened?.close()
    await browser?.close()
  })

  test.each([
    ['first-vision', 'light', 'system', false],
    ['issuer-address', 'dark', 'system', true],
    ['control', 'light', 'dark', true],
  ] as const)(
    'the explorer shows %s (%s, %s chosen), and what it tries succeeds',
    async (document, colorScheme, chosen, isDark) => {
      const { page, go, wrong, line } = opened
      await page.context().addCookies([{ name: 'sandbox-theme', value: chosen, url: line.url }])
      await page.emulateMedia({ colorScheme })
      await go(`/w/tried/docs?document=${document}`)
      const operation = page.locator('.opblock').first()
      await operation.locator('.opblock-summary-control').click()
      await operation.locator('.execute').click()
      const answered = operation.locator('.live-responses-table tbody .response-col_status').first()
      expect((await answered.innerText()).trim()).toMatch(/^200/)
      expect(await operation.locator('.request-url').innerText()).toContain(`${line.url}/w/tried/`)
      expect(await page.locator('html.dark-mode').count()).toBe(isDark ? 1 : 0)
      expect([...wrong, ...told]).toEqual([])
    },
  )
})
