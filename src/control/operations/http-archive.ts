import type { Entry } from 'har-format'
import * as z from 'zod'
import { operation } from '../../http/operation.ts'
import { archiveOf } from '../http-archive.ts'
import { selected, selection } from '../steps/selection.ts'

const Archive = z.strictObject({
  log: z.strictObject({
    version: z.string(),
    creator: z.strictObject({ name: z.string(), version: z.string() }),
    entries: z.array(z.looseObject({}) as unknown as z.ZodType<Entry>),
  }),
})

/** The journal for tools that show HTTP traffic. */
export const httpArchive = operation({
  id: 'archiveRequests',
  worldless: true,
  method: 'get',
  path: '/requests.har',
  summary: 'The last steps of the workspace as an HTTP archive (HAR 1.2), oldest first',
  source: 'decision Journal',
  query: z.strictObject(selection(1000)),
  response: Archive,
  example: { query: { status: '2xx' }, after: ['advanceClock'] },
}).handle((workspace, { query }, { home }) => archiveOf(selected(workspace, query).steps, home))
