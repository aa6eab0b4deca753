import type { Child } from 'hono/jsx'
import type { Page, View } from '../page.ts'
import type { ErrorInCatalogue, RuleInCatalogue } from '../told.ts'
import { Entry } from './catalogue/entry.tsx'

/** Operations that a page tells of; the catalogue's filter leads to each. */
const MOST = 12
/** What the examples of a page take together, in bytes. */
const ROOM = 24_000

const roomOf = (entries: number): number => Math.max(300, Math.min(2500, Math.floor(ROOM / (entries * 2))))

/** A code, as each operation that has it declares it. */
export const errorInCatalogue: Page = {
  path: '/catalogue/errors/:api/:code',
  show: async (view) => {
    const { api = '', code = '' } = view.params
    const path = `/_sandbox/errors/${encodeURIComponent(api)}/${encodeURIComponent(code)}`
    const { errors } = await view.ask<{ errors: ErrorInCatalogue[] }>(path)
    const shown = errors.slice(0, MOST)
    const rest = errors.slice(MOST).map(({ operation }) => operation)
    return pageOf(
      view,
      code,
      <>
        <p class="lead">
          A code of {api}, in {errors.length === 1 ? 'one operation' : `${errors.length} operations`}.
        </p>
        {shown.map((entry) => (
          <Entry view={view} entry={entry} code={code} operations={[entry.operation]} most={roomOf(shown.length)} />
        ))}
        {rest.length > 0 && <p class="soft">The same in {rest.join(', ')}.</p>}
      </>,
    )
  },
}

/** A rule once, with all operations that it holds for. */
export const ruleInCatalogue: Page = {
  path: '/catalogue/rules/:name',
  show: async (view) => {
    const { name = '' } = view.params
    const { rules } = await view.ask<{ rules: RuleInCatalogue[] }>(`/_sandbox/rules/${encodeURIComponent(name)}`)
    const shown = rules.slice(0, MOST)
    return pageOf(
      view,
      name,
      <>
        <p class="lead">A rule, with the operations that it holds for.</p>
        {shown.map((entry) => (
          <Entry view={view} entry={entry} code={name} operations={entry.operations} most={roomOf(shown.length)} />
        ))}
      </>,
    )
  },
}

const pageOf = (view: View, code: string, body: Child) => ({
  title: code,
  back: view.link('/catalogue'),
  body: (
    <>
      <p class="trail">
        <a href={view.link('/catalogue')}>Catalogue</a>
      </p>
      <h1 class="mono outside">{code}</h1>
      {body}
    </>
  ),
})
