import type { Page } from './page.ts'
import { byCorrelation } from './pages/by-correlation.tsx'
import { changes } from './pages/changes.tsx'
import { exchange } from './pages/exchange.tsx'
import { overview } from './pages/overview.tsx'
import { record } from './pages/record.tsx'
import { recordTypes } from './pages/record-types.tsx'
import { records } from './pages/records.tsx'
import { requests } from './pages/requests.tsx'

/** The pages there are, in the order of the navigation. */
export const PAGES: readonly Page[] = [
  overview,
  requests,
  exchange,
  byCorrelation,
  recordTypes,
  records,
  record,
  changes,
]
