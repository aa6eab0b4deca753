import type { CTRFReport, Test } from 'ctrf'
import { systemTime } from '../../kernel/clock.ts'
import { VERSION } from '../../version.ts'
import type { Coverage } from './exercised.ts'
import type { Demand } from './verdict.ts'

/** The gate in the Common Test Report Format; what was not exercised counts as skipped. */
export function ctrfOf({ operations, share }: Coverage, demands: Demand[]): CTRFReport {
  const test = (suite: string, name: string, status: Test['status'], message?: string): Test => ({
    ...{ name, status, duration: 0, suite: [suite] },
    ...(message !== undefined && { message }),
  })
  const tests = [
    ...demands.map(({ name, objection }) => test('coverage', name, objection ? 'failed' : 'passed', objection)),
    ...operations.map(({ api, operation, exercised }) => test(api, operation, exercised ? 'passed' : 'skipped')),
  ]
  const count = (status: Test['status']) => tests.filter((one) => one.status === status).length
  const now = systemTime()
  return {
    reportFormat: 'CTRF',
    specVersion: '1.0.0',
    results: {
      tool: { name: 'issuer-sandbox', version: VERSION },
      summary: {
        ...{ tests: tests.length, passed: count('passed'), failed: count('failed'), skipped: count('skipped') },
        ...{ pending: 0, other: 0, start: now, stop: now },
      },
      tests,
      extra: { share },
    },
  }
}
