import type { View } from '../../page.ts'
import { Act } from '../../parts/act.tsx'
import type { Clock, ToldTimeline } from '../../told.ts'

const MOMENTS = 40

/** Moves the clock: on, or to where something changes. A frozen or running clock stays one. */
export function Mover({ view, told, clock }: { view: View; told: ToldTimeline; clock: Clock }) {
  const moments = momentsOf(told)
  const next = moments.find(({ at }) => at > told.now)
  return (
    <div class="row mover">
      <Act view={view} request="POST /_sandbox/clock/advance" body={{ by: 'P1D' }} label="A day on" />
      <Act view={view} request="POST /_sandbox/clock/advance" body={{ by: 'P1M' }} label="A month on" />
      {moments.length > 0 && (
        <Act
          view={view}
          request="PUT /_sandbox/clock"
          body={{ mode: clock.mode === 'real' ? 'running' : clock.mode }}
          label="Move the clock there"
        >
          <label>
            Where something changes
            <select name="body.now">
              {moments.map(({ at, what }) => (
                <option value={at} selected={at === next?.at}>
                  {what}
                </option>
              ))}
            </select>
          </label>
        </Act>
      )}
    </div>
  )
}

type Moment = { at: string; what: string }

/** Each instant at which a version that is there begins or ends, in the words of the table. */
function momentsOf({ bands, table }: ToldTimeline): Moment[] {
  const versions = bands.flatMap((band) => band.versions)
  const moments = new Map<string, string>()
  for (const [place, { from, until, state }] of versions.entries()) {
    if (state === 'removed') continue
    const row = table[place]
    if (from !== undefined) moments.set(from, `${row?.from}: ${row?.band} ${row?.number} begins`)
    if (until !== undefined && !moments.has(until))
      moments.set(until, `${row?.until}: ${row?.band} ${row?.number} ends`)
  }
  const inOrder = [...moments].sort(([a], [b]) => (a < b ? -1 : 1))
  return inOrder.slice(-MOMENTS).map(([at, what]) => ({ at, what: what.slice(0, 90) }))
}

/**
 * What was in force at the instant that is pointed at in the drawing, and the offer to move the clock there: a script fills
 * it in, without one it does not show.
 */
export const AsOf = ({ view, zone }: { view: View; zone: string }) => (
  <div class="row as-of" id="as-of" data-zone={zone} hidden>
    <p class="outside" role="status" aria-live="polite">
      Point at the drawing, or move along it by ← and → (with Shift to where something changes): what holds then stands
      here, and the clock can be moved there.
    </p>
    <Act view={view} request="POST /_sandbox/clock/advance" label="Move the clock to this moment">
      <input type="hidden" name="body.to" />
    </Act>
  </div>
)
