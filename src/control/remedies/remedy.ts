import * as z from 'zod'
import { requestOf, type SentParts } from '../../http/document/sent.ts'
import type { Face } from '../../http/face.ts'
import type { Operation } from '../../http/operation.ts'
import type { Step, Trace } from '../../kernel/journal/step.ts'
import { whenLoaded } from '../../kernel/lazy.ts'
import { recordTables, type Slice } from '../../kernel/scenario/slice.ts'
import type { Workspace } from '../../kernel/workspaces/workspace.ts'
import { callsBefore } from './calls.ts'
import { samplesOf } from './candidates.ts'
import { partsOfStep } from './parts.ts'
import { schemasOf } from './schemas.ts'
import { type Way, waysThrough } from './search.ts'

/** One of the steps that together make a refused request succeed, as an explanation tells it. */
export const RemedyStep = z.strictObject({
  say: z.string(),
  path: z.string().optional(),
  from: z.string().optional(),
  value: z.unknown().optional(),
  call: z.strictObject({ method: z.string(), path: z.string() }).optional(),
})
export type RemedyStep = z.infer<typeof RemedyStep>

type Refused = { workspace: Workspace; face: Face; operation: Operation; step: Step; trace: Trace; slices: Slice[] }

/** Undefined where nothing is known that helps: none is better than one that misleads. */
export async function remedyFor(refused: Refused): Promise<RemedyStep[] | undefined> {
  const { workspace, face, operation, step, trace, slices } = refused
  const sent = partsOfStep(step, face, operation)
  if (!sent) return undefined
  const known = { schemas: schemasOf(operation), samples: samplesOf(face.operations), tables: recordTables(slices) }
  const asked = { workspace, operation, ...known, lookUps: trace.lookUps }
  const ways = await whenLoaded(() => waysThrough(sent, asked, callsBefore(face, asked)))
  return ways?.length === 0 ? [AGAIN] : ways?.map((way) => worded(way, sent))
}

const AGAIN = { say: 'send it again as it is: what was against it is so no more' }

function worded(way: Way, { params }: SentParts): RemedyStep {
  if ('operation' in way) {
    const { path, init } = requestOf(way.operation, { params, query: way.query })
    return { say: `first call ${init.method} ${path}`, call: { method: init.method, path } }
  }
  const { path, from, value } = way
  const at = path.join('.')
  if (from) return { say: `send ${from.join('.')} as ${at}`, path: at, from: from.join('.'), value }
  if (value === undefined) return { say: `leave out ${at}`, path: at }
  return { say: `send ${at} as ${JSON.stringify(value)}`, path: at, value }
}
