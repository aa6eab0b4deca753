import type { Page } from './page.ts'
import { byCorrelation } from './pages/by-correlation.tsx'
import { cases } from './pages/cases.tsx'
import { catalogue } from './pages/catalogue.tsx'
import { errorInCatalogue, ruleInCatalogue } from './pages/catalogue-entry.tsx'
import { changes } from './pages/changes.tsx'
import { coverage } from './pages/coverage.tsx'
import { exchange } from './pages/exchange.tsx'
import { faults } from './pages/faults.tsx'
import { overview } from './pages/overview.tsx'
import { record } from './pages/record.tsx'
import { recordTypes } from './pages/record-types.tsx'
import { records } from './pages/records.tsx'
import { requests } from './pages/requests.tsx'
import { scenario } from './pages/scenario.tsx'
import { scenarios } from './pages/scenarios.tsx'
import { workspaces } from './pages/workspaces.tsx'

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
  scenarios,
  scenario,
  faults,
  catalogue,
  errorInCatalogue,
  ruleInCatalogue,
  coverage,
  workspaces,
  cases,
]
