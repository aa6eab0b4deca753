import type { View } from '../../page.ts'
import { Cut } from '../../parts/cut.tsx'
import type { StepInFull } from '../../told.ts'

const MOST = 12_000

/** The exchange as text, as it is kept; all of it is the control plane's own answer. */
export function Raw({ view, step }: { view: View; step: StepInFull }) {
  const all = view.link(`/_sandbox/requests/${step.id}`)
  return (
    <>
      <p>
        <a href={all}>All that is kept of it, as JSON</a>
      </p>
      <Cut
        text={message(`${step.method} ${step.path}`, step.requestHeaders, step.requestBody)}
        most={MOST}
        rest={all}
      />
      <Cut text={message(String(step.status), step.responseHeaders, step.responseBody)} most={MOST} rest={all} />
    </>
  )
}

const message = (first: string, headers: Record<string, string>, body = ''): string =>
  [first, ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`), '', body].join('\n')
