// Pictures of the running product for the documentation: `npm run screenshots` writes them to docs/images/.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'
import { createSandbox } from '../dist/index.js'

const IMAGES = fileURLToPath(new URL('../docs/images/', import.meta.url))
const BROWSERS = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** Where time stands still, the pictures change only when the product does. */
const sandbox = await createSandbox({ scenario: 'temporary-address-active' })
const { url, close } = await sandbox.listen()
const world = sandbox.workspace()
const { cast } = await (await world.fetch('/_sandbox/scenarios/temporary-address-active')).json()
const [{ issuer }] = Object.values(cast)
const customer = `/api/v2/issuers/${issuer.issuerId}/customers/${issuer.customerReference}`

await world.fetch(`${customer}/addresses`)
await world.fetch(`${customer}/addresses?embed=addressUsages`)
await world.fetch('/customer/l8v2', {
  method: 'POST',
  headers: { 'content-type': 'application/json', 'x-client-request-id': 'first-try' },
  body: JSON.stringify({ customerData: { dualFlag: '1', customerKeyData: { organizationNumber: 998 } } }),
})

const PICTURES = [
  { name: 'explanation', path: '/requests/3?tab=explain', height: 760 },
  { name: 'customer', path: `/records/issuer.customers/${issuer.customerReference}`, height: 820 },
]

const executablePath = BROWSERS.find((path) => path && existsSync(path))
const browser = await chromium.launch({ ...(executablePath && { executablePath }), args: ['--no-sandbox'] })
try {
  mkdirSync(IMAGES, { recursive: true })
  for (const colorScheme of ['light', 'dark'])
    for (const { name, path, height } of PICTURES) {
      const page = await browser.newPage({ colorScheme, viewport: { width: 1180, height } })
      await page.goto(url + path)
      await page.waitForTimeout(300)
      await page.screenshot({ path: join(IMAGES, `${name}-${colorScheme}.png`) })
      await page.close()
    }
  const timeline = `/_sandbox/timelines/issuer.customers/${issuer.customerReference}.svg?width=900`
  writeFileSync(join(IMAGES, 'timeline.svg'), await (await world.fetch(timeline)).text())
} finally {
  await browser.close()
  await close()
  await sandbox.close()
}
