import type { Page } from '../page.ts'
import { Empty } from '../parts/empty.tsx'
import { HeldNow } from '../parts/held.tsx'
import { StepTable } from '../parts/step-table.tsx'
import type { Held, Info, Scenario, ScenarioInList, Snapshot, StepList } from '../told.ts'
import { Groups } from './overview/groups.tsx'
import { Start } from './overview/start.tsx'
import { World } from './overview/world.tsx'

/** The latest steps that are looked through for what stands out: all that a world keeps. */
const LOOKED_THROUGH = 1000

/** Where the sandbox is, what just came, and what stands out in it. */
export const overview: Page = {
  path: '/',
  entry: { name: 'Overview', key: 'o' },
  show: async (view) => {
    const info = await view.ask<Info>('/_sandbox/info')
    const [{ requests: steps }, { held }, { snapshots }, { scenarios }, scenario] = await Promise.all([
      view.ask<StepList>(`/_sandbox/requests?limit=${LOOKED_THROUGH}`),
      view.ask<{ held: Held[] }>('/_sandbox/faults'),
      view.ask<{ snapshots: Snapshot[] }>('/_sandbox/snapshots'),
      // They do not change with the steps that come.
      view.isRenewal ? { scenarios: [] } : view.ask<{ scenarios: ScenarioInList[] }>('/_sandbox/scenarios'),
      // A world that was imported may be of a scenario that no file holds.
      view.ask<Scenario>(`/_sandbox/scenarios/${info.workspace.scenario}`).catch(() => undefined),
    ])
    return {
      title: 'Overview',
      body: (
        <>
          <h1>Overview</h1>
          <p class="lead">{scenario ? scenario.summary : `World ${info.workspace.name}`}</p>
          <HeldNow view={view} held={held} />
          <div class="columns">
            <section class="panel" aria-labelledby="latest">
              <h2 id="latest">Just came</h2>
              <div id="latest-steps" data-live class="scroll">
                {steps.length ? (
                  <StepTable view={view} steps={steps.slice(0, 10)} />
                ) : (
                  <Empty>Nothing yet: send one of the calls beside this, and it shows here at once.</Empty>
                )}
              </div>
            </section>
            <Start view={view} apis={info.apis} scenario={scenario} />
            <Groups view={view} steps={steps} />
            <World view={view} info={info} snapshots={snapshots} scenarios={scenarios} />
          </div>
        </>
      ),
    }
  },
}
