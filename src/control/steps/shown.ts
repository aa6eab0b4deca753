import * as z from 'zod'
import { byWeight, worded } from '../../http/answers/finding-text.ts'
import type { Step } from '../../kernel/journal/step.ts'

// Steps as answers show them.

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

export const StepSummary = z.strictObject({
  ...summary,
  findings: z.int(),
  kinds: z.array(z.string()),
  told: z.string().optional(),
})

export const StepShown = z.strictObject({
  ...summary,
  findings: z.array(FindingShown),
  requestHeaders: z.record(z.string(), z.string()),
  requestBody: z.string().optional(),
  responseHeaders: z.record(z.string(), z.string()),
  responseBody: z.string(),
})

/** A step without headers and bodies. */
export function summarised(step: Step): z.infer<typeof StepSummary> {
  const { requestHeaders: _1, requestBody: _2, responseHeaders: _3, responseBody: _4, findings, ...rest } = step
  const [told] = byWeight(findings)
  const kinds = [...new Set(findings.map(({ kind }) => kind))]
  return { ...rest, findings: findings.length, kinds, ...(told && { told: worded(told) }) }
}
