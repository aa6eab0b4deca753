import { type Browser, chromium } from 'playwright-core'
import { listen } from '../../src/library/listen.ts'
import { browser as program } from '../browsers.ts'
import { sandbox } from '../harness.ts'
import { lineTo } from './line.ts'

/** A browser that reaches nothing but this machine. */
export const launched = (): Promise<Browser> =>
  chromium.launch({
    ...(program && { executablePath: program }),
    args: ['--no-sandbox', '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'],
  })

/** A sandbox behind a line that can be cut, a page on it, and what goes wrong there. */
export async function openedIn(browser: Browser) {
  const made = await sandbox()
  const server = await listen({ fetch: made.fetch, log: undefined }, {})
  const line = await lineTo(server.port)
  const context = await browser.newContext()
  const page = await context.newPage()
  page.setDefaultTimeout(50_000)
  const wrong: string[] = []
  page.on('pageerror', (error) => wrong.push(error.message))
  page.on('console', (message) => message.type() === 'error' && wrong.push(message.text()))
  page.on('request', (request) => {
    if (!request.url().startsWith(line.url)) wrong.push(`asks ${request.url()}`)
  })
  const close = async () => {
    await context.close()
    await line.cut()
    await server.close()
  }
  const go = (path: string) => page.goto(line.url + path)
  const live = () => page.locator('#live[data-state=live]').waitFor()
  return { ...made, page, wrong, line, go, live, close }
}
