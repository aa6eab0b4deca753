import { writeFileSync } from 'node:fs'
import type { Asked } from '../ask.ts'
import { tell } from '../envelope.ts'
import { exercised } from './exercised.ts'
import { demandsOn, type Least, objectionsTo } from './verdict.ts'

export type CoverageOptions = Asked & Least & { api?: string; junit?: string; ctrf?: string; json?: true }

/** Asks a running sandbox what was exercised, reports it, and says whether it was enough. @throws Complaint */
export async function checkCoverage({ min, minCodes, junit, ctrf, json, ...asked }: CoverageOptions): Promise<boolean> {
  const coverage = await exercised(asked)
  const demands = demandsOn(coverage, { min, minCodes })
  const objections = objectionsTo(demands)
  if (junit !== undefined) writeFileSync(junit, (await import('./junit.ts')).junitOf(coverage, demands))
  if (ctrf !== undefined)
    writeFileSync(ctrf, `${JSON.stringify((await import('./ctrf.ts')).ctrfOf(coverage, demands), null, 2)}\n`)
  if (json) tell('coverage', { status: objections.length ? 'failed' : 'ok', data: { ...coverage, objections } })
  else process.stdout.write((await import('./table.ts')).tableOf(coverage, demands))
  return !objections.length
}
