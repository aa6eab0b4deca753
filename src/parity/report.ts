import { withoutSecrets } from '../http/credentials/secrets.ts'
import { maskCards } from '../kernel/masking/redaction.ts'
import type { Remark } from './compare.ts'
import type { Planned, Unsent } from './plan.ts'
import { differs, isSameVerdict, type StepVerdict, type Verdict } from './verdict.ts'

/** How many steps came to what; what none came to is left out. */
export function countsOf(steps: readonly { verdict: Verdict }[]): Record<string, number> {
  const count = (is: (verdict: Verdict) => boolean): number => steps.filter(({ verdict }) => is(verdict)).length
  const counts = {
    same: count(isSameVerdict),
    differ: count(differs),
    'not sent': count((verdict) => verdict === 'not sent'),
    'not comparable': count((verdict) => verdict === 'not comparable'),
  }
  return Object.fromEntries(Object.entries(counts).filter(([, number]) => number))
}

/** The line that a report ends with. */
export const verdictLine = (steps: readonly { verdict: Verdict }[]): string =>
  `verdict: ${
    Object.entries(countsOf(steps))
      .map(([what, number]) => `${number} ${what}`)
      .join(', ') || 'no steps'
  }`

/** A step in lines: what came of it, the rule that it rests on, and the places that tell. */
export function linesOf({ step, method, path, api, verdict, why, rules = [], remarks = [] }: StepVerdict): string[] {
  const rested = rules.map(({ rule, basis, source }) => `  rule ${api} ${rule}${basis ? ` (${basis}: ${source})` : ''}`)
  return [
    `${step}. ${method} ${path}: ${verdict}${why ? ` (${why})` : ''}`,
    ...(verdict === 'same' || verdict === 'noise' ? [] : [...rested, ...remarks.flatMap(remarkLines)]),
  ]
}

function remarkLines({ relation, path, expected, actual }: Remark): string[] {
  if (relation === 'noise') return []
  if (relation === 'same after binding') return [`  ${path}: ${shown(expected)} is ${shown(actual)} there`]
  return [`  ${path} (${relation})`, `  - ${shown(expected)}`, `  + ${shown(actual)}`]
}

/** What a dry run says of a step. */
export function planLine(planned: Planned | Unsent): string {
  const { step, request } = planned.step
  const says = 'why' in planned ? `not sent (${planned.why})` : `would be sent (${planned.effect})`
  return `${step}. ${request.method} ${request.path}: ${says}`
}

const LONGEST = 300

function shown(value: unknown): string {
  if (value === undefined) return '(nothing)'
  const text = JSON.stringify(value)
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text
}

/** Data as it may be told: without the secrets that were shown, and without numbers that look like those of cards. */
export function clean<T>(data: T, secrets: ReadonlySet<string>): T {
  const inText = (text: string): string =>
    maskCards([...secrets].reduce((rest, secret) => rest.replaceAll(secret, '[masked]'), text))
  const within = (value: unknown): unknown => {
    if (typeof value === 'string') return inText(value)
    if (typeof value === 'number') return inText(String(value)) === String(value) ? value : inText(String(value))
    if (typeof value !== 'object' || value === null) return value
    if (Array.isArray(value)) return value.map(within)
    return Object.fromEntries(Object.entries(value).map(([name, member]) => [inText(name), within(member)]))
  }
  return within(JSON.parse(withoutSecrets(JSON.stringify(data)))) as T
}
