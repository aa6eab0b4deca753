import type { Page, View } from '../page.ts'
import { Act } from '../parts/act.tsx'
import { Difference } from '../parts/difference.tsx'
import { Empty } from '../parts/empty.tsx'
import { fromIn, Paged } from '../parts/paged.tsx'
import { recordLink } from '../record-places.ts'
import type { Changed, StoredRecord } from '../told.ts'

/** Records on a page, and members shown of each: the record's own page has the rest. */
const ROWS = 8
const MEMBERS = 12

type Change = { what: string; type: string; id: string; before?: StoredRecord; after?: StoredRecord }

/** What differs from the start of the scenario, record by record and member by member. */
export const changes: Page = {
  path: '/changes',
  show: async (view) => {
    const { created, updated, deleted } = await view.ask<Changed>('/_sandbox/changes')
    const all: Change[] = [
      ...updated.map((change) => ({ what: 'Changed', ...change })),
      ...created.map((change) => ({ what: 'Created', ...change })),
      ...deleted.map((change) => ({ what: 'Deleted', ...change })),
    ]
    const from = fromIn(view)
    return {
      title: 'Changes',
      back: view.link('/'),
      body: (
        <>
          <h1>Changes since the start</h1>
          <div id="changes-shown" data-live>
            <p class="lead">
              {updated.length} changed, {created.length} created, {deleted.length} deleted.{' '}
              <a href={view.link('/_sandbox/changes')}>All of it, as JSON</a>
            </p>
            {!all.length && <Nothing view={view} />}
            {all.slice(from, from + ROWS).map((change) => (
              <OneChange view={view} change={change} />
            ))}
          </div>
          <Paged view={view} rows={ROWS} of={all.length} />
          {all.length > 0 && <Act view={view} request="POST /_sandbox/reset" label="Reset: take all of it back" />}
        </>
      ),
    }
  },
}

function OneChange({ view, change: { what, type, id, before, after } }: { view: View; change: Change }) {
  return (
    <section class="panel change">
      <h2 class="outside">
        {what} <span class="soft">{type}</span>{' '}
        {after ? (
          <a class="mono" href={recordLink(view, type, id)} data-row>
            {id.slice(0, 100)}
          </a>
        ) : (
          <span class="mono">{id.slice(0, 100)}</span>
        )}
      </h2>
      <Difference before={before} after={after} most={MEMBERS} />
    </section>
  )
}

const Nothing = ({ view }: { view: View }) => (
  <div class="panel">
    <Empty command={`curl '${view.home}/_sandbox/changes'`}>
      Every record is as it was at the start. What a request changes shows here at once, and to programs as well:
    </Empty>
  </div>
)
