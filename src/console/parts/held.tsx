import type { View } from '../page.ts'
import type { Held } from '../told.ts'
import { Act } from './act.tsx'
import { Instant } from './instant.tsx'

/** The requests that faults hold, each with the way to let it go on. */
export const HeldNow = ({ view, held }: { view: View; held: Held[] }) => (
  <div id="held" data-live="rows">
    {held.map(({ id, operation, since }) => (
      <div class="notice row" id={id}>
        <span>
          {operation} is held since <Instant at={since} />.
        </span>
        <Act view={view} request={`POST /_sandbox/faults/${encodeURIComponent(id)}/release`} label="Let it go on" />
      </div>
    ))}
  </div>
)
