import * as z from 'zod'
import { operation } from '../../http/operation.ts'
import { type Journal, stepOf } from '../../kernel/journal.ts'
import type { Step } from '../../kernel/step.ts'
import { matches, nearMisses, type StepMatch } from '../../kernel/step-match.ts'
import { keptEntry } from '../kept-entry.ts'
import { invalid } from '../refusals.ts'

export const FindingShown = z.strictObject({
  kind: z.string(),
  message: z.string(),
  path: z.string().optional(),
  suggestion: z.string().optional(),
})

export const FaultDone = z.strictObject({
  id: z.string().optional(),
  kind: z.string(),
  phase: z.enum(['before', 'after']),
  ms: z.number().optional(),
  status: z.int().optional(),
  code: z.string().optional(),
  retryAfter: z.int().optional(),
})

const summary = {
  id: z.int(),
  kind: z.enum(['request', 'control']),
  at: z.string(),
  api: z.string(),
  operation: z.string().optional(),
  method: z.string(),
  path: z.string(),
  status: z.int(),
  durationMs: z.number(),
  correlationId: z.string().optional(),
  rule: z.string().optional(),
  fault: FaultDone.optional(),
}

export const StepSummary = z.strictObject({ ...summary, findings: z.int() })

export const StepShown = z.strictObject({
  ...summary,
  findings: z.array(FindingShown),
  requestHeaders: z.record(z.string(), z.string()),
  requestBody: z.string().optional(),
  responseHeaders: z.record(z.string(), z.string()),
  responseBody: z.string(),
})

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
  since: wholeNumber().optional(),
  before: wholeNumber().optional(),
  limit: wholeNumber(1000).pipe(z.int().min(1)).default(most),
})

type Selection = StepMatch & { since?: number | undefined; before?: number | undefined; limit: number }

/** The steps that are asked for, newest first; `next` where there are more. */
export function selected(
  { journal }: { journal: Journal },
  { since = 0, before = Number.POSITIVE_INFINITY, limit, ...match }: Selection,
): { steps: Step[]; next?: number } {
  const steps: Step[] = []
  for (const step of journal.newestFirst()) {
    if (step.id <= since) break
    if (step.id >= before || !matches(step, match)) continue
    if (steps.length === limit) return { steps, next: steps.at(-1)?.id as number }
    steps.push(step)
  }
  return { steps }
}

const Count = z.int().min(0).optional()

const Expectation = z
  .strictObject({ match: Match, count: Count, atLeast: Count, atMost: Count })
  .refine(({ count, atLeast, atMost }) => [count, atLeast, atMost].some((bound) => bound !== undefined), {
    error: 'say how many there should be: count, atLeast or atMost',
  })

export const Verdict = z.strictObject({
  ok: z.boolean(),
  count: z.int(),
  reason: z.string().optional(),
  nearMisses: z
    .array(
      z.strictObject({
        ...{ id: z.int(), operation: z.string().optional(), path: z.string(), status: z.int() },
        differs: z.array(z.strictObject({ member: z.string(), wanted: z.string(), actual: z.string() })),
      }),
    )
    .optional(),
})

/** The journal: what was asked of a workspace, and what it answered. */
export const requests = () => [
  operation({
    id: 'listRequests',
    method: 'get',
    path: '/requests',
    summary: 'The last steps of the workspace, newest first',
    source: 'decision Journal',
    query: z.strictObject(selection(100)),
    response: z.strictObject({
      requests: z.array(StepSummary),
      evicted: z.int(),
      next: z.int().optional(),
    }),
    example: { query: { status: '2xx', limit: '10' }, after: ['advanceClock'] },
  }).handle((workspace, { query }) => {
    const { steps, ...next } = selected(workspace, query)
    return { requests: steps.map(summarised), evicted: workspace.journal.evicted, ...next }
  }),
  operation({
    id: 'readRequest',
    method: 'get',
    path: '/requests/{id}',
    summary: 'One step: what was asked and answered, secrets masked',
    source: 'decision Journal',
    params: z.object({ id: z.string() }),
    response: StepShown,
    example: { params: { id: '1' }, after: ['advanceClock'] },
  }).handle(({ journal }, { params: { id } }) => stepOf(keptEntry(journal, id))),
  operation({
    id: 'clearRequests',
    method: 'delete',
    path: '/requests',
    summary: 'Forget all steps so far; the numbering goes on',
    source: 'decision Journal',
    response: z.strictObject({ deleted: z.int() }),
    example: { after: ['advanceClock'] },
  }).handle(({ journal }) => {
    const deleted = journal.size
    journal.clear()
    return { deleted }
  }),
  operation({
    id: 'verifyRequests',
    method: 'post',
    path: '/requests/verify',
    summary: 'Whether as many requests were made as there should have been',
    description: 'It is never in order where no request was made at all: then nothing was verified.',
    source: 'decision Journal',
    body: Expectation,
    response: Verdict,
    example: { body: { match: { operation: 'createAddress', status: '2xx' }, atMost: 3 }, after: ['advanceClock'] },
  }).handle(
    ({ journal }, { body: { match, count, atLeast = count ?? 0, atMost = count ?? Number.POSITIVE_INFINITY } }) => {
      if (atLeast > atMost) throw invalid('body', 'atLeast is more than atMost')
      const asked = [...journal.newestFirst()].filter(({ kind }) => kind === 'request')
      const found = asked.filter((step) => matches(step, match)).length
      if (!asked.length) return { ok: false, count: 0, reason: 'no request is kept, so nothing was verified' }
      if (found > atMost) return { ok: false, count: found, reason: `there are more than ${atMost}` }
      if (found >= atLeast) return { ok: true, count: found }
      const near = nearMisses(asked, match).map(({ step: { id, operation, path, status }, differs }) => ({
        ...{ id, path, status, differs },
        ...(operation !== undefined && { operation }),
      }))
      return {
        ok: false,
        count: found,
        reason: `there are fewer than ${atLeast}`,
        ...(near.length && { nearMisses: near }),
      }
    },
  ),
]

/** A step without headers and bodies. */
export function summarised(step: Step): z.infer<typeof StepSummary> {
  const { requestHeaders: _1, requestBody: _2, responseHeaders: _3, responseBody: _4, findings, ...rest } = step
  return { ...rest, findings: findings.length }
}
