import * as z from 'zod'
import { tokensOf } from '../cases/tokens.ts'
import { blinder } from '../kernel/chance.ts'
import { isoInstant, systemTime } from '../kernel/clock.ts'
import { VERSION } from '../version.ts'
import { isSame, type Remark, STATUS } from './compare.ts'
import type { Target } from './target.ts'
import { isCompared, type Rested, type StepVerdict } from './verdict.ts'

const Place = z.strictObject({ path: z.string(), expected: z.string().optional(), actual: z.string().optional() })

const Entry = z.strictObject({
  api: z.string(),
  operation: z.string(),
  /** The rule or code; a success has none. */
  rule: z.string().optional(),
  verdict: z.enum(['confirmed', 'contradicted']),
  steps: z.array(z.int()),
  /** How the answers part, and where, by the hashes of what stands there. */
  differs: z.string().optional(),
  places: z.array(Place).optional(),
})
type Entry = z.infer<typeof Entry>

/** What another platform confirmed or contradicted on a day: no value in it is in clear (decision Parity). */
export const Evidence = z.strictObject({
  format: z.literal(1),
  product: z.string(),
  day: z.iso.date(),
  target: z.string(),
  entries: z.array(Entry),
})
export type Evidence = z.infer<typeof Evidence>

/** What comparable steps say of the rules and operations that they rest on. */
export function evidenceOf(steps: readonly StepVerdict[], { name, apis }: Target): Evidence {
  const hash = blinder()
  const hosts = Object.values(apis).map((api) => new URL(api.baseUrl).host)
  const entries = new Map<string, Entry>()
  for (const entry of steps.flatMap((step) => entriesOf(step, hash))) {
    const key = JSON.stringify([entry.api, entry.operation, entry.rule])
    entries.set(key, together(entries.get(key), entry))
  }
  const day = isoInstant(systemTime()).slice(0, '2026-03-02'.length)
  const target = name ?? [...new Set(hosts)].join(', ')
  return { format: 1, product: `issuer-sandbox ${VERSION}`, day, target, entries: [...entries.values()] }
}

function entriesOf({ step, api, operation, verdict, rules = [], remarks = [] }: StepVerdict, hash: Hash): Entry[] {
  if (!isCompared(verdict) || api === undefined || operation === undefined) return []
  const about: Partial<Rested>[] = rules.length ? rules : [{}]
  // Where other codes make the difference, one that both answers show is not contradicted by that.
  const isOfCodes = verdict === 'code or status' && !remarks.some(({ path }) => path === STATUS)
  return about.map(({ rule, shared }) => ({
    ...{ api, operation },
    ...(rule !== undefined && { rule }),
    ...(isSame(verdict) || (isOfCodes && shared)
      ? { verdict: 'confirmed' }
      : { verdict: 'contradicted', differs: verdict, places: placesOf(remarks, hash) }),
    steps: [step],
  }))
}

/** One step that contradicts outweighs all that confirm. */
function together(one: Entry | undefined, other: Entry): Entry {
  if (!one) return other
  const steps = [...one.steps, ...other.steps]
  return { ...(one.verdict === 'contradicted' ? one : other), steps }
}

type Hash = (value: string) => string

const placesOf = (remarks: readonly Remark[], hash: Hash): z.infer<typeof Place>[] =>
  remarks
    .filter(({ relation }) => !isSame(relation))
    .map(({ path, expected, actual }) => ({
      path: withoutValues(path),
      ...(expected !== undefined && { expected: hash(JSON.stringify(expected)) }),
      ...(actual !== undefined && { actual: hash(JSON.stringify(actual)) }),
    }))

/** Names of members stay; one that may be an id, as where members are by id, does not. */
const withoutValues = (path: string): string =>
  path
    .split('.')
    .map((name) => (tokensOf(name).length ? '*' : name))
    .join('.')
