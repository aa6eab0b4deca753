import type { Coverage, Operation } from './exercised.ts'
import type { Demand } from './verdict.ts'

/** The gate as JUnit XML: a suite of what is demanded, and one of each API; what was not exercised counts as skipped. */
export function junitOf({ operations }: Coverage, demands: Demand[]): string {
  const apis = [...new Set(operations.map(({ api }) => api))]
  const suites = [
    suite('coverage', demands.map(demanded)),
    ...apis.map((name) => suite(name, operations.filter(({ api }) => api === name).map(exercised))),
  ]
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="issuer-sandbox">\n${suites.join('\n')}\n</testsuites>\n`
}

type Case = { name: string; inner: string }

const demanded = ({ name, objection }: Demand): Case => ({
  name,
  inner: objection === undefined ? '' : `<failure message="${escaped(objection)}"/>`,
})

const exercised = ({ operation, exercised }: Operation): Case => ({
  name: operation,
  inner: exercised ? '' : '<skipped message="not exercised"/>',
})

function suite(name: string, cases: Case[]): string {
  const count = (element: string) => cases.filter(({ inner }) => inner.startsWith(`<${element}`)).length
  const counts = `tests="${cases.length}" failures="${count('failure')}" errors="0" skipped="${count('skipped')}"`
  const lines = cases.map(
    (one) => `    <testcase classname="${escaped(name)}" name="${escaped(one.name)}" time="0">${one.inner}</testcase>`,
  )
  return [`  <testsuite name="${escaped(name)}" ${counts} time="0">`, ...lines, '  </testsuite>'].join('\n')
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

const escaped = (text: string): string => text.replace(/[&<>"]/g, (character) => ESCAPES[character] as string)
