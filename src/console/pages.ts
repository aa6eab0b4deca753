import type { Page } from './page.ts'
import { byCorrelation } from './pages/by-correlation.tsx'
import { exchange } from './pages/exchange.tsx'
import { overview } from './pages/overview.tsx'
import { requests } from './pages/requests.tsx'

/** The pages there are, in the order of the navigation. */
export const PAGES: readonly Page[] = [overview, requests, exchange, byCorrelation]
