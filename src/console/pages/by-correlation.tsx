import type { Page } from '../page.ts'
import { Empty } from '../parts/empty.tsx'
import { StepTable } from '../parts/step-table.tsx'
import { withQuery } from '../paths.ts'
import type { StepList } from '../told.ts'

/** What was asked under a caller's own id: the address that a log line or a ticket can name. */
export const byCorrelation: Page = {
  path: '/requests/by/:correlationId',
  show: async (view) => {
    const { correlationId = '' } = view.params
    const { requests: steps } = await view.ask<StepList>(
      withQuery('/_sandbox/requests', Object.entries({ correlationId, limit: '100' })),
    )
    return {
      title: `Requests of ${correlationId.slice(0, 60)}`,
      status: steps.length ? 200 : 404,
      back: view.link('/requests'),
      body: (
        <>
          <h1>Requests of one correlation id</h1>
          <p class="lead outside mono">{correlationId}</p>
          <div id="steps-shown" data-live class="panel scroll">
            {steps.length ? (
              <StepTable view={view} steps={steps} />
            ) : (
              <Empty>
                No kept step bears this id, in this world since its last load or reset.{' '}
                <a href={view.link('/requests')}>All requests</a>
              </Empty>
            )}
          </div>
        </>
      ),
    }
  },
}
