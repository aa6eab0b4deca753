import * as z from 'zod'
import { operation } from '../../http/operation.ts'
import { lastVerdicts } from '../../kernel/faults/verdict.ts'
import { ScenarioName } from '../../kernel/scenario/schema.ts'
import { DEFAULT_WORKSPACE, faultOfName, WORKSPACE_NAME } from '../../kernel/workspaces/workspace-name.ts'
import type { Controlled } from '../controlled.ts'
import { verdicts, verdictsOf } from '../faults-shown.ts'
import { fork } from '../fork.ts'
import { fromLibrary } from '../from-library.ts'
import { conflict, invalid, notFound } from '../refusals.ts'
import { ClockReading, Standing, standing } from '../standing.ts'
import { Choice } from './load.ts'

const Name = z
  .string()
  .regex(WORKSPACE_NAME, { error: ({ input }) => faultOfName(String(input)) as string, abort: true })
  .refine((name) => faultOfName(name) === undefined, { error: ({ input }) => faultOfName(String(input)) as string })

const InMemory = z.strictObject({
  name: z.string(),
  scenario: z.string(),
  seed: z.int(),
  clock: ClockReading,
  requests: z.int(),
})

const OnFile = z.strictObject({ name: z.string(), onFile: z.literal(true) })

const Listed = z.strictObject({ workspaces: z.array(z.union([InMemory, OnFile])) })

const Wanted = Choice.extend({
  scenario: ScenarioName.optional(),
  from: Name.optional(),
  at: z.int().min(0).optional(),
})

/** Isolated worlds: listed, made (anew) with a start of their own, deleted (decision Workspaces). */
export const workspaces = ({ workspaces: all, library }: Controlled) => [
  operation({
    id: 'listWorkspaces',
    worldless: true,
    method: 'get',
    path: '/workspaces',
    summary: 'The workspaces there are',
    source: 'decision Control plane',
    response: Listed,
    example: {},
  }).handle(() => ({
    workspaces: all.names.map((name) => {
      const workspace = all.get(name)
      if (!workspace) return { name, onFile: true as const }
      const { seed, clock, requests, start } = workspace
      return { name, scenario: start.base.scenario, seed, clock: clock.toJSON(), requests }
    }),
  })),
  operation({
    id: 'createWorkspace',
    worldless: true,
    method: 'put',
    path: '/workspaces/{name}',
    summary: 'Make a workspace, or make it anew',
    description:
      'On the scenario named, else on that of the start, with that scenario’s own seed and clock unless given; or as a fork of another workspace, as it is or as it was after one of its steps.',
    source: 'decision Control plane',
    params: z.object({ name: Name }),
    body: Wanted,
    bodyOptional: true,
    response: Standing,
    example: { params: { name: 'ci-42' }, body: { scenario: 'quickstart', clock: '2026-03-02T09:00:00Z' } },
  }).handle(async (_workspace, { params: { name }, body: { from, at, ...begun } }) => {
    const former = all.get(name)
    const last = former ? lastVerdicts(former) : []
    if (from !== undefined) return standing(await fork(all, name, { from, at, begun }), last)
    if (at !== undefined) throw invalid('body.at', 'is for a fork: say from which workspace')
    const { scenario = all.start.base.scenario, ...choice } = begun
    const unknown = (message: string) => invalid('body.scenario', message)
    const start = await fromLibrary(() => library.start(scenario, choice), unknown)
    return standing(await all.create(name, start), last)
  }),
  operation({
    id: 'deleteWorkspace',
    worldless: true,
    method: 'delete',
    path: '/workspaces/{name}',
    summary: 'Delete a workspace',
    source: 'decision Control plane',
    params: z.object({ name: Name }),
    response: z.strictObject({ deleted: z.string(), ...verdicts }),
    example: { params: { name: 'ci-42' }, after: ['createWorkspace'] },
  }).handle(async (_workspace, { params: { name } }) => {
    if (name === DEFAULT_WORKSPACE) throw conflict('the default workspace stays; reset it instead')
    const former = all.get(name)
    const last = former ? lastVerdicts(former) : []
    if (!(await all.delete(name))) throw notFound(`no workspace '${name}'`)
    return { deleted: name, ...verdictsOf(last) }
  }),
]
