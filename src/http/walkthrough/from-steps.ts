import type { Known } from '../../cases/put-back.ts'
import { instant } from '../../kernel/clock.ts'
import type { Step } from '../../kernel/journal/step.ts'
import type { WalkthroughStep } from '../../kernel/scenario/schema.ts'
import { isMasked } from '../credentials/secrets.ts'
import { SentAgain } from './sent-again.ts'

/** A step of a walkthrough, and the one of the session that it is made of; a move of the clock may be made of none. */
export type Retold = { step: WalkthroughStep; of?: Step }

/** What became of a session: a walkthrough, and what of it no walkthrough can hold, a sentence each. */
export type Retelling = { steps: Retold[]; warnings: string[] }

/** Trouble after which nobody gets an answer that could be looked at, or gets it only when somebody lets it go. */
const UNHEARD = ['hold', 'hang', 'drop', 'truncate', 'malformed']

/** How long a step may be delayed that is done again, in milliseconds. */
const LONGEST_DELAY = 1000

/** Beyond this a body was cut when it was kept. */
const CUT = /… \(\d+ characters more\)$/

/** Tells a session again as a walkthrough that begins at an instant, in milliseconds since the epoch: its steps in their order. */
export function retell(session: Step[], begin: number, known: Known): Retelling {
  const [steps, warnings]: [Retold[], string[]] = [[], []]
  const again = new SentAgain(known)
  let now = begin
  const wait = (until: string, id: number) => {
    const at = instant(until)
    if (at < now) warnings.push(`step ${id}: the clock was set back to ${until}, which a walkthrough cannot do`)
    else if (at > now) {
      // Two moves with nothing between them are one.
      if (steps.at(-1)?.of === undefined) steps.pop()
      steps.push({ step: { title: `The clock moves to ${until}`, advance: { to: until } } })
    }
    now = at
  }
  for (const step of session) {
    const why = unrepeatable(step)
    if (why) warnings.push(`step ${step.id}, ${step.method} ${step.path}, is left out: ${why}`)
    if (isOfClock(step)) wait(clockAfter(step), step.id)
    else if (!why) {
      wait(step.at, step.id)
      const { request, missing } = again.of(step)
      for (const name of missing) warnings.push(`step ${step.id}: ${name} was masked and is not known`)
      steps.push({ step: { title: titleOf(step), request, ...answerOf(step, again) }, of: step })
    }
  }
  return { steps, warnings }
}

/** Why a step is none of a walkthrough; undefined where it can be. */
function unrepeatable({ fault, status, requestBody = '', requestHeaders, path, method }: Step): string | undefined {
  if (fault && UNHEARD.includes(fault.kind)) return `it met the fault ${fault.kind}`
  if ((fault?.ms ?? 0) > LONGEST_DELAY) return `it was delayed by ${fault?.ms} ms`
  if (status === 0) return 'it had no answer'
  if (CUT.test(requestBody)) return 'its body is not kept whole'
  if (/\$\{[^}]*\}/.test([path, requestBody, ...Object.values(requestHeaders)].join(' ')))
    return 'it has what a walkthrough takes for the name of a value'
  return ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].includes(method) ? undefined : `no walkthrough sends ${method}`
}

const isOfClock = ({ kind, path, status }: Step): boolean =>
  kind === 'control' && status === 200 && /^\/_sandbox\/clock(?:\/advance)?(?:\?|$)/.test(path)

const clockAfter = ({ responseBody }: Step): string => JSON.parse(responseBody).now

/** What it is called: by its operation, and by what became of it. */
function titleOf({ operation, method, path, status, rule }: Step): string {
  const words = operation?.replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase() ?? `${method} ${path}`
  const subject = words.charAt(0).toUpperCase() + words.slice(1)
  if (rule !== undefined) return `${subject} is refused: ${rule}`
  return status < 400 ? subject : `${subject} is answered with ${status}`
}

function answerOf({ status, rule, responseBody, kind }: Step, again: SentAgain) {
  const body = kind === 'control' ? undefined : jsonOf(responseBody)
  const take: Record<string, string> = {}
  const shown =
    body === undefined
      ? undefined
      : without(body, isMasked, (place, masked) => {
          if (status < 400) take[again.takes(masked)] = place.join('.')
        })
  return {
    expect: {
      status,
      ...(rule !== undefined && { headers: { 'X-Sandbox-Rule': rule } }),
      ...(shown !== undefined && { body: shown as never }),
    },
    ...(Object.keys(take).length && { take }),
  }
}

/** An object or a list; undefined where a body is none, or was cut. */
function jsonOf(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? value : undefined
  } catch {
    return undefined
  }
}

/** A value without the members for which that is so; each is told with its place. What stands in a list stays. */
export function without(
  value: unknown,
  isLeftOut: (member: unknown, place: string[]) => boolean,
  told: (place: string[], member: unknown) => void = () => {},
  place: string[] = [],
): unknown {
  if (Array.isArray(value)) return value.map((item, index) => without(item, isLeftOut, told, [...place, String(index)]))
  if (typeof value !== 'object' || value === null) return value
  const kept: Record<string, unknown> = {}
  for (const [name, member] of Object.entries(value)) {
    const at = [...place, name]
    if (isLeftOut(member, at)) told(at, member)
    else kept[name] = without(member, isLeftOut, told, at)
  }
  return kept
}
