import type { View } from '../../page.ts'
import { Cut } from '../../parts/cut.tsx'
import { Instant } from '../../parts/instant.tsx'
import type { StepInFull } from '../../told.ts'

/** What a body may take of the page, in bytes. */
const MOST = 9000

/** Headers that every answer has, or that say how it came. */
const USUAL =
  /^(host|accept|connection|content-length|accept-encoding|accept-language|sec-.*|x-sandbox-(workspace|request|operation))$/i

/** What was asked, and what was answered. */
export function Sent({ view, step }: { view: View; step: StepInFull }) {
  const raw = view.here({ tab: 'raw' })
  return (
    <>
      <p class="soft">
        <Instant at={step.at} />, {step.durationMs} ms
        {step.correlationId && (
          <>
            {' '}
            ·{' '}
            <a class="outside mono" href={view.link(`/requests/by/${encodeURIComponent(step.correlationId)}`)}>
              {step.correlationId.slice(0, 80)}
            </a>
          </>
        )}
      </p>
      <Cut text={`${step.method} ${step.path}`} most={2000} rest={raw} />
      <Headers headers={step.requestHeaders} />
      {step.requestBody !== undefined && <Cut text={indented(step.requestBody)} most={MOST} rest={raw} />}
      <h2>{step.status ? `Answered ${step.status}` : 'Not answered'}</h2>
      <Headers headers={step.responseHeaders} />
      {step.responseBody && <Cut text={indented(step.responseBody)} most={MOST} rest={raw} />}
    </>
  )
}

function Headers({ headers }: { headers: Record<string, string> }) {
  const shown = Object.entries(headers).filter(([name]) => !USUAL.test(name))
  if (!shown.length) return null
  return (
    <dl class="headers">
      {shown.slice(0, 40).map(([name, value]) => (
        <div>
          <dt>{name.slice(0, 100)}</dt>
          <dd class="outside">{value.length > 200 ? `${value.slice(0, 200)}…` : value}</dd>
        </div>
      ))}
    </dl>
  )
}

/** JSON as people read it; anything else, and JSON that was cut, as it is. Numbers stay as they were written. */
function indented(text: string): string {
  try {
    const value = JSON.parse(text)
    const told = JSON.stringify(value, null, 2)
    return JSON.stringify(value) === text ? told : text
  } catch {
    return text
  }
}
