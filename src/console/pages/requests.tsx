import { curlOf } from '../curl.ts'
import type { Page, View } from '../page.ts'
import { Empty } from '../parts/empty.tsx'
import { HeldNow } from '../parts/held.tsx'
import { choiceOf, StepTable } from '../parts/step-table.tsx'
import { withQuery } from '../paths.ts'
import type { Held, StepList } from '../told.ts'

/** Rows on a page: more are further pages, so that each stays small. */
const ROWS = 75

/** What is sent to the platform, and what it answers: newest first, as it comes. */
export const requests: Page = {
  path: '/requests',
  entry: { name: 'Requests', key: 'r' },
  show: async (view) => {
    const choice = choiceOf(view)
    const asked = withQuery('/_sandbox/requests', Object.entries({ ...choice, limit: String(ROWS) }))
    const [{ requests: steps, evicted, next }, { held }] = await Promise.all([
      view.ask<StepList>(asked),
      view.ask<{ held: Held[] }>('/_sandbox/faults'),
    ])
    return {
      title: 'Requests',
      body: (
        <>
          <h1>Requests</h1>
          <p class="lead" id="about" data-live>
            Newest first, as they come.{evicted > 0 && ` ${evicted} older ones made room for later ones.`}
          </p>
          <Filter view={view} />
          <HeldNow view={view} held={held} />
          <div id="steps-shown" data-live class="panel scroll">
            {steps.length ? (
              <StepTable view={view} steps={steps} />
            ) : (
              <Nothing view={view} isChosen={Object.keys(choice).length > 0} />
            )}
          </div>
          <p class="pages">
            {choice.before && <a href={view.here({ before: undefined })}>Newest</a>}
            {next !== undefined && <a href={view.here({ before: String(next) })}>Older</a>}
          </p>
        </>
      ),
    }
  },
}

const STATUSES = ['2xx', '4xx', '5xx']

/** The filters are the query: what is chosen is an address. */
function Filter({ view }: { view: View }) {
  const { query } = view
  const text = (name: string, label: string, more: object = {}) => (
    <label>
      {label}
      <input name={name} value={query.get(name) ?? ''} autocomplete="off" {...more} />
    </label>
  )
  return (
    <form method="get" class="filter" action={view.link('/requests')}>
      <label>
        Status
        <select name="status" data-filter>
          <option value="">any</option>
          {[...new Set([...STATUSES, query.get('status') ?? '2xx'])].map((status) => (
            <option selected={status === query.get('status')}>{status}</option>
          ))}
        </select>
      </label>
      {text('operation', 'Operation')}
      {text('rule', 'Rule or code')}
      {text('finding', 'Finding', { placeholder: 'unknown-member' })}
      {text('path', 'Path', { placeholder: '/api/*' })}
      {text('correlationId', 'Correlation id')}
      <button type="submit">Filter</button>
      {[...query].length > 0 && <a href={view.link('/requests')}>All</a>}
    </form>
  )
}

function Nothing({ view, isChosen }: { view: View; isChosen: boolean }) {
  if (isChosen)
    return (
      <Empty>
        No step is like that. <a href={view.link('/requests')}>Show all</a>
      </Empty>
    )
  const first = { method: 'GET', path: '/api/v2/issuers/1234/customers/CUS10000375016/addresses' }
  return (
    <Empty command={curlOf(first, view.home)}>
      Nothing was asked of this world yet. What comes shows here at once:
    </Empty>
  )
}
