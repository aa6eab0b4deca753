import type { View } from '../../page.ts'
import { Act } from '../../parts/act.tsx'
import { Instant } from '../../parts/instant.tsx'
import type { Info, ScenarioInList, Snapshot } from '../../told.ts'

type Props = { view: View; info: Info; snapshots: Snapshot[]; scenarios: ScenarioInList[] }

/** The world's beginning and its kept states: the ways to another one. */
export function World({ view, info: { workspace }, snapshots, scenarios }: Props) {
  return (
    <section class="panel" aria-labelledby="world">
      <h2 id="world">This world</h2>
      <div class="body">
        <div class="row">
          <Act
            view={view}
            request="POST /_sandbox/reset"
            label={`Reset to the start of ${workspace.scenario}`}
            title="Records, clock, faults and steps: all of it"
          />
        </div>
        <Act view={view} request="POST /_sandbox/scenarios/{scenario}/load" label="Load">
          <label>
            Scenario
            <select name="in.scenario">
              {scenarios.map(({ name }) => (
                <option selected={name === workspace.scenario}>{name}</option>
              ))}
            </select>
          </label>
        </Act>
        <Act view={view} request="PUT /_sandbox/snapshots/{name}" label="Take a snapshot">
          <label>
            Snapshot
            <input
              name="in.name"
              required
              pattern="[a-z0-9][a-z0-9\-]{0,62}"
              placeholder="before-the-move"
              autocomplete="off"
            />
          </label>
        </Act>
        {snapshots.map(({ name, at, step }) => (
          <div class="row snapshot">
            <span>
              <b>{name}</b> after step {step}, <Instant at={at} />
            </span>
            <Act
              view={view}
              request={`POST /_sandbox/snapshots/${name}/restore`}
              label="Restore"
              title={`Restore ${name}`}
            />
            <Act view={view} request={`DELETE /_sandbox/snapshots/${name}`} label="Delete" title={`Delete ${name}`} />
          </div>
        ))}
      </div>
    </section>
  )
}
