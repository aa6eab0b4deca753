import * as z from 'zod'
import { operation } from '../../http/operation.ts'
import { recordTables } from '../../kernel/scenario/slice.ts'
import type { Controlled } from '../controlled.ts'
import { platformChanges, RecordChanges } from '../record-changes.ts'
import { streamed } from '../streamed.ts'

/** What differs from the start: as one digest, or record by record. */
export function changes({ slices }: Controlled) {
  const types = recordTables(slices)
  return [
    operation({
      id: 'digest',
      tellsOfAll: true,
      method: 'get',
      path: '/digest',
      summary: 'A digest of the whole state: equal states have equal digests',
      source: 'decision Digest',
      response: z.strictObject({ digest: z.string() }),
      example: {},
    }).handle((workspace) => ({ digest: workspace.digest() })),
    operation({
      id: 'changes',
      method: 'get',
      path: '/changes',
      summary: 'Records created, updated and deleted since the start',
      description: 'Tokens and kept answers are left out: they are state, but no records of a platform.',
      source: 'decision Control plane',
      response: RecordChanges,
      example: {},
    }).handle(async (workspace) => streamed(await platformChanges(workspace, types))),
  ]
}
