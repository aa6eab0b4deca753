import type { Theme } from '../../http/pages/theme.ts'
import type { Shown, View } from '../page.ts'
import type { Info, StepList } from '../told.ts'
import { Header } from './header.tsx'
import { Navigation } from './navigation.tsx'

/** The style sheets of every page; what is narrow comes last, as it has the last word. */
const STYLES = [
  'console',
  'frame',
  'parts',
  'timeline',
  'records',
  'scenarios',
  'faults',
  'catalogue',
  'cases',
  'narrow',
]

/** `loads` is where what a page loads lies. */
type Framed = { view: View; shown: Shown; path: string; theme: Theme; loads: string }

/** A page within its frame, as text. What of the world cannot be asked for is left out of the frame. */
export async function framed({ view, shown, path, theme, loads }: Framed): Promise<string> {
  const [info, last] = await Promise.all([
    view.ask<Info>('/_sandbox/info').catch(() => undefined),
    view.ask<StepList>('/_sandbox/requests?limit=1').catch(() => undefined),
  ])
  const step = last?.requests[0]?.id ?? 0
  const stream = info && view.link('/_sandbox/requests/stream')
  return String(
    <html lang="en" data-theme={theme}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <meta name="color-scheme" content={theme === 'system' ? 'light dark' : theme} />
        <title>{`${shown.title} · issuer-sandbox`}</title>
        <link rel="icon" href={`${loads}/icon.svg`} />
        {STYLES.map((name) => (
          <link rel="stylesheet" href={`${loads}/${name}.css`} />
        ))}
        <script type="module" src={`${loads}/console.js`} />
      </head>
      <body data-stream={stream} data-step={String(step)}>
        <a class="skip" href="#main">
          To the page
        </a>
        <Header view={view} info={info} theme={theme} />
        <Navigation view={view} path={path} step={step} />
        <main id="main" tabindex={-1} data-back={shown.back}>
          <p class="notice" id="missed" role="status" hidden />
          {shown.body}
        </main>
      </body>
    </html>,
  )
}
