import * as z from 'zod'
import { RequestFailed } from '../../http/answers/failure.ts'
import { unknownIn } from '../../http/faults/names.ts'
import { operation } from '../../http/operation.ts'
import { FaultDefinition } from '../../kernel/faults/definition.ts'
import { arm, disarm, faults as faultsOf, MOST_FAULTS } from '../../kernel/faults/faults.ts'
import { lastVerdicts } from '../../kernel/faults/verdict.ts'
import type { Controlled } from '../controlled.ts'
import { FaultShown, HeldShown, heldIn, shown, verdicts, verdictsOf } from '../faults-shown.ts'
import { conflict, notFound } from '../refusals.ts'

const Deleted = z.strictObject({ deleted: z.array(z.string()), ...verdicts })

const params = z.object({ id: z.string() })

/** Trouble of the platform, armed (decision Faults). */
export const faults = ({ apis }: Controlled) => [
  operation({
    id: 'listFaults',
    method: 'get',
    path: '/faults',
    summary: 'The faults that are armed, and the requests that they hold',
    source: 'decision Faults',
    response: z.strictObject({ faults: z.array(FaultShown), held: z.array(HeldShown) }),
    example: {},
  }).handle((workspace) => ({
    faults: [...faultsOf(workspace).all()].map((fault) => shown(workspace, fault)),
    held: heldIn(workspace),
  })),
  operation({
    id: 'armFault',
    method: 'post',
    changesWorld: true,
    path: '/faults',
    summary: 'Arm a fault',
    description:
      'It strikes requests to the simulated APIs that match, within its limits. A request is struck by one fault at most: the first one armed that strikes.',
    source: 'decision Faults',
    body: FaultDefinition,
    response: FaultShown,
    example: {
      body: {
        match: { operation: 'createAddress' },
        effect: { kind: 'status', status: 502 },
        phase: 'after',
        times: 1,
        expect: { count: 2 },
      },
    },
  }).handle((workspace, { body }) => {
    const issues = unknownIn(body, apis).map(({ path, message }) => ({ path: ['body', ...path].join('.'), message }))
    if (issues.length) throw new RequestFailed({ kind: 'invalid', issues })
    if (faultsOf(workspace).size >= MOST_FAULTS)
      throw conflict(`${MOST_FAULTS} faults are armed already; DELETE faults takes them away`)
    return shown(workspace, arm(workspace, body))
  }),
  operation({
    id: 'disarmFaults',
    method: 'delete',
    changesWorld: true,
    path: '/faults',
    summary: 'Take all faults away, and let go on what they hold',
    source: 'decision Faults',
    response: Deleted,
    example: {},
  }).handle((workspace) => {
    const gone = [...faultsOf(workspace).all()]
    disarm(workspace, gone)
    return { deleted: gone.map(({ id }) => id), ...verdictsOf(lastVerdicts(workspace, gone)) }
  }),
  operation({
    id: 'disarmFault',
    method: 'delete',
    changesWorld: true,
    path: '/faults/{id}',
    summary: 'Take a fault away, and let go on what it holds',
    source: 'decision Faults',
    params,
    response: Deleted,
    example: { params: { id: 'fault-1' }, after: ['armFault'] },
  }).handle((workspace, { params: { id } }) => {
    const fault = faultsOf(workspace).get(id)
    if (!fault) throw notFound(`no fault '${id}' is armed; GET faults lists those that are`)
    disarm(workspace, [fault])
    return { deleted: [id], ...verdictsOf(lastVerdicts(workspace, [fault])) }
  }),
  operation({
    id: 'releaseFault',
    method: 'post',
    changesWorld: true,
    path: '/faults/{id}/release',
    summary: 'Let go on what is held',
    description:
      'By the id of a fault all requests that it holds, by the id of one that is held that one alone. The answer names them: none, where a fault holds nothing.',
    source: 'decision Faults',
    params,
    response: z.strictObject({ released: z.array(z.string()) }),
    example: { params: { id: 'fault-1' }, after: ['armFault'] },
  }).handle((workspace, { params: { id } }) => {
    const released = workspace.replaying?.released ?? workspace.waiting.release(id)
    if (!released.length && !faultsOf(workspace).get(id))
      throw notFound(`nothing is held under '${id}', and no such fault is armed; GET faults lists both`)
    return { released }
  }),
]
