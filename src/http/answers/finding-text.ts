import type { Finding } from '../../kernel/finding.ts'
import { CREDENTIAL_FINDINGS } from '../credentials/authentication.ts'

/**
 * How kinds begin, by weight: what was ignored or stands in the wrong place is told before what was changed, that before
 * what is only remarkable.
 */
const WEIGHTIEST = [
  ...['ignored', 'unknown-member', 'unknown-parameter', 'unknown-filter', 'deprecated', 'taken-as'],
  ...['cut-value', 'beyond-limit', 'card-number', 'left-out', 'replaced', 'idempotency'],
]

/** What only a relaxed sandbox lets pass comes last, as every request of a caller has it. */
const isLightest = (kind: string): boolean =>
  kind === 'missing-header' || (CREDENTIAL_FINDINGS as readonly string[]).includes(kind)

/** A finding in one line: what it says, where, and what was probably meant. */
export const worded = ({ message, path, suggestion }: Finding): string =>
  message + (path ? ` (${path})` : '') + (suggestion ? ` - did you mean '${suggestion}'?` : '')

function weight({ kind }: Finding): number {
  if (isLightest(kind)) return WEIGHTIEST.length + 1
  const place = WEIGHTIEST.findIndex((prefix) => kind.startsWith(prefix))
  return place < 0 ? WEIGHTIEST.length : place
}

/** The weightiest first: the one to tell where there is room for one. */
export const byWeight = (findings: readonly Finding[]): readonly Finding[] =>
  findings.length > 1 ? findings.toSorted((one, other) => weight(one) - weight(other)) : findings

/** Long headers, and those beyond ASCII, hang clients. */
const LONGEST = 200

/** A finding as a header tells it. */
export const headerOf = (finding: Finding): string =>
  worded(finding)
    .replace(/[^\x20-\x7e]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .slice(0, LONGEST)
