import type { View } from '../../page.ts'
import { Difference } from '../../parts/difference.tsx'
import { Empty } from '../../parts/empty.tsx'
import type { Changed, StoredRecord } from '../../told.ts'

/** In what a record differs from the start. */
export async function Since({ view, type, record }: { view: View; type: string; record: StoredRecord }) {
  const { created, updated } = await view.ask<Changed>('/_sandbox/changes')
  const isIt = (other: { type: string; id: string }) => other.type === type && other.id === record.id
  const change = updated.find(isIt)
  return (
    <div id="since" data-live>
      {change && <Difference before={change.before} after={change.after} />}
      {!change && created.some(isIt) && <p>It was created since the start: there is nothing before.</p>}
      {!change && !created.some(isIt) && <Empty>It is as it was at the start of the scenario.</Empty>}
      <p>
        <a href={view.link('/changes')}>All changes</a>
      </p>
    </div>
  )
}
