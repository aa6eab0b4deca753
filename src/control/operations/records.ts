import * as z from 'zod'
import { operation } from '../../http/operation.ts'
import type { Row } from '../../kernel/row.ts'
import { recordTables } from '../../kernel/scenario/slice.ts'
import type { Controlled } from '../controlled.ts'
import { StoredRecord } from '../record-changes.ts'
import { invalid, notFound } from '../refusals.ts'

const MOST = 1000

const Limit = z.string().regex(/^\d+$/, 'a whole number').transform(Number).pipe(z.int().min(1).max(MOST)).default(100)

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
      id: 'listRecords',
      method: 'get',
      path: '/records/{type}',
      summary: 'The records of a type, in the order of creation',
      source: 'decision Control plane',
      params: z.object({ type: z.string() }),
      query: z.strictObject({ limit: Limit, after: z.string().optional() }),
      response: Page,
      example: { params: { type: 'issuer.addresses' }, query: { limit: '2' } },
    }).handle((workspace, { params: { type }, query: { limit, after } }) => {
      const table = workspace.table(definition(type))
      if (after !== undefined && !table.get(after)) throw invalid('query.after', `no record '${after}'`)
      const page: Row[] = []
      let started = after === undefined
      for (const row of table.all()) {
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
