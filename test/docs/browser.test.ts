import { spawnSync } from 'node:child_process'
import { type Browser, chromium } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { served } from '../http/served.ts'

const runs = (program: string): boolean => spawnSync(program, ['--version']).status === 0
const executablePath = [chromium.executablePath(), '/usr/bin/chromium', '/usr/bin/google-chrome'].find(runs)

describe.skipIf(!executablePath)('in a browser, without a network', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await chromium.launch({ ...(executablePath && { executablePath }), args: ['--no-sandbox'] })
  })
  afterAll(() => browser?.close())

  test.each([
    ['first-vision', 'light'],
    ['issuer-address', 'dark'],
    ['control', 'light'],
  ] as const)('the explorer shows %s (%s), and what it tries succeeds', async (document, colorScheme) => {
    const { url } = await served()
    const page = await browser.newPage({ colorScheme })
    onTestFinished(() => page.close())
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
    expect(await page.locator('html.dark-mode').count()).toBe(colorScheme === 'dark' ? 1 : 0)
    expect(troubles).toEqual([])
  })
})
