import type { Page, View } from '../page.ts'
import { Empty } from '../parts/empty.tsx'
import { fromIn, Paged } from '../parts/paged.tsx'
import { Prose } from '../parts/prose.tsx'
import { Status } from '../parts/status.tsx'
import { withQuery } from '../paths.ts'
import type { Info, RuleInCatalogue } from '../told.ts'

/** Rows on a page: more are further pages, so that each stays small. */
const ROWS = 50

const FILTERS = ['q', 'api', 'operation', 'basis']

/** Everything that the platforms refuse, searched: what they say, and when. */
export const catalogue: Page = {
  path: '/catalogue',
  entry: { name: 'Catalogue', key: 'c' },
  show: async (view) => {
    const chosen = FILTERS.map((name): [string, string] => [name, view.query.get(name) ?? ''])
    const [{ rules }, { apis }] = await Promise.all([
      view.ask<{ rules: RuleInCatalogue[] }>(withQuery('/_sandbox/rules', chosen)),
      view.ask<Info>('/_sandbox/info'),
    ])
    const from = fromIn(view)
    return {
      title: 'Catalogue',
      back: view.link('/'),
      body: (
        <>
          <h1>Catalogue</h1>
          <p class="lead">
            {rules.length} {rules.length === 1 ? 'reason' : 'reasons'} to refuse, each with what brings it about.
          </p>
          <Filter view={view} apis={apis.map(({ name }) => name)} />
          <div class="panel scroll">
            {rules.length ? (
              <Rules view={view} rules={rules.slice(from, from + ROWS)} />
            ) : (
              <Empty>
                Nothing is refused like that. <a href={view.link('/catalogue')}>All of it</a>
              </Empty>
            )}
          </div>
          <Paged view={view} rows={ROWS} of={rules.length} />
        </>
      ),
    }
  },
}

function Filter({ view, apis }: { view: View; apis: string[] }) {
  const { query } = view
  const choose = (name: string, label: string, values: string[]) => (
    <label>
      {label}
      <select name={name}>
        <option value="">any</option>
        {values.map((value) => (
          <option selected={value === query.get(name)}>{value}</option>
        ))}
      </select>
    </label>
  )
  return (
    <form method="get" class="filter" action={view.link('/catalogue')}>
      <label>
        Search
        <input name="q" type="search" value={query.get('q') ?? ''} placeholder="income" data-filter />
      </label>
      {choose('api', 'API', apis)}
      <label>
        Operation
        <input name="operation" value={query.get('operation') ?? ''} autocomplete="off" />
      </label>
      {choose('basis', 'Basis', ['documented', 'inferred', 'assumed'])}
      <button type="submit">Find</button>
      {[...query].length > 0 && <a href={view.link('/catalogue')}>All</a>}
    </form>
  )
}

const Rules = ({ view, rules }: { view: View; rules: RuleInCatalogue[] }) => (
  <table class="rules">
    <thead>
      <tr>
        <th scope="col">Code</th>
        <th scope="col">Status</th>
        <th scope="col">Says, and when</th>
        <th scope="col">Basis</th>
      </tr>
    </thead>
    <tbody>
      {rules.map(({ api, rule, message, status, basis, trigger, operations }) => (
        <tr>
          <td class="rule">
            <a href={view.link(`/catalogue/errors/${api}/${encodeURIComponent(rule)}`)} data-row>
              {rule}
            </a>
          </td>
          <td>
            <Status status={status} />
          </td>
          <td>
            {message.slice(0, 160)}
            <p class="soft">
              <Prose text={trigger.when.slice(0, 200)} />{' '}
              <span class="mono">{operations.length === 1 ? operations[0] : `${operations.length} operations`}</span>
            </p>
          </td>
          <td>
            <span class="basis">{basis}</span>
          </td>
        </tr>
      ))}
    </tbody>
  </table>
)
