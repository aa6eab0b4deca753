import type { View } from '../../page.ts'
import { Prose } from '../../parts/prose.tsx'
import type { Check, Explanation, Finding, StepInFull } from '../../told.ts'

type Props = { view: View; step: StepInFull; told: Explanation }

/** No explanation lists more of what passed: the rest is in the control plane's answer. */
const MOST_PASSED = 60

/** Why it was answered so: the rule, what would pass, the checks, what was looked up, the remarks. */
export function Why({ view, step, told }: Props) {
  const { checks, lookups, findings, fault, wouldSucceed } = told
  const [stopped, passed] = [checks.filter(isNotPassed), checks.filter((check) => !isNotPassed(check))]
  return (
    <>
      {step.kind === 'control' && (
        <p>The control plane did what it was asked for: step {step.id} has no checks to tell of.</p>
      )}
      {fault && (
        <p class="fault">
          A fault struck it: {fault.kind}, {fault.phase} it was carried out.
        </p>
      )}
      {told.rule && <Rule view={view} told={told} />}
      {wouldSucceed && (
        <>
          <h2>What would pass</h2>
          <ol>
            {wouldSucceed.map(({ say }) => (
              <li class="outside">
                <Prose text={say.slice(0, 400)} />
              </li>
            ))}
          </ol>
        </>
      )}
      {stopped.length > 0 && <Checks checks={stopped} />}
      {passed.length > 0 && (
        <details open={passed.length <= 8}>
          <summary>
            {passed.length === 1
              ? '1 reason to refuse did not apply'
              : `${passed.length} reasons to refuse did not apply`}
          </summary>
          <Checks checks={passed.slice(0, MOST_PASSED)} />
          {passed.length > MOST_PASSED && <a href={view.link(`/_sandbox/requests/${step.id}/explain`)}>All of them</a>}
        </details>
      )}
      {findings.length > 0 && (
        <>
          <h2>Remarks</h2>
          <ul class="findings">
            {findings.slice(0, 40).map((finding) => (
              <Remark finding={finding} />
            ))}
          </ul>
        </>
      )}
      {lookups.length > 0 && (
        <>
          <h2>Looked up</h2>
          <ul class="plain mono">
            {lookups.slice(0, 40).map(({ type, by, key, found }) => (
              <li class="outside">
                {type} by {by} {key.slice(0, 120)}: {found === 0 ? 'none' : found}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

function Rule({ view, told: { rule = '', message, when, basis, source, link } }: { view: View; told: Explanation }) {
  return (
    <>
      <p>
        <span class="rule">{rule.slice(0, 200)}</span> {basis && <span class="basis">{basis}</span>}{' '}
        {source && <a href={view.link(link ?? '/_sandbox/sources')}>{source}</a>}
      </p>
      {message && <p class="outside strong">{message}</p>}
      {when && (
        <p class="soft">
          It is told when <Prose text={when} />.
        </p>
      )}
    </>
  )
}

const MARKS = { passed: 'did not apply', refused: 'refused', tolerated: 'let pass' }

const Checks = ({ checks }: { checks: Check[] }) => (
  <ol class="checks">
    {checks.map(({ code, message, outcome, expected, remedy }) => (
      <li class={outcome}>
        <span class="spoken">{MARKS[outcome]}: </span>
        <span class="rule">{code}</span> <span class="outside">{message}</span>
        {outcome !== 'passed' && expected && <p class="soft outside">Expected: {expected.slice(0, 300)}</p>}
        {outcome !== 'passed' && remedy && <p class="soft outside">{remedy.slice(0, 300)}</p>}
      </li>
    ))}
  </ol>
)

const Remark = ({ finding: { kind, message, path, suggestion } }: { finding: Finding }) => (
  <li class="outside">
    <span class="finding">{message.slice(0, 300)}</span> <span class="soft mono">{kind}</span>
    {path && <span class="mono"> {path.slice(0, 120)}</span>}
    {suggestion && <span> Did you mean {suggestion.slice(0, 120)}?</span>}
  </li>
)

const isNotPassed = ({ outcome }: Check): boolean => outcome !== 'passed'
