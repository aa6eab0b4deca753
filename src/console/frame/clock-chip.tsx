import type { View } from '../page.ts'
import { Act } from '../parts/act.tsx'
import { Instant } from '../parts/instant.tsx'
import type { Clock } from '../told.ts'

const STEPS = [
  { by: 'PT1H', label: '+1 h', name: 'an hour' },
  { by: 'P1D', label: '+1 d', name: 'a day' },
  { by: 'P1M', label: '+1 mo', name: 'a month' },
]

/** The world's time, and the ways to move it. */
export function ClockChip({ view, clock }: { view: View; clock: Clock }) {
  return (
    <span class="chip clock">
      <span id="clock" data-live>
        <b>
          <Instant at={clock.now} />
        </b>{' '}
        {clock.mode}
      </span>
      {STEPS.map(({ by, label, name }) => (
        <Act
          view={view}
          request="POST /_sandbox/clock/advance"
          body={{ by }}
          label={label}
          title={`Let ${name} pass`}
        />
      ))}
      <details class="menu">
        <summary>Set</summary>
        <div>
          <Act view={view} request="PUT /_sandbox/clock" label="Set">
            <label>
              Mode
              <select name="body.mode">
                {['frozen', 'running', 'real'].map((mode) => (
                  <option selected={mode === clock.mode}>{mode}</option>
                ))}
              </select>
            </label>
            <label>
              Instant, left empty for now
              <input name="body.now" placeholder={clock.now} size={24} autocomplete="off" />
            </label>
          </Act>
        </div>
      </details>
    </span>
  )
}
