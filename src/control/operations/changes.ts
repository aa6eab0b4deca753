import * as z from 'zod'
import { operation } from '../../http/operation.ts'
import { recordTables } from '../../kernel/scenario/slice.ts'
import type { Controlled } from '../controlled.ts'
import { platformChanges } from '../record-changes.ts'
import { StoredRecord } from './records.ts'

const which = { type: z.string(), id: z.string() }

const Changes = z.strictObject({
  created: z.array(z.strictObject({ ...which, after: StoredRecord })),
  updated: z.array(z.strictObject({ ...which, before: StoredRecord, after: StoredRecord })),
  deleted: z.array(z.strictObject({ ...which, before: StoredRecord })),
})
type Changes = z.infer<typeof Changes>

/** What differs from the start: as one digest, or record by record. */
export function changes({ slices }: Controlled) {
  const types = recordTables(slices)
  return [
    operation({
      id: 'digest',
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
      response: Changes,
      example: {},
    }).handle((workspace) => {
      const found: Changes = { created: [], updated: [], deleted: [] }
      for (const { type, id, before, after } of platformChanges(workspace, types)) {
        if (before && after) found.updated.push({ type, id, before, after })
        else if (after) found.created.push({ type, id, after })
        else if (before) found.deleted.push({ type, id, before })
      }
      return found
    }),
  ]
}
