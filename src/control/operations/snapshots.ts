import * as z from 'zod'
import { operation } from '../../http/operation.ts'
import { isoInstant } from '../../kernel/clock.ts'
import { lastVerdicts } from '../../kernel/faults/verdict.ts'
import { holdsCard } from '../../kernel/masking/redaction.ts'
import { recordTables } from '../../kernel/scenario/slice.ts'
import { digestOf } from '../../kernel/states/snapshot.ts'
import { snapshotInTurns } from '../../kernel/states/snapshot-in-turns.ts'
import { MOST_SNAPSHOTS, type NamedSnapshot } from '../../kernel/states/snapshots.ts'
import type { Workspace } from '../../kernel/workspaces/workspace.ts'
import type { Controlled } from '../controlled.ts'
import { changesSince, RecordChanges } from '../record-changes.ts'
import { conflict, notFound } from '../refusals.ts'
import { Standing, standing } from '../standing.ts'
import { streamed } from '../streamed.ts'

const params = z.object({
  name: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,62}$/, 'use lower-case letters, digits and dashes')
    .refine((name) => !holdsCard(name), 'it looks like the number of a real card'),
})

export const Taken = z.strictObject({
  name: z.string(),
  at: z.string(),
  scenario: z.string(),
  seed: z.int(),
  step: z.int(),
  digest: z.string(),
})

const shown = ({ name, at, snapshot }: NamedSnapshot): z.infer<typeof Taken> => {
  const { start, requests } = snapshot
  const { scenario, seed } = start.base
  return { name, at: isoInstant(at), scenario, seed, step: requests, digest: digestOf(snapshot) }
}

function* withChanges(taken: z.infer<typeof Taken>, changes: Iterable<string>): Generator<string> {
  yield `${JSON.stringify(taken).slice(0, -1)},"changes":`
  yield* changes
  yield '}'
}

function found({ snapshots }: Workspace, name: string): NamedSnapshot {
  const named = snapshots.get(name)
  if (named) return named
  const known = snapshots.all.map((one) => one.name).join(', ')
  throw notFound(`no snapshot '${name}'; there ${known ? `are ${known}` : 'are none'}`)
}

/** States under a name, to come back to (decision Snapshots). */
export function snapshots({ slices }: Controlled) {
  const types = recordTables(slices)
  return [
    operation({
      id: 'listSnapshots',
      method: 'get',
      path: '/snapshots',
      summary: 'The snapshots of the workspace, oldest first',
      source: 'decision Snapshots',
      response: z.strictObject({ snapshots: z.array(Taken) }),
      example: {},
    }).handle((workspace) => ({ snapshots: workspace.snapshots.all.map(shown) })),
    operation({
      id: 'takeSnapshot',
      changesWorld: true,
      waitsFirst: true,
      tellsOfAll: true,
      method: 'put',
      path: '/snapshots/{name}',
      summary: 'Keep the state as it is now under a name',
      description: 'One of the same name is replaced.',
      source: 'decision Snapshots',
      params,
      response: Taken,
      example: { params: { name: 'before' } },
    }).handle((workspace, { params: { name } }, exchange) =>
      snapshotInTurns(workspace, (present) =>
        exchange.carryOut(() => {
          if (workspace.snapshots.size >= MOST_SNAPSHOTS && !workspace.snapshots.get(name))
            throw conflict(`there are ${MOST_SNAPSHOTS} snapshots, which is the most; delete one`)
          const snapshot = { ...present, requests: workspace.requests }
          const taken = { name, at: workspace.clock.now(), snapshot }
          workspace.snapshots.put(taken)
          return shown(taken)
        }),
      ),
    ),
    operation({
      id: 'readSnapshot',
      method: 'get',
      path: '/snapshots/{name}',
      summary: 'A snapshot, and what has changed since',
      source: 'decision Snapshots',
      params,
      response: Taken.extend({ changes: RecordChanges }),
      example: { params: { name: 'before' }, after: ['takeSnapshot'] },
    }).handle(async (workspace, { params: { name } }) => {
      const named = found(workspace, name)
      return streamed(withChanges(shown(named), await changesSince(named.snapshot, workspace, types)))
    }),
    operation({
      id: 'restoreSnapshot',
      changesWorld: true,
      waitsFirst: true,
      method: 'post',
      path: '/snapshots/{name}/restore',
      summary: 'Put the state back to a snapshot',
      description: 'It is a step among the others: the numbering goes on.',
      source: 'decision Snapshots',
      params,
      response: Standing,
      example: { params: { name: 'before' }, after: ['takeSnapshot'] },
    }).handle((workspace, { params: { name } }, exchange) => {
      const { snapshot } = found(workspace, name)
      return snapshot.changes.copyInTurns((changes) =>
        exchange.carryOut(() => {
          const last = lastVerdicts(workspace)
          workspace.become({ ...snapshot, changes })
          return standing(workspace, last)
        }),
      )
    }),
    operation({
      id: 'deleteSnapshot',
      changesWorld: true,
      method: 'delete',
      path: '/snapshots/{name}',
      summary: 'Forget a snapshot',
      source: 'decision Snapshots',
      params,
      response: z.strictObject({ deleted: z.string() }),
      example: { params: { name: 'before' }, after: ['takeSnapshot'] },
    }).handle((workspace, { params: { name } }) => {
      found(workspace, name)
      workspace.snapshots.remove(name)
      return { deleted: name }
    }),
  ]
}
