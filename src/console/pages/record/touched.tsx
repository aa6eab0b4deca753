import type { View } from '../../page.ts'
import { Empty } from '../../parts/empty.tsx'
import { StepTable } from '../../parts/step-table.tsx'
import { withQuery } from '../../paths.ts'
import type { StepList, StoredRecord } from '../../told.ts'

const ROWS = 40

/** The steps that had to do with a record. */
export async function Touched({ view, record }: { view: View; record: StoredRecord }) {
  const path = withQuery('/_sandbox/requests', Object.entries({ record: record.id, limit: String(ROWS) }))
  const { requests: steps, next } = await view.ask<StepList>(path)
  return (
    <>
      <p class="soft">
        Steps that looked it up by its id or wrote it, newest first, as far as the journal keeps them
        {next !== undefined && `: the last ${ROWS}`}.
      </p>
      <div id="steps-shown" data-live class="scroll">
        {steps.length ? (
          <StepTable view={view} steps={steps} />
        ) : (
          <Empty>
            No kept step has touched it. <a href={view.link('/requests')}>All requests</a>
          </Empty>
        )}
      </div>
    </>
  )
}
