import { markdownTable } from 'markdown-table'
import type { Coverage, Operation } from './exercised.ts'
import { type Demand, objectionsTo } from './verdict.ts'

/** So many missing codes are named; the others are counted. */
const MOST_NAMED = 5

/** What was exercised as Markdown, for a terminal and for the summary of a job: first what was not. */
export function tableOf({ operations, requests, totals }: Coverage, demands: Demand[]): string {
  const told = (what: 'operations' | 'codes') =>
    `${totals[what].reached} of ${totals[what].of} ${what} (${totals[what].share} %)`
  const objections = objectionsTo(demands)
  const rows = operations.toSorted((a, b) => weight(b) - weight(a)).map(rowOf)
  return [
    '## Coverage',
    `${told('operations')}, ${told('codes')}, ${requests} request${requests === 1 ? '' : 's'}`,
    objections.length ? `**Failed**: ${objections.join('; ')}` : '**Passed**',
    markdownTable([['', 'API', 'Operation', 'Requests', 'Statuses', 'Codes', 'Codes not answered'], ...rows]),
    '',
  ].join('\n\n')
}

/** What was not exercised comes first, then what has most codes that were not answered. */
const weight = ({ exercised, codes: { missing } }: Operation): number => (exercised ? 0 : 1e6) + missing.length

function rowOf({ api, operation, requests, statuses, exercised, codes: { reached, missing } }: Operation): string[] {
  const answered = Object.entries(statuses).map(([status, count]) => `${status} × ${count}`)
  const others = missing.length - MOST_NAMED
  const named = missing.slice(0, MOST_NAMED).join(', ') + (others > 0 ? ` and ${others} more` : '')
  const share = `${reached.length}/${reached.length + missing.length}`
  return [exercised ? '✓' : '✗', api, operation, String(requests), answered.join(', '), share, named]
}
