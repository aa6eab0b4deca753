import type { Finding } from '../kernel/finding.ts'

/** How kinds begin, by weight: what was ignored or stands in the wrong place is told before what is only remarkable. */
const WEIGHTIEST = ['ignored', 'unknown-member', 'unknown-parameter', 'deprecated']

/** A finding in one line: what it says, where, and what was probably meant. */
export const worded = ({ message, path, suggestion }: Finding): string =>
  [message, path && `(${path})`, suggestion && `- did you mean '${suggestion}'?`].filter(Boolean).join(' ')

/** The one to tell where there is room for one; undefined where there is none. */
export function weightiest(findings: readonly Finding[]): Finding | undefined {
  const weight = ({ kind }: Finding) => {
    const place = WEIGHTIEST.findIndex((prefix) => kind.startsWith(prefix))
    return place < 0 ? WEIGHTIEST.length : place
  }
  return findings.reduce<Finding | undefined>(
    (first, one) => (!first || weight(one) < weight(first) ? one : first),
    undefined,
  )
}

/** Long headers, and those beyond ASCII, hang clients. */
const LONGEST = 200

/** A finding as a header tells it. */
export const headerOf = (finding: Finding): string =>
  worded(finding)
    .replace(/[^\x20-\x7e]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .slice(0, LONGEST)
