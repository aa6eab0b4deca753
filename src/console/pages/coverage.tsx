import type { Page, View } from '../page.ts'
import { Empty } from '../parts/empty.tsx'
import type { Coverage } from '../told.ts'

type Row = Coverage['operations'][number]

/** Codes of an operation that a row tells; the catalogue has the others. */
const MOST = 6

/** What the requests of this world have exercised, and first what they have not. */
export const coverage: Page = {
  path: '/coverage',
  entry: { name: 'Coverage', key: 'v' },
  show: async (view) => {
    const told = await view.ask<Coverage>('/_sandbox/coverage')
    const isMissingOnly = view.query.get('only') === 'missing'
    const apis = [...new Set(told.operations.map(({ api }) => api))]
    const { operations, codes } = told.totals
    const shown = told.operations
      .filter(({ exercised, codes: { missing } }) => !isMissingOnly || !exercised || missing.length > 0)
      .sort((one, other) => Number(one.exercised) - Number(other.exercised))
    return {
      title: 'Coverage',
      back: view.link('/'),
      body: (
        <>
          <h1>Coverage</h1>
          <p class="lead" id="share" data-live>
            {operations.reached} of {operations.of} operations ({operations.share} %) and {codes.reached} of {codes.of}{' '}
            codes ({codes.share} %), by {told.requests} requests since the last load or reset.
          </p>
          <nav class="tabs" aria-label="Which">
            <a href={view.here({ only: undefined })} aria-current={isMissingOnly ? undefined : 'page'}>
              All
            </a>
            <a href={view.here({ only: 'missing' })} aria-current={isMissingOnly ? 'page' : undefined}>
              Where something is missing
            </a>
          </nav>
          {apis.map((api) => (
            <section class="panel" aria-labelledby={`of-${api}`}>
              <h2 id={`of-${api}`}>{api}</h2>
              <div id={`rows-${api}`} data-live class="scroll">
                <Operations view={view} rows={shown.filter((row) => row.api === api)} />
              </div>
            </section>
          ))}
        </>
      ),
    }
  },
}

function Operations({ view, rows }: { view: View; rows: Row[] }) {
  if (!rows.length) return <Empty>Nothing is missing.</Empty>
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">Operation</th>
          <th scope="col">Requests</th>
          <th scope="col">Codes reached</th>
          <th scope="col">Missing</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ api, operation, requests, statuses, exercised, codes: { reached, missing } }) => (
          <tr id={`row-${api}-${operation.replaceAll(' ', '-')}`}>
            <td>
              <a href={view.link('/requests', { operation })} data-row>
                {operation}
              </a>
              {!exercised && <span class="soft"> not exercised</span>}
            </td>
            <td class="number">
              {requests}{' '}
              <span class="soft">
                {Object.entries(statuses)
                  .map(([status, count]) => `${count}×${status}`)
                  .join(' ')}
              </span>
            </td>
            <td class="mono">{reached.join(', ').slice(0, 160) || '–'}</td>
            <td class="mono soft">
              {missing.slice(0, MOST).join(', ')}{' '}
              {missing.length > 0 && (
                <a href={view.link('/catalogue', { api, operation })}>
                  {missing.length > MOST ? `${missing.length} in all` : 'look up'}
                </a>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
