import type { Page, View } from '../page.ts'
import { Empty } from '../parts/empty.tsx'
import { withQuery } from '../paths.ts'
import type { Info, ScenarioInList, ScenarioList } from '../told.ts'

/** The worlds that one can begin with, searched; and which one this world began with. */
export const scenarios: Page = {
  path: '/scenarios',
  entry: { name: 'Scenarios', key: 's' },
  show: async (view) => {
    const [q, tag, api] = ['q', 'tag', 'api'].map((name) => view.query.get(name) ?? '')
    const [{ scenarios: found, unusable = [] }, info] = await Promise.all([
      view.ask<ScenarioList>(withQuery('/_sandbox/scenarios', [['q', q]])),
      view.ask<Info>('/_sandbox/info'),
    ])
    const shown = found.filter(({ tags, apis }) => (!tag || tags.includes(tag)) && (!api || apis.includes(api)))
    return {
      title: 'Scenarios',
      back: view.link('/'),
      body: (
        <>
          <h1>Scenarios</h1>
          <p class="lead">Worlds to begin with: each has a story, people with numbers, and a walkthrough to run.</p>
          <Filter view={view} found={found} apis={info.apis.map(({ name }) => name)} />
          {unusable.slice(0, 20).map(({ name, problem }) => (
            <p class="notice outside">
              {name} cannot be used: {problem.slice(0, 300)}
            </p>
          ))}
          <div class="panel">
            {shown.length ? (
              <ul class="scenarios">
                {shown.slice(0, MOST).map((scenario) => (
                  <Entry view={view} scenario={scenario} isLoaded={scenario.name === info.workspace.scenario} />
                ))}
              </ul>
            ) : (
              <Empty>
                No scenario is like that. <a href={view.link('/scenarios')}>All of them</a>
              </Empty>
            )}
          </div>
          {shown.length > MOST && (
            <p class="soft">
              The first {MOST} of {shown.length}: search for the others.
            </p>
          )}
        </>
      ),
    }
  },
}

/** Rows on a page. */
const MOST = 80

function Filter({ view, found, apis }: { view: View; found: ScenarioInList[]; apis: string[] }) {
  const { query } = view
  const choose = (name: string, label: string, values: string[]) => (
    <label>
      {label}
      <select name={name}>
        <option value="">any</option>
        {[...new Set([...values, query.get(name) ?? ''])].filter(Boolean).map((value) => (
          <option selected={value === query.get(name)}>{value.slice(0, 100)}</option>
        ))}
      </select>
    </label>
  )
  return (
    <form method="get" class="filter" action={view.link('/scenarios')}>
      <label>
        Search
        <input name="q" type="search" value={query.get('q') ?? ''} placeholder="returned mail" data-filter />
      </label>
      {choose('tag', 'Tag', found.flatMap(({ tags }) => tags).sort())}
      {choose('api', 'API', apis)}
      <button type="submit">Find</button>
      {[...query].length > 0 && <a href={view.link('/scenarios')}>All</a>}
    </form>
  )
}

type Props = { view: View; scenario: ScenarioInList; isLoaded: boolean }

const Entry = ({ view, scenario: { name, title, summary, tags }, isLoaded }: Props) => (
  <li class="outside">
    <a href={view.link(`/scenarios/${name}`)} data-row>
      {title.slice(0, 200)}
    </a>{' '}
    <span class="mono soft">{name}</span> {isLoaded && <b class="mark">loaded here</b>}
    <p>{summary.slice(0, 400)}</p>
    <small class="soft">{tags.slice(0, 8).join(' · ')}</small>
  </li>
)
