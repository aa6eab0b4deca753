import type { Page } from 'playwright-core'

/** Somebody who does what a page offers, in one of two ways. */
export type Hand = {
  /** Follows the link, or presses the button, that is called so. */
  press(name: string): Promise<void>
  /** Opens the row of a step. */
  open(step: number): Promise<void>
  /** Chooses the next moment on the timeline at which something changes. */
  chooseNextChange(): Promise<void>
  /** Brings a file to the field that takes one. */
  bring(path: string): Promise<void>
}

export function mouse(page: Page): Hand {
  return {
    press: (name) => page.getByRole('main').getByText(name, { exact: true }).first().click(),
    open: (step) => page.locator(`#step-${step} a`).click(),
    chooseNextChange: async () => {
      const drawing = page.locator('svg.timeline')
      const [now, marks] = await drawing.evaluate(({ dataset }: Drawn) => [Number(dataset.now), `${dataset.marks}`])
      const [place = 0] = marks
        .split(' ')
        .map(Number)
        .flatMap((at, index, all) => (at > now ? [all[index - 1] ?? 0] : []))
      await drawing.scrollIntoViewIfNeeded()
      const { x, y, width } = (await drawing.boundingBox()) ?? { x: 0, y: 0, width: 0 }
      await page.mouse.click(x + (place * width) / 1000, y + 80)
    },
    bring: async (path) => {
      const { x = 0, y = 0 } = (await page.locator('input[type=file]').boundingBox()) ?? {}
      const session = await page.context().newCDPSession(page)
      const data = { items: [], files: [path], dragOperationsMask: 1 }
      for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
        await session.send('Input.dispatchDragEvent', { type, x: x + 10, y: y + 10, data })
    },
  }
}

type Drawn = { dataset: { now?: string; marks?: string } }

/** Nothing but keys: past the frame, Tab until what is wanted has the focus, and the keys that the console itself has. */
export function keyboard(page: Page): Hand {
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key)
  }
  const tabTo = async (name: string) => {
    for (let tabs = 0; tabs < 100; tabs++) {
      await press('Tab')
      const now = await page.evaluate<string>(FOCUSED)
      if (now === name) return
      // Nobody walks through the frame of a page to get to it.
      if (now === 'To the page') await press('Enter')
    }
    throw new Error(`no key leads to '${name}'`)
  }
  return {
    press: async (name) => {
      await tabTo(name)
      await press('Enter')
    },
    open: async (step) => {
      const isThere = () => page.evaluate<boolean>(`document.activeElement.closest('#step-${step}') !== null`)
      for (let rows = 0; rows < 20 && !(await isThere()); rows++) await press('j')
      await press('Enter')
    },
    chooseNextChange: () => press('t', 'Shift+ArrowRight'),
    bring: async (path) => {
      // Waited for beforehand, so that the browser knows by then whom to ask.
      const asked = page.waitForEvent('filechooser')
      const press = async () => {
        await tabTo('A case file, chosen or dropped here')
        await page.keyboard.press('Enter')
      }
      const [chooser] = await Promise.all([asked, press()])
      await chooser.setFiles(path)
    },
  }
}

const FOCUSED = `(({ labels, textContent }) => (labels?.[0] ?? { textContent }).textContent.trim())(document.activeElement)`
