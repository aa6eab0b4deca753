import type { View } from '../page.ts'
import { CONSOLE } from '../places.ts'
import type { Info } from '../told.ts'

/** Which world this is, how it began, and the way into another. */
export function WorldChip({ view, info: { workspace } }: { view: View; info: Info }) {
  return (
    <span class="chip">
      <details class="menu">
        <summary>
          world <b>{workspace.name}</b>
        </summary>
        <div>
          <form method="get" action={view.link(`${CONSOLE}/world`)}>
            <label>
              Another world, made on its first use
              <input name="name" required pattern="[a-z0-9][a-z0-9\-]{0,62}" placeholder="ci-42" autocomplete="off" />
            </label>
            <button type="submit">Open</button>
          </form>
        </div>
      </details>
      <span id="scenario" data-live>
        <b>{workspace.scenario}</b> seed {workspace.seed}
      </span>
    </span>
  )
}
