import * as z from 'zod'
import { operation } from '../../http/operation.ts'
import { recordTables } from '../../kernel/scenario/slice.ts'
import type { Row } from '../../kernel/tables/row.ts'
import type { Table, TableDefinition } from '../../kernel/tables/table.ts'
import type { Controlled } from '../controlled.ts'
import { StoredRecord } from '../record-changes.ts'
import { invalid, notFound } from '../refusals.ts'

const MOST = 1000

const Limit = z.string().regex(/^\d+$/, 'a whole number').transform(Number).pipe(z.int().min(1).max(MOST)).default(100)

const Types = z.strictObject({ types: z.array(z.strictObject({ type: z.string(), total: z.int() })) })

/** Which records of a type: those with a key in one of its indexes, those in which a text stands, or both. */
const Choice = {
  by: z.string().optional(),
  key: z.string().optional(),
  q: z.string().min(1).max(1000).optional(),
}

const Page = z.strictObject({
  type: z.string(),
  total: z.int(),
  records: z.array(StoredRecord),
  next: z.string().optional(),
})

/** What is stored, type by type. */
export function records({ slices }: Controlled) {
  const types = recordTables(slices)
  const definition = (type: string) => {
    const found = types.get(type)
    if (!found) throw notFound(`no records '${type}'; there are ${[...types.keys()].join(', ')}`)
    return found
  }
  return [
    operation({
      id: 'listRecordTypes',
      method: 'get',
      path: '/records',
      summary: 'The types of records, and how many there are of each',
      source: 'decision Control plane',
      response: Types,
      example: {},
    }).handle((workspace) => ({
      types: [...types].map(([type, of]) => ({ type, total: workspace.table(of).size })),
    })),
    operation({
      id: 'listRecords',
      method: 'get',
      path: '/records/{type}',
      summary: 'The records of a type, in the order of creation',
      source: 'decision Control plane',
      params: z.object({ type: z.string() }),
      query: z.strictObject({ limit: Limit, after: z.string().optional(), ...Choice }),
      response: Page,
      example: { params: { type: 'issuer.addresses' }, query: { limit: '2' } },
    }).handle((workspace, { params: { type }, query: { limit, after, ...choice } }) => {
      const of = definition(type)
      const table = workspace.table(of)
      if (after !== undefined && !table.get(after)) throw invalid('query.after', `no record '${after}'`)
      const page: Row[] = []
      let started = after === undefined
      for (const row of chosen(table, of, choice)) {
        if (started) page.push(row)
        else started = row.id === after
        if (page.length > limit) break
      }
      const shown = page.slice(0, limit)
      const next = page.length > limit ? shown.at(-1)?.id : undefined
      return { type, total: table.size, records: shown, ...(next !== undefined && { next }) }
    }),
    operation({
      id: 'readRecord',
      method: 'get',
      path: '/records/{type}/{id}',
      summary: 'One record',
      source: 'decision Control plane',
      params: z.object({ type: z.string(), id: z.string() }),
      response: StoredRecord,
      example: { params: { type: 'issuer.customers', id: 'CUS10000375016' } },
    }).handle((workspace, { params: { type, id } }) => {
      const record = workspace.table(definition(type)).get(id)
      if (!record) throw notFound(`no record '${id}' in ${type}`)
      return record
    }),
  ]
}

type Chosen = { by?: string | undefined; key?: string | undefined; q?: string | undefined }

function* chosen(table: Table<Row>, { indexes = {} }: TableDefinition<Row>, { by, key, q }: Chosen): Generator<Row> {
  if ((by === undefined) !== (key === undefined)) throw invalid('query.by', 'by and key belong together')
  if (by !== undefined && !Object.hasOwn(indexes, by))
    throw invalid('query.by', `not one of ${Object.keys(indexes).join(', ') || 'none, as the type has no index'}`)
  // As it stands in JSON, where a quote or a line's end is written otherwise.
  const text = q === undefined ? '' : JSON.stringify(q).slice(1, -1).toLowerCase()
  for (const row of by === undefined ? table.all() : table.by(by, key ?? ''))
    if (!text || JSON.stringify(row).toLowerCase().includes(text)) yield row
}
