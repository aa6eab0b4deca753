import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { browser as program } from '../browsers.ts'
import { launched } from '../console/browsing.ts'
import { served } from '../http/served.ts'

describe.skipIf(!program)('in a browser, without a network', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launched()
  })
  afterAll(() => browser?.close())

  test.each([
    ['first-vision', 'light', 'system', false],
    ['issuer-address', 'dark', 'system', true],
    ['control', 'light', 'dark', true],
  ] as const)(
    'the explorer shows %s (%s, %s chosen), and what it tries succeeds',
    async (document, colorScheme, chosen, isDark) => {
      const { url } = await served()
      const context = await browser.newContext({ colorScheme })
      onTestFinished(() => context.close())
      await context.addCookies([{ name: 'sandbox-theme', value: chosen, url }])
      const page = await context.newPage()
      const troubles: string[] = []
      page.on('console', (message) => troubles.push(message.text()))
      page.on('pageerror', (error) => troubles.push(error.message))
      await page.route('**', (route) => {
        const asked = route.request().url()
        if (asked.startsWith(`${url}/`)) return route.continue()
        troubles.push(`asks for ${asked}`)
        return route.abort()
      })
      await page.goto(`${url}/w/tried/docs?document=${document}`)
      const operation = page.locator('.opblock').first()
      await operation.locator('.opblock-summary-control').click()
      await operation.locator('.execute').click()
      const answered = operation.locator('.live-responses-table tbody .response-col_status').first()
      expect((await answered.innerText()).trim()).toMatch(/^200/)
      expect(await operation.locator('.request-url').innerText()).toContain(`${url}/w/tried/`)
      expect(await page.locator('html.dark-mode').count()).toBe(isDark ? 1 : 0)
      expect(troubles).toEqual([])
    },
  )
})
