import * as z from 'zod'
import { type Entry, type Journal, stepOf } from '../../kernel/journal/journal.ts'
import type { Step } from '../../kernel/journal/step.ts'
import { matches, type StepMatch } from '../../kernel/journal/step-match.ts'

export const wholeNumber = (most = Number.MAX_SAFE_INTEGER) =>
  z.string().regex(/^\d+$/, 'a whole number').transform(Number).pipe(z.int().max(most))

/** Nothing longer is in a step: a server takes no longer head of a request. */
const wanted = z
  .string()
  .max(16 * 1024)
  .optional()

/** What steps are chosen by. */
const MATCH = {
  api: wanted,
  operation: wanted,
  method: wanted,
  path: wanted,
  status: z
    .string()
    .regex(/^[1-5](\d\d|xx)$/, 'a status such as 422, or a class such as 4xx')
    .optional(),
  rule: wanted,
  correlationId: wanted,
  finding: wanted,
}

export const Match = z.strictObject({
  ...MATCH,
  status: z.union([z.int().transform(String), MATCH.status]),
})

/** Which of the kept steps are asked for: by what they are like, by their numbers, and how many at most. */
export const selection = (most: number) => ({
  ...MATCH,
  record: wanted,
  since: wholeNumber().optional(),
  before: wholeNumber().optional(),
  limit: wholeNumber(1000).pipe(z.int().min(1)).default(most),
})

type Selection = StepMatch & {
  record?: string | undefined
  since?: number | undefined
  before?: number | undefined
  limit: number
}

/** The steps that are asked for, newest first; `next` where there are more. */
export function selected(
  { journal }: { journal: Journal },
  { record, since = 0, before = Number.POSITIVE_INFINITY, limit, ...match }: Selection,
): { steps: Step[]; next?: number } {
  const steps: Step[] = []
  for (const entry of journal.kept.toReversed()) {
    if (entry.id <= since) break
    if (entry.id >= before || (record !== undefined && !touches(entry, record))) continue
    const step = stepOf(entry)
    if (!matches(step, match)) continue
    if (steps.length === limit) return { steps, next: steps.at(-1)?.id as number }
    steps.push(step)
  }
  return { steps }
}

/** Whether a step looked a record up by its id, or wrote it. */
const touches = ({ trace }: Entry, id: string): boolean =>
  trace !== undefined && (trace.lookUps.some(({ key }) => key === id) || trace.writes.some((write) => write.id === id))
