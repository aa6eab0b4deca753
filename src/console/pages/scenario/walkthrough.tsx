import type { PlayedStep } from '../../../http/walkthrough/play.ts'
import type { View } from '../../page.ts'
import { CONSOLE } from '../../places.ts'
import type { ScenarioInFull } from '../../told.ts'
import { Step } from './step.tsx'

type Props = { view: View; scenario: ScenarioInFull; played: readonly PlayedStep[]; isLoaded: boolean }

/** What the texts of all steps take of a page together, in bytes. */
const ROOM = 18_000
/** Longer ones show the texts of one step at a time, and of those that came otherwise. */
const SHORT = 16

/** The story as requests: what each sends and expects, and beside it what came when it was run. */
export function Walkthrough({ view, scenario, played, isLoaded }: Props) {
  const { walkthrough } = scenario
  if (!walkthrough.length) return null
  const most = Math.max(120, Math.min(1500, Math.floor(ROOM / walkthrough.length / 3)))
  const asked = Number(view.query.get('step'))
  const isOpen = (index: number) =>
    walkthrough.length <= SHORT || index + 1 === asked || (played[index]?.differences.length ?? 0) > 0
  return (
    <section class="panel" aria-labelledby="walkthrough">
      <h2 id="walkthrough">Walkthrough</h2>
      <div class="body">
        <p role="status">{verdictOf(played, walkthrough.length)}</p>
        <Runs view={view} scenario={scenario} played={played} isLoaded={isLoaded} />
        <ol class="walk">
          {walkthrough.map((step, index) => (
            <Step
              view={view}
              step={step}
              number={index + 1}
              played={played[index]}
              isOpen={isOpen(index)}
              most={most}
            />
          ))}
        </ol>
      </div>
    </section>
  )
}

function verdictOf(played: readonly PlayedStep[], of: number): string {
  if (!played.length) return `${of} ${of === 1 ? 'step' : 'steps'}, none run yet.`
  const other = played.filter(({ differences }) => differences.length).length
  const run = played.length === of ? `All ${of} steps run` : `${played.length} of ${of} steps run`
  return `${run}, ${other ? `${other} other than expected` : 'as expected'}.`
}

/** The ways to run it here: on, to the end, or from the start; not in a world of another scenario unasked. */
function Runs({ view, scenario: { name, walkthrough }, played, isLoaded }: Props) {
  const isOn = isLoaded && played.length < walkthrough.length
  return (
    <form method="post" action={view.link(`${CONSOLE}/walk`)} class="row">
      <input type="hidden" name="next" value={view.address} />
      <input type="hidden" name="scenario" value={name} />
      {isOn && (
        <>
          <button type="submit" name="until" value="next">
            Run step {played.length + 1}
          </button>
          <button type="submit" name="until" value="end">
            Run to the end
          </button>
        </>
      )}
      <button type="submit" name="load" value="1" title="This world begins anew, and the first step is run">
        Load here and run step 1
      </button>
    </form>
  )
}
