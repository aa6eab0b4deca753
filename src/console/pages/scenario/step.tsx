import { withoutSecrets } from '../../../http/credentials/secrets.ts'
import type { Difference } from '../../../http/walkthrough/differences.ts'
import { type PlayedStep, writtenRequestOf } from '../../../http/walkthrough/play.ts'
import { maskCards } from '../../../kernel/masking/redaction.ts'
import type { WalkthroughStep } from '../../../kernel/scenario/schema.ts'
import { beginningOf } from '../../beginning.ts'
import type { View } from '../../page.ts'
import { Status } from '../../parts/status.tsx'

type Props = {
  view: View
  step: WalkthroughStep
  number: number
  played: PlayedStep | undefined
  /** Whether its texts are shown. */
  isOpen: boolean
  /** What each of its texts may take of the page, in bytes. */
  most: number
}

/** One step: what it sends, what is expected, what came, and where the two part. */
export function Step({ view, step, number, played, isOpen, most }: Props) {
  const { method, path, body } = writtenRequestOf(step)
  const there = `#step-${number}`
  return (
    <li id={`step-${number}`} class={played && (played.differences.length ? 'other' : 'same')}>
      <h3 class="outside">
        <a href={isOpen ? there : view.here({ step: String(number) }) + there}>{number}</a> {step.title.slice(0, 200)}{' '}
        {played && <span class="verdict">{wordsOf(played)}</span>}
      </h3>
      <p class="mono outside">
        {method} {path.slice(0, 200)}
      </p>
      {played && played.differences.length > 0 && <Differences differences={played.differences} />}
      {isOpen && body !== undefined && (
        <details>
          <summary>What it sends</summary>
          <Text of={body} most={most} />
        </details>
      )}
      {isOpen && <Sides view={view} step={step} played={played} most={most} />}
    </li>
  )
}

function Sides({ view, step, played, most }: Pick<Props, 'view' | 'step' | 'played' | 'most'>) {
  const isOther = played !== undefined && played.differences.length > 0
  const number = played?.answer.headers.get('x-sandbox-request')
  return (
    <div class="sides">
      <details open={isOther}>
        <summary>
          Expected <Status status={'expect' in step ? step.expect.status : 200} />
        </summary>
        {'expect' in step ? <Text of={step.expect.body} most={most} /> : <p class="soft">That the clock moves.</p>}
      </details>
      {played && (
        <details open={isOther}>
          <summary>
            Came <Status status={played.answer.status} />{' '}
            {number && <a href={view.link(`/requests/${number}`)}>step {number}</a>}
          </summary>
          <Text of={played.answer.text} most={most} />
        </details>
      )}
    </div>
  )
}

/** Of more differences the first are told. */
const MOST = 8

const Differences = ({ differences }: { differences: Difference[] }) => (
  <div class="scroll">
    <table class="diff">
      <thead>
        <tr>
          <th scope="col">Where</th>
          <th scope="col">Expected</th>
          <th scope="col">Came</th>
        </tr>
      </thead>
      <tbody>
        {differences.slice(0, MOST).map(({ path, expected, actual }) => (
          <tr>
            <td class="mono outside">{path.slice(0, 120)}</td>
            <td class="mono outside">{shortOf(expected)}</td>
            <td class="mono outside">{shortOf(actual)}</td>
          </tr>
        ))}
      </tbody>
    </table>
    {differences.length > MOST && <p class="soft">{differences.length} in all.</p>}
  </div>
)

const shortOf = (value: unknown): string =>
  value === undefined ? 'nothing' : shown(JSON.stringify(value)).slice(0, 160)

/** What came is not kept as it was: cards and secrets are nobody's to read on a page. */
const shown = (text: string): string => withoutSecrets(maskCards(text))

function Text({ of, most }: { of: unknown; most: number }) {
  if (of === undefined || of === '') return <p class="soft">Any body.</p>
  const text = shown(indented(of))
  const beginning = beginningOf(text, most)
  return (
    <pre class="outside" tabindex={0}>
      {beginning}
      {beginning.length < text.length && ' …'}
    </pre>
  )
}

function indented(value: unknown): string {
  if (typeof value !== 'string') return JSON.stringify(value, null, 2)
  try {
    return JSON.stringify(JSON.parse(value), null, 2)
  } catch {
    return value
  }
}

const wordsOf = ({ differences: { length } }: PlayedStep): string =>
  length === 0 ? 'as expected' : length === 1 ? '1 difference' : `${length} differences`
