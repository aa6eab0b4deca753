import type { Page } from 'playwright-core'
import { expect } from 'vitest'

export const DESK = { width: 1300, height: 800 }

/** A page that is open on a phone fits it, and axe, which it has loaded, finds nothing serious in it, in light and in dark. */
export async function isSound(page: Page, name: string, frame: 'with its frame' | 'alone') {
  // The frame is the same around every page.
  const exclude = frame === 'alone' ? ['body > header', 'body > nav'] : []
  expect(await widerBy(page), name).toBeLessThanOrEqual(0)
  await page.setViewportSize(DESK)
  expect(await obstacles(page, { exclude }), name).toEqual([])
  // All that is different in the dark is the colours.
  await page.emulateMedia({ colorScheme: 'dark' })
  expect(await obstacles(page, { exclude, rules: ['color-contrast'] }), `${name} in the dark`).toEqual([])
  await page.emulateMedia({ colorScheme: 'light' })
}

export const widerBy = (page: Page) => page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')

/** What axe finds serious, with the element; by all its rules that can be, or by some. */
async function obstacles(page: Page, judged: { exclude: string[]; rules?: string[] }): Promise<string[]> {
  return page.evaluate(async ({ exclude, rules }) => {
    // The two that take long and find nothing worse than moderate.
    const moderate = { region: { enabled: false }, 'heading-order': { enabled: false } }
    // biome-ignore lint/suspicious/noExplicitAny: every page of the test has it
    const { violations } = await (globalThis as any).axe.run(
      { exclude },
      {
        resultTypes: ['violations'],
        selectors: false,
        preload: false,
        ...(rules ? { runOnly: rules } : { rules: moderate }),
      },
    )
    return violations.flatMap(({ id, impact, nodes }: { id: string; impact: string; nodes: { html: string }[] }) =>
      ['serious', 'critical'].includes(impact) ? nodes.map(({ html }) => `${id}: ${html}`) : [],
    )
  }, judged)
}
