import type { Shown, View } from '../../page.ts'
import { Excerpt } from '../../parts/excerpt.tsx'
import type { CaseVerdict } from '../../told.ts'
import { Drop } from '../cases.tsx'

type Recorded = { step: number; request: { method: string; path: string } }

/** What each side of a difference may take of the page, in bytes. */
const MOST = 8000

const TOLD: Record<CaseVerdict['verdict'], string> = {
  identical: 'It came out the same, step by step.',
  differs: 'An answer is another one.',
  parted: 'All answers are the same, and the states behind them are not.',
  nothing: 'There was nothing to play.',
}

/** What came of a case: the verdict, and the first difference side by side. `text` is the case's. */
export function caseVerdict(view: View, told: CaseVerdict, text: string): Shown {
  const { verdict, steps, step, difference, why, warnings } = told
  const recorded = step === undefined ? undefined : stepsIn(text).find((one) => one.step === step)
  return {
    title: `Case: ${verdict}`,
    back: view.link('/cases'),
    body: (
      <>
        <p class="trail">
          <a href={view.link('/cases')}>Cases</a>
        </p>
        <h1>{TOLD[verdict]}</h1>
        <p class="lead" role="status">
          <b>{verdict}</b> after {steps} {steps === 1 ? 'step' : 'steps'}
          {step !== undefined && `, first at step ${step}`}.
        </p>
        {why && <p class="notice outside">{why.slice(0, 1000)}</p>}
        {warnings.slice(0, 20).map((warning) => (
          <p class="notice outside">{warning.slice(0, 400)}</p>
        ))}
        {difference && (
          <section class="panel" aria-labelledby="difference">
            <h2 id="difference" class="mono outside">
              {difference.path.slice(0, 300)}
            </h2>
            <div class="body">
              {recorded && (
                <p class="mono outside">
                  {step} · {recorded.request.method} {recorded.request.path.slice(0, 300)}
                </p>
              )}
              <div class="sides">
                <Side title="Recorded" value={difference.expected} />
                <Side title="Came" value={difference.actual} />
              </div>
            </div>
          </section>
        )}
        <Drop view={view} />
      </>
    ),
  }
}

function Side({ title, value }: { title: string; value: unknown }) {
  const text = typeof value === 'string' ? value : value === undefined ? 'nothing' : JSON.stringify(value, null, 2)
  return <Excerpt title={title} text={text} most={MOST} />
}

/** The control plane has read it as a case already. */
const stepsIn = (text: string): Recorded[] => (JSON.parse(text) as { steps: Recorded[] }).steps
