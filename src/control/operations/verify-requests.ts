import * as z from 'zod'
import { operation } from '../../http/operation.ts'
import { matches, nearMisses } from '../../kernel/journal/step-match.ts'
import { invalid } from '../refusals.ts'
import { Match } from '../steps/selection.ts'

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

/** Whether what should have been asked was asked. */
export const verifyRequests = operation({
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
)
