import { markdownTable } from 'markdown-table'
import type { Face } from '../../src/http/face.ts'
import type { Operation } from '../../src/http/operation.ts'
import type { Basis, Problem } from '../../src/kernel/problem.ts'
import type { Evidence } from '../../src/parity/evidence.ts'
import type { Observations, Observed } from './observed.ts'

/** The page that tells how far to trust each operation: what is declared and what was seen, nothing typed by hand. */
export function fidelityPage(apis: Face[], observations: Observations, evidence: readonly Evidence[]): string {
  return [
    '<!-- Written by `npm run docs`. -->',
    OPENING,
    ...apis.flatMap((api) => sectionOf(api, observations, evidence)),
  ]
    .join('\n\n')
    .concat('\n')
}

const OPENING = `# Fidelity: what is simulated, and how well it is founded

- **reads**, **writes**: the types of records that an operation looked up and wrote while its example and the walkthroughs
  of all scenarios were played: \`+\` created, \`~\` changed, \`-\` deleted. \`GET /_sandbox/records/{type}\` shows them.
- **set up by**: the scenarios whose walkthrough uses it, or on which one of its refusals is shown. The example of every
  operation succeeds on \`quickstart\`, which is not named. What else it reads can be made by the operations of the second
  table.
- **codes**: how many different ones it refuses with. Some a request brings about; for others it takes a fault, as they
  are conditions of the host, or always hidden behind an earlier refusal. \`GET /_sandbox/errors?operation=…\` lists them all,
  with triggers, examples and sources.
- **basis**: of those refusals and their conditions, in per cent: **documented** (a source states it), **inferred** (the
  sources together imply it), **assumed** (we chose: [decisions](decisions.md)).
- **evidence**: how many of its rules and successes other platforms confirmed and contradicted, by what lies in
  \`docs/evidence/\`: what [\`parity\`](parity.md) wrote of each, and the last day of it.`

/** One behaviour: an operation, under one kind of reference or under each of several. */
type Behaviour = { first: Operation; forms: Operation[]; seen: Observed }

function sectionOf({ name, title, operations }: Face, observations: Observations, evidence: readonly Evidence[]) {
  const behaviours = groupedByPath(operations).map((forms): Behaviour => {
    const seen = forms.map(({ id }) => observations.of(name, id)).reduce(together)
    return { first: forms[0] as Operation, forms, seen }
  })
  const all = [...new Set(operations.flatMap(({ problems = [] }) => problems))]
  return [
    `## ${title}`,
    ...(behaviours.length < operations.length ? [FORMS] : []),
    tableOf(HEAD, [
      ...behaviours.map((one) => [...rowOf(one), seenOf(name, one, evidence)]),
      ['**all of them**', '', '', '', '', ...judged(all), ''],
    ]),
    `Where records come from, beside scenarios:`,
    tableOf(['type of record', 'created by', 'changed by', 'deleted by'], recordsOf(behaviours)),
  ]
}

const FORMS = `An operation that is offered under several references, own and external ones, stands once, with how many there are.`

const HEAD = [
  ...['operation', 'request', 'reads', 'writes', 'set up by'],
  ...['codes by request', 'by fault', 'documented / inferred / assumed', 'evidence'],
]

const tableOf = (head: string[], rows: string[][]): string => markdownTable([head, ...rows], { alignDelimiters: false })

function groupedByPath(operations: Operation[]): Operation[][] {
  const groups = new Map<string, Operation[]>()
  for (const operation of operations) {
    const key = `${operation.method} ${referenceless(operation.path)}`
    groups.set(key, [...(groups.get(key) ?? []), operation])
  }
  return [...groups.values()]
}

const referenceless = (path: string): string =>
  path
    .replace(/(?:external-customers\/)?\{\w*[cC]ustomer\w*\}/, '{}')
    .replace(/(?:addresses\/)?external-addresses\/\{\w+\}|addresses\/\{\w+\}/, '{}')

const KINDS = ['reads', 'creates', 'changes', 'deletes', 'scenarios'] as const

const together = (one: Observed, other: Observed): Observed =>
  Object.fromEntries(KINDS.map((kind) => [kind, new Set([...one[kind], ...other[kind]])])) as Observed

function rowOf({ first, forms, seen }: Behaviour): string[] {
  const problems = [...new Set(forms.flatMap(({ problems = [] }) => problems))]
  const shown = problems.flatMap(({ example }) => example?.scenario ?? [])
  const scenarios = new Set([...seen.scenarios, ...shown].filter((scenario) => scenario !== 'quickstart'))
  const writes = [...marked('+', seen.creates), ...marked('~', seen.changes), ...marked('-', seen.deletes)]
  const name = forms.length > 1 ? `${first.id} (${forms.length} references)` : first.id
  const request = `\`${first.method.toUpperCase()} ${first.path}\``
  return [name, request, marked('', seen.reads).join(', '), writes.join(', '), listed(scenarios), ...judged(problems)]
}

/** What was held against other platforms: each rule, and success as such, once for each file that tells of it. */
function seenOf(api: string, { forms }: Behaviour, evidence: readonly Evidence[]): string {
  const told = evidence.flatMap(({ day, entries }) =>
    entries
      .filter((one) => one.api === api && forms.some(({ id }) => id === one.operation))
      .map(({ verdict }) => ({ day, verdict })),
  )
  const last = told
    .map(({ day }) => day)
    .sort()
    .at(-1)
  if (last === undefined) return 'none yet'
  const counts = (['confirmed', 'contradicted'] as const).flatMap((verdict) => {
    const count = told.filter((one) => one.verdict === verdict).length
    return count ? `${count} ${verdict}` : []
  })
  return `${counts.join(', ')} (${last})`
}

/** How many codes there are by request and by fault, and the shares of bases. */
function judged(problems: Problem[]): string[] {
  const all = codesOf(problems)
  const byRequest = codesOf(problems.filter(({ trigger }) => trigger.kind === 'request'))
  const shares = BASES.map((basis) =>
    Math.round((100 * problems.filter((one) => one.basis === basis).length) / problems.length),
  )
  return [String(byRequest.size), String(all.size - byRequest.size), shares.join(' / ')]
}

const BASES: Basis[] = ['documented', 'inferred', 'assumed']

const codesOf = (problems: Problem[]) => new Set(problems.map(({ code }) => code))

const listed = (names: Iterable<string>): string => [...names].sort().join(', ')

/** Types of records without their API, each with a mark. */
const marked = (mark: string, types: Set<string>): string[] =>
  [...types].map((type) => `${mark}${type.slice(type.indexOf('.') + 1)}`).sort()

function recordsOf(behaviours: Behaviour[]): string[][] {
  const types = new Set(behaviours.flatMap(({ seen: { reads, creates } }) => [...reads, ...creates]))
  const by = (type: string, kind: 'creates' | 'changes' | 'deletes') =>
    behaviours.flatMap(({ first, seen }) => (seen[kind].has(type) ? first.id : [])).join(', ')
  return [...types]
    .sort()
    .map((type) => [`\`${type}\``, by(type, 'creates') || 'scenarios alone', by(type, 'changes'), by(type, 'deletes')])
}
