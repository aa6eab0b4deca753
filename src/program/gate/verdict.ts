import type { Coverage } from './exercised.ts'

/** How much must be exercised at least, in per cent. */
export type Least = { min: number; minCodes: number }

/** One thing that the gate demands, and why it is not so. */
export type Demand = { name: string; objection: string | undefined }

/** What is demanded of a workspace's traffic. That there was any at all is, whatever the thresholds. */
export function demandsOn({ requests, totals }: Coverage, { min, minCodes }: Least): Demand[] {
  const share = (what: 'operations' | 'codes', least: number): Demand => ({
    name: `${least} % of the ${what}`,
    objection: totals[what].share < least ? `${totals[what].share} % is less than ${least} %` : undefined,
  })
  return [
    { name: 'a simulated request', objection: requests ? undefined : 'no simulated request arrived' },
    share('operations', min),
    ...(minCodes ? [share('codes', minCodes)] : []),
  ]
}

export const objectionsTo = (demands: Demand[]): string[] => demands.flatMap(({ objection }) => objection ?? [])
