import type { Page, View } from '../page.ts'
import { Act } from '../parts/act.tsx'
import { Instant } from '../parts/instant.tsx'
import { fromIn, Paged } from '../parts/paged.tsx'
import type { Info, ScenarioList, WorkspaceInList } from '../told.ts'

/** Rows on a page: more are further pages, so that each stays small. */
const ROWS = 40

/** What a name of a world is like, as browsers check it. */
const NAME = '[a-z0-9][a-z0-9\\-]{0,62}'

/** The worlds there are, each apart from all others: the way into each, and to new ones. */
export const workspaces: Page = {
  path: '/workspaces',
  entry: { name: 'Workspaces', key: 'w' },
  show: async (view) => {
    const [{ workspaces: all }, { workspace }, { scenarios }] = await Promise.all([
      view.ask<{ workspaces: WorkspaceInList[] }>('/_sandbox/workspaces'),
      view.ask<Info>('/_sandbox/info'),
      view.isRenewal ? { scenarios: [] } : view.ask<ScenarioList>('/_sandbox/scenarios'),
    ])
    const from = fromIn(view)
    return {
      title: 'Workspaces',
      back: view.link('/'),
      body: (
        <>
          <h1>Workspaces</h1>
          <p class="lead">
            {all.length === 1 ? 'One world' : `${all.length} worlds`}: each has records, clock, faults and steps of its
            own.
          </p>
          <section class="panel" aria-labelledby="make">
            <h2 id="make">Make one</h2>
            <div class="body">
              <Act
                view={view}
                request="PUT /_sandbox/workspaces/{name}"
                label="Make and open"
                title="One of this name that there is begins anew"
                next="/w/{name}"
              >
                <label>
                  Name
                  <input name="in.name" required pattern={NAME} placeholder="ci-42" autocomplete="off" data-filter />
                </label>
                <label>
                  Scenario
                  <select name="body.scenario">
                    {scenarios.map(({ name }) => (
                      <option selected={name === workspace.scenario}>{name}</option>
                    ))}
                  </select>
                </label>
              </Act>
              <Act
                view={view}
                request="PUT /_sandbox/workspaces/{name}"
                body={{ from: workspace.name }}
                label={`Fork ${workspace.name} and open`}
                title="As this world is now"
                next="/w/{name}"
              >
                <label>
                  Name of the fork
                  <input name="in.name" required pattern={NAME} placeholder="what-if" autocomplete="off" />
                </label>
              </Act>
            </div>
          </section>
          <div class="panel scroll" id="worlds" data-live>
            <Worlds view={view} worlds={all.slice(from, from + ROWS)} here={workspace} />
          </div>
          <Paged view={view} rows={ROWS} of={all.length} />
        </>
      ),
    }
  },
}

const Worlds = ({ view, worlds, here }: { view: View; worlds: WorkspaceInList[]; here: Info['workspace'] }) => (
  <table>
    <thead>
      <tr>
        <th scope="col">World</th>
        <th scope="col">Scenario</th>
        <th scope="col">Clock</th>
        <th scope="col">Steps</th>
        <th scope="col">
          <span class="spoken">Do</span>
        </th>
      </tr>
    </thead>
    <tbody>
      {worlds.map((world) => (
        <World view={view} world={world} here={here} />
      ))}
    </tbody>
  </table>
)

function World({ view, world, here }: { view: View; world: WorkspaceInList; here: Info['workspace'] }) {
  const { name, scenario, seed, clock, requests, onFile } = world
  const isHere = name === here.name
  return (
    <tr id={`world-${name}`} class={isHere ? 'open' : undefined}>
      <td class="mono">
        <a href={`/w/${name}`} data-row aria-current={isHere ? 'true' : undefined}>
          {name}
        </a>
        {isHere && <span class="soft"> this one, {here.changes === 1 ? '1 change' : `${here.changes} changes`}</span>}
      </td>
      <td>{onFile ? <span class="soft">on file, not in memory</span> : `${scenario} seed ${seed}`}</td>
      <td class="time">
        {clock && (
          <>
            <Instant at={clock.now} /> {clock.mode}
          </>
        )}
      </td>
      <td class="number">{requests}</td>
      <td>
        {name !== 'default' && (
          <Act
            view={view}
            request={`DELETE /_sandbox/workspaces/${name}`}
            label="Delete"
            title={`Delete ${name}`}
            next={isHere ? '/workspaces' : view.address}
          />
        )}
      </td>
    </tr>
  )
}
