import * as z from 'zod'
import { operation } from '../../http/operation.ts'
import { lastVerdicts } from '../../kernel/faults/verdict.ts'
import type { ScenarioLibrary } from '../../kernel/scenario/library.ts'
import type { Slice } from '../../kernel/scenario/slice.ts'
import { keptWorkspace } from '../../kernel/store/kept-state.ts'
import { NoState } from '../../kernel/store/no-state.ts'
import { stateText } from '../../kernel/store/state-text.ts'
import { VERSION } from '../../version.ts'
import type { Controlled } from '../controlled.ts'
import { DocumentText } from '../document-text.ts'
import { invalid } from '../refusals.ts'
import { Standing, standing } from '../standing.ts'
import { streamed } from '../streamed.ts'

/** A state of some tens of thousands of records. */
const LARGEST = 64 * 1024 * 1024

const StateDocument = z.looseObject({ format: z.int() })

/** A document of a world with nothing in it. */
export const EMPTY = {
  ...{ format: 3, product: 'issuer-sandbox', seed: 1, startClock: 'real', requests: 0 },
  base: '9b5dc5d84dd29d4f9debf5f21253fa8f79dcc3a6af769f7cca10cb77fdeed30d',
  ...{ clock: { mode: 'frozen', now: Date.UTC(2026, 2, 2, 9) }, counters: {}, tables: {} },
  definition: { scenario: { name: 'empty', title: 'Empty', summary: 'Nothing.', story: 'Nothing.' }, recipes: [] },
}

/** The whole workspace as one document, as it is kept in files (decision State files). */
export const state = ({ workspaces, library, slices }: Controlled) => [
  operation({
    id: 'exportState',
    method: 'get',
    path: '/state',
    summary: 'The whole workspace as one document',
    description: 'It stands alone: with its scenario, tokens and snapshots. It holds secrets of the scenario.',
    source: 'decision State files',
    response: DocumentText,
    produces: { mediaType: 'application/json' },
    example: {},
  }).handle((workspace) => streamed(stateText(keptWorkspace(workspace, library), `issuer-sandbox ${VERSION}`))),
  operation({
    id: 'importState',
    changesWorld: true,
    waitsFirst: true,
    method: 'put',
    path: '/state',
    summary: 'Put the workspace in the state of such a document',
    description: 'It is a step among the others: the numbering goes on. The snapshots are those of the document.',
    source: 'decision State files',
    body: StateDocument,
    readsBody: true,
    maxBody: LARGEST,
    response: Standing,
    example: { body: EMPTY },
  }).handle(async (workspace, _input, exchange) => {
    const coming = await read(exchange.body.parts, library, slices)
    const put = () => {
      const last = lastVerdicts(workspace)
      workspace.become(coming.state)
      workspace.snapshots.replace(coming.named)
      return standing(workspace, last)
    }
    return workspaces.foreseen(workspace, coming, () => exchange.carryOut(put))
  }),
]

/** The states in a document. @throws RequestFailed */
async function read(parts: readonly string[], library: ScenarioLibrary, slices: Slice[]) {
  const { readState } = await import('../../kernel/store/state-document.ts')
  const { keptTypes } = await import('../kept-types.ts')
  const { foreignRows } = await import('../../kernel/store/foreign-rows.ts')
  const { LostBase, snapshotOf, snapshotsOf } = await import('../../kernel/store/reopen.ts')
  try {
    const kept = await readState(parts, foreignRows(keptTypes(slices)))
    return { state: await snapshotOf(kept, library), named: await snapshotsOf(kept, library) }
  } catch (error) {
    if (error instanceof NoState || error instanceof LostBase) throw invalid('body', error.message)
    throw error
  }
}
