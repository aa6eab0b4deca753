import * as z from 'zod'
import { operation } from '../../http/operation.ts'
import { stepOf } from '../../kernel/journal/journal.ts'
import { keptEntry } from '../kept-entry.ts'
import { selected, selection } from '../steps/selection.ts'
import { StepShown, StepSummary, summarised } from '../steps/shown.ts'

/** The journal: what was asked of a workspace, and what it answered. */
export const requests = [
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
]
