import * as z from 'zod'
import { linksOf, SOURCES } from '../../http/answers/citation.ts'
import { operation } from '../../http/operation.ts'
import { stepOf } from '../../kernel/journal/journal.ts'
import { type Check, Trace } from '../../kernel/journal/step.ts'
import type { Problem } from '../../kernel/problem.ts'
import type { Controlled } from '../controlled.ts'
import { keptEntry } from '../kept-entry.ts'
import { StoredRecord } from '../record-changes.ts'
import { RemedyStep, remedyFor } from '../remedies/remedy.ts'
import { FaultDone, FindingShown } from '../steps/shown.ts'

const cited = {
  basis: z.enum(['documented', 'inferred', 'assumed']).optional(),
  source: z.string().optional(),
  link: z.string().optional(),
}

export const Explanation = z.strictObject({
  id: z.int(),
  operation: z.string().optional(),
  route: z.strictObject({ method: z.string(), path: z.string() }).optional(),
  status: z.int(),
  checks: z.array(
    z.strictObject({
      code: z.string(),
      message: z.string(),
      outcome: z.enum(['passed', 'refused', 'tolerated']),
      expected: z.string().optional(),
      remedy: z.string().optional(),
    }),
  ),
  lookups: z.array(z.strictObject({ type: z.string(), by: z.string(), key: z.string(), found: z.int() })),
  rule: z.string().optional(),
  message: z.string().optional(),
  when: z.string().optional(),
  ...cited,
  wouldSucceed: z.array(RemedyStep).optional(),
  findings: z.array(FindingShown),
  fault: FaultDone.optional(),
  before: z.array(StoredRecord),
  after: z.array(StoredRecord),
})
type Explanation = z.infer<typeof Explanation>

/** Why a request was answered as it was: told from what was kept of it as it was carried out. */
export const explain = ({ apis, slices }: Controlled) =>
  operation({
    id: 'explainRequest',
    method: 'get',
    path: '/requests/{id}/explain',
    summary: 'Why a request was answered as it was',
    source: 'decision Journal',
    params: z.object({ id: z.string() }),
    response: Explanation,
    example: { params: { id: '1' }, after: ['advanceClock'] },
  }).handle(async (workspace, { params: { id } }): Promise<Explanation> => {
    const entry = keptEntry(workspace.journal, id)
    const step = stepOf(entry)
    const trace = entry.trace ?? new Trace()
    const face = apis.find(({ name }) => name === step.api)
    const ran = face?.operations.find((candidate) => candidate.id === step.operation)
    const changes = trace.changes()
    const [refused] = trace.refused
    const remedy =
      step.status >= 400 && face && ran
        ? await remedyFor({ workspace, face, operation: ran, step, trace, slices })
        : undefined
    return {
      id: step.id,
      ...(step.operation !== undefined && { operation: step.operation }),
      ...(ran && { route: { method: ran.method.toUpperCase(), path: ran.path } }),
      status: step.status,
      checks: trace.checks().map(shownCheck),
      lookups: trace.lookUps,
      ...(step.rule !== undefined && { rule: step.rule }),
      ...(refused && reasonOf(refused, face?.contract)),
      ...(remedy && { wouldSucceed: remedy }),
      findings: step.findings,
      ...(step.fault && { fault: step.fault }),
      before: changes.flatMap(({ before }) => before ?? []),
      after: changes.flatMap(({ after }) => after ?? []),
    }
  })

function shownCheck({ problem: { code, message }, refused, tolerated, expected, remedy }: Check) {
  return {
    ...{ code, message },
    outcome: refused ? ('refused' as const) : tolerated ? ('tolerated' as const) : ('passed' as const),
    ...(expected !== undefined && { expected }),
    ...(remedy !== undefined && { remedy }),
  }
}

function reasonOf({ message, basis, source, trigger }: Problem, contract: string | undefined) {
  return { message, when: trigger.when, basis, source, link: linksOf(source, contract)[0] ?? SOURCES }
}
