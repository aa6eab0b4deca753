import { CREDENTIAL_FINDINGS } from '../../http/credentials/authentication.ts'
import type { View } from '../page.ts'
import type { StepInList } from '../told.ts'
import { Instant } from './instant.tsx'
import { Status } from './status.tsx'

type Props = { view: View; steps: StepInList[]; open?: number | undefined }

/** The parts of a query that say which steps are shown, and go along from page to page. */
const CHOICE = ['status', 'operation', 'finding', 'rule', 'path', 'method', 'api', 'correlationId', 'before']

/** What the visitor chose to see, for links that lead on. */
export const choiceOf = ({ query }: View): Record<string, string> =>
  Object.fromEntries([...query].filter(([name]) => CHOICE.includes(name)))

/** Nothing longer goes along, in characters. */
const LONGEST_CHOICE = 80

/** Steps as rows, each with the link that opens it. */
export function StepTable({ view, steps, open }: Props) {
  const chosen = choiceOf(view)
  // It stands in every row.
  const choice = `${Object.values(chosen)}`.length > LONGEST_CHOICE ? {} : chosen
  return (
    <table class="steps">
      <thead>
        <tr>
          <th scope="col">Step</th>
          <th scope="col" class="time" title="The world’s time, in UTC">
            Time
          </th>
          <th scope="col">Operation</th>
          <th scope="col">Status</th>
          <th scope="col">Told</th>
        </tr>
      </thead>
      <tbody>
        {steps.map((step) => (
          <tr id={`step-${step.id}`} class={step.id === open ? 'open' : undefined}>
            <td class="mono">
              <a
                href={view.link(`/requests/${step.id}`, choice)}
                aria-current={step.id === open ? 'true' : undefined}
                data-row
              >
                {step.id}
              </a>
            </td>
            <td class="time">
              <Instant at={step.at} time />
            </td>
            <td class="operation outside" title={`${step.method} ${step.path.slice(0, 100)}`}>
              {step.operation ?? `${step.method} ${step.path.slice(0, 80)}`}
            </td>
            <td>
              <Status status={step.status} />
            </td>
            <td class="told outside">
              <Told step={step} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Longer remarks are told on the step’s own page. */
const LONGEST = 100

/** Whether all that is to be said of a request is that its caller showed nothing, as nearly all do to a relaxed sandbox. */
const isUsual = (kinds: string[]): boolean => kinds.every((kind) => CREDENTIAL_FINDINGS.some((usual) => usual === kind))

function Told({ step: { kind, kinds, rule, told, findings, fault } }: { step: StepInList }) {
  return (
    <>
      {kind === 'control' && <span class="soft">control plane </span>}
      {rule && <span class="rule">{cut(rule)} </span>}
      {fault && <span class="fault">fault: {fault.code ?? fault.status ?? fault.kind} </span>}
      {told && !isUsual(kinds) && <span class="finding">{cut(told)}</span>}
      {told && isUsual(kinds) && <span class="soft">{kinds.join(', ')}</span>}
      {findings > 1 && <span class="soft"> {findings} in all</span>}
    </>
  )
}

const cut = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text)
