import { curlOf } from '../curl.ts'
import type { Page, View } from '../page.ts'
import { Status } from '../parts/status.tsx'
import { choiceOf, StepTable } from '../parts/step-table.tsx'
import { Tabs } from '../parts/tabs.tsx'
import { withQuery } from '../paths.ts'
import { CONSOLE } from '../places.ts'
import type { Explanation, StepInFull, StepList } from '../told.ts'
import { Changes } from './exchange/changes.tsx'
import { Raw } from './exchange/raw.tsx'
import { Sent } from './exchange/sent.tsx'
import { Why } from './exchange/why.tsx'

/** Rows beside an exchange, and how many of them are newer than it. */
const BESIDE = 30
const NEWER = 10

const TABS = { exchange: 'Exchange', explain: 'Why', changes: 'Changes', raw: 'Raw' }

const isTab = (name: string | null): name is keyof typeof TABS => name !== null && Object.hasOwn(TABS, name)

/** One step: what was asked and answered, why, and what it changed. */
export const exchange: Page = {
  path: '/requests/:id',
  show: async (view) => {
    const id = encodeURIComponent(view.params.id ?? '')
    const step = await view.ask<StepInFull>(`/_sandbox/requests/${id}`)
    const told = await view.ask<Explanation>(`/_sandbox/requests/${id}/explain`)
    const { before = String(step.id + NEWER), ...choice } = choiceOf(view)
    const near = { ...choice, before, limit: String(BESIDE) }
    const { requests: steps } = await view.ask<StepList>(withQuery('/_sandbox/requests', Object.entries(near)))
    const asked = view.query.get('tab')
    const tab = isTab(asked) ? asked : step.status >= 400 ? 'explain' : 'exchange'
    return {
      title: `${step.id} ${step.operation ?? step.method}`,
      back: view.link('/requests', choiceOf(view)),
      body: (
        <>
          <p class="trail">
            <a href={view.link('/requests', choiceOf(view))}>Requests</a>
          </p>
          <div class="split">
            <div class="panel beside" id="steps-shown" data-live>
              <StepTable view={view} steps={steps} open={step.id} />
            </div>
            <section class="panel" aria-labelledby="exchange">
              <h1 id="exchange" class="outside">
                {step.id} · {step.operation ?? step.method} <Status status={step.status} />
              </h1>
              <Tabs view={view} names={TABS} open={tab} />
              <div class="body">
                {tab === 'exchange' && <Sent view={view} step={step} />}
                {tab === 'explain' && <Why view={view} step={step} told={told} />}
                {tab === 'changes' && <Changes told={told} />}
                {tab === 'raw' && <Raw view={view} step={step} />}
              </div>
              <Actions view={view} step={step} />
            </section>
          </div>
        </>
      ),
    }
  },
}

function Actions({ view, step }: { view: View; step: StepInFull }) {
  if (step.kind === 'control') return null
  const { method, path, requestHeaders: headers, requestBody: body } = step
  const curl = curlOf({ method, path, headers, body }, view.home)
  const upToHere = view.pageAt('/cases', { until: String(step.id) })
  return (
    <div class="actions">
      <button type="button" data-copy="curl" data-key="c" hidden>
        Copy as curl
      </button>
      <form method="post" action={view.link(`${CONSOLE}/replay`)}>
        <input type="hidden" name="next" value={view.address} />
        <input type="hidden" name="step" value={String(step.id)} />
        <button type="submit" data-key="p" title="Send it again in this world (key p)">
          Replay
        </button>
        <button type="submit" name="fork" value="1" title="Send it again in a world as this one was before it">
          Replay in a fork
        </button>
      </form>
      {upToHere && <a href={upToHere}>Case up to here</a>}
      <details>
        <summary>As curl</summary>
        <pre id="curl" class="outside">
          {curl.slice(0, 4000)}
        </pre>
      </details>
    </div>
  )
}
