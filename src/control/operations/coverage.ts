import * as z from 'zod'
import { type Operation, operation } from '../../http/operation.ts'
import type { Tally } from '../../kernel/journal/tally.ts'
import type { Controlled } from '../controlled.ts'
import { invalid } from '../refusals.ts'

const Share = z.strictObject({ reached: z.int(), of: z.int(), share: z.number() })

const Coverage = z.strictObject({
  operations: z.array(
    z.strictObject({
      api: z.string(),
      operation: z.string(),
      requests: z.int(),
      statuses: z.record(z.string(), z.int()),
      exercised: z.boolean(),
      codes: z.strictObject({ reached: z.array(z.string()), missing: z.array(z.string()) }),
    }),
  ),
  requests: z.int(),
  share: z.number(),
  totals: z.strictObject({ operations: Share, codes: Share }),
})

/** What the workspace's traffic has exercised of the simulated APIs since its last load or reset. */
export const coverage = ({ apis }: Controlled) =>
  operation({
    id: 'coverage',
    worldless: true,
    method: 'get',
    path: '/coverage',
    summary: 'Which operations, statuses and codes the workspace’s requests have exercised, and which not',
    source: 'decision Coverage',
    query: z.strictObject({ api: z.string().optional() }),
    response: Coverage,
    example: {},
  }).handle(({ journal: { tally } }, { query: { api: only } }) => {
    const chosen = apis.filter(({ name }) => only === undefined || name === only)
    if (!chosen.length)
      throw invalid('query.api', `'${only}' is no API; there are ${apis.map(({ name }) => name).join(', ')}`)
    const operations = chosen.flatMap(({ name, operations }) => operations.map((one) => exercised(name, one, tally)))
    const codes = operations.map(({ codes: { reached, missing } }) => [reached.length, missing.length] as const)
    const reached = codes.reduce((sum, [some]) => sum + some, 0)
    const totals = {
      operations: shareOf(operations.filter((one) => one.exercised).length, operations.length),
      codes: shareOf(
        reached,
        codes.reduce((sum, [, others]) => sum + others, reached),
      ),
    }
    const requests = operations.reduce((sum, one) => sum + one.requests, 0)
    return { operations, requests, share: totals.operations.share, totals }
  })

function exercised(api: string, { id, problems = [] }: Operation, tally: Tally) {
  const { requests = 0, statuses = new Map(), codes = new Map() } = tally.of(api, id) ?? {}
  const declared = [...new Set(problems.map(({ code }) => code))]
  return {
    ...{ api, operation: id, requests },
    statuses: Object.fromEntries([...statuses].map(([status, count]) => [String(status), count])),
    exercised: codes.size > 0 || [...statuses.keys()].some((status) => status < 400),
    codes: { reached: [...codes.keys()].sort(), missing: declared.filter((code) => !codes.has(code)) },
  }
}

/** In per cent, rounded down to a tenth: 100 is all. */
const shareOf = (reached: number, of: number) => ({
  ...{ reached, of },
  share: of ? Math.floor((reached * 1000) / of) / 10 : 0,
})
