import * as z from 'zod'
import { operation } from '../../http/operation.ts'
import { lastVerdicts } from '../../kernel/faults/verdict.ts'
import { Auth, ClockStart, Limits } from '../../kernel/scenario/schema.ts'
import type { Controlled } from '../controlled.ts'
import { fromLibrary } from '../from-library.ts'
import { Standing, standing } from '../standing.ts'

/** What a start may choose; the scenario's own where it is left out. */
export const Choice = z.strictObject({
  seed: z.int().optional(),
  clock: ClockStart.optional(),
  auth: Auth.optional(),
  limits: Limits.optional(),
})

/** The ways to a start: a scenario loaded into the workspace, or the loaded one from its beginning. */
export const load = ({ library }: Controlled) => [
  operation({
    id: 'loadScenario',
    method: 'post',
    path: '/scenarios/{name}/load',
    summary: 'Load a scenario into the workspace',
    source: 'decision Control plane',
    params: z.object({ name: z.string() }),
    body: Choice,
    bodyOptional: true,
    response: Standing,
    example: { params: { name: 'future-move' }, body: { clock: '2026-03-02T09:00:00Z' } },
  }).handle(async (workspace, { params, body }) => {
    const start = await fromLibrary(() => library.start(params.name, body))
    const last = lastVerdicts(workspace)
    workspace.reset(start)
    return standing(workspace, last)
  }),
  operation({
    id: 'reset',
    method: 'post',
    path: '/reset',
    summary: 'Back to the start of the loaded scenario, all of it',
    source: 'decision Control plane',
    response: Standing,
    example: {},
  }).handle((workspace) => {
    const last = lastVerdicts(workspace)
    workspace.reset()
    return standing(workspace, last)
  }),
]
