import { expect, test } from 'vitest'
import type { Problem } from '../../../src/kernel/problem.ts'
import { sandbox, sandboxAndInsides } from '../../harness.ts'
import { contract } from './contract.ts'

const { faces } = await sandboxAndInsides({ scenario: 'empty' })
const face = faces.find(({ name }) => name === 'first-vision')
const operations = face?.operations ?? []
const declared = operations.flatMap(({ id, problems = [] }) => problems.map((problem) => ({ id, problem })))
const problems = declared.map(({ problem }) => problem).filter(({ code }) => code.startsWith('VPL'))
/** Services share codes (contract 9 #49); each counts once. */
const hostProblems = [...new Map(problems.map((problem) => [`${problem.code} ${problem.message}`, problem])).values()]

/** Codes of the services that make accounts and cards (contract 6). */
const beyond = contract.auxiliaryOperations.flatMap(({ errors }) => errors)
const isBorrowed = (wanted: string) => beyond.some(({ code }) => code === wanted)

const scenarios = new Map<string, Awaited<ReturnType<typeof sandbox>>>()
async function sandboxOf(scenario: string) {
  const kept = scenarios.get(scenario) ?? (await sandbox({ scenario }))
  scenarios.set(scenario, kept)
  return kept
}

/** Sends the example of a problem to a world of its own. */
async function reach({ code, example }: Problem) {
  if (!example) throw new Error(`${code} has no example`)
  const { call } = await sandboxOf(example.scenario)
  const world = code.toLowerCase().replaceAll(/[^a-z0-9]/g, '-')
  return call(example.method, `/w/${world}${example.path}`, example.body, example.headers)
}

test.each(declared.filter(({ problem }) => problem.trigger.kind === 'request'))(
  '$id: $problem.code is reached by its example',
  async ({ problem }) => {
    const answer = await reach(problem)
    expect(answer.status).toBe(problem.status)
    expect(answer.headers.get('x-sandbox-rule')).toBe(problem.code)
    if (/^(VPL|SANDBOX)/.test(problem.code))
      expect(answer.body.errors).toContainEqual({ code: problem.code, description: problem.message })
    else expect(answer.body).toEqual({ error: problem.code, error_description: problem.message })
  },
)

test('what a request does not reach is a condition of the host, or shadowed by a code that is declared', () => {
  const others = hostProblems.filter(({ trigger }) => trigger.kind !== 'request')
  expect(others.length).toBeGreaterThan(0)
  for (const { code, trigger, example } of others) {
    expect(example, code).toBeUndefined()
    if (trigger.kind === 'shadowed') expect(hostProblems.map((problem) => problem.code)).toContain(trigger.by)
  }
})

test('the families have as many codes as the contract', () => {
  const sizes: Record<string, number> = {}
  for (const { code } of hostProblems) sizes[code.slice(5, 7)] = (sizes[code.slice(5, 7)] ?? 0) + 1
  expect(sizes).toMatchObject({ CA: 15, CE: 9, AD: 17, NA: 67, NG: 27, GC: 53, ND: 12, AR: 110, RC: 4, BQ: 12 })
})

test('codes and messages are those of the contract, all of them for the operations that are served', () => {
  const documented = operations.flatMap(({ id }) => {
    // The list printed at the demographic inquiry belongs to another service (contract 4.7).
    const printed = contract.operations.filter(({ operationId }) => operationId === id)
    const own = printed.flatMap(({ errors }) => errors).filter(({ code }) => !code.startsWith('VPL5SZL'))
    const former = contract.supplementalErrors.filter(({ operationId }) => operationId === id)
    // So do the address history's codes, and one code was withdrawn (contract 4.2, 4.3).
    const served = former.flatMap(({ errors }) => errors).filter(({ code }) => !/^VPL5S(HB|CE02S)/.test(code))
    return [...own, ...served]
  })
  const shown = hostProblems.filter(({ code }) => !isBorrowed(code)).map(({ code, message }) => `${code} ${message}`)
  expect(documented.map(({ code, message }) => `${code} ${message}`).sort()).toEqual(shown.sort())
})

test('codes of the services beyond the customer are worded as theirs', () => {
  const borrowed = hostProblems.filter(({ code }) => isBorrowed(code))
  expect(borrowed.length).toBeGreaterThan(20)
  for (const { code, message } of borrowed) expect(beyond).toContainEqual({ code, message })
})

test('a rule names an operation once, however many conditions it has there', async () => {
  const { call } = await sandboxOf('empty')
  const { rules } = (await call('GET', '/_sandbox/rules')).body
  for (const { rule, operations: names } of rules) expect(new Set(names).size, rule).toBe(names.length)
})
