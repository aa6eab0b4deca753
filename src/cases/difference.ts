import type { CaseStep } from './case.ts'

/** Where two values part: `path` as in `answer.body.data.status`; what is not there is undefined. */
export type Difference = { path: string; expected?: unknown; actual?: unknown }

/** Where what came of a step is not what was recorded, the answer first and the state last. */
export function* differencesOf(recorded: CaseStep, actual: CaseStep): Generator<Difference> {
  const [one, other] = [recorded.answer, actual.answer]
  yield* differences(one.status, other.status, 'answer.status')
  if (one.body !== other.body) yield* bodyDifferences(one.body, other.body)
  yield* differences(one.headers, other.headers, 'answer.headers')
  yield* differences(recorded.rule, actual.rule, 'rule')
  yield* differences(recorded.findings, actual.findings, 'findings')
  yield* differences(recorded.fault, actual.fault, 'fault')
  yield* differences(recorded.operation, actual.operation, 'operation')
  yield* differences(recorded.at, actual.at, 'at')
  yield* differences(recorded.digest, actual.digest, STATE)
}

const STATE = 'digest'

/** Where the control plane shows it. */
const STATE_SHOWN = 'answer.body.digest'

/** Whether a difference between two makings of a step is one of the states only. */
export const isOfState = ({ path }: Difference, { kind }: CaseStep): boolean =>
  path === STATE || (kind === 'control' && path === STATE_SHOWN)

const BODY = 'answer.body'

/** By members where both are JSON; a difference of the mere text where there is no other. */
function* bodyDifferences(one: string, other: string): Generator<Difference> {
  const [expected, actual] = [jsonOf(one), jsonOf(other)]
  const told = expected && actual && [...differences(expected.value, actual.value, BODY)]
  yield* told?.length ? told : [{ path: BODY, expected: one, actual: other }]
}

export function jsonOf(text: string): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) }
  } catch {
    return undefined
  }
}

function* differences(expected: unknown, actual: unknown, path: string): Generator<Difference> {
  if (Object.is(expected, actual)) return
  if (!isCompound(expected) || !isCompound(actual) || Array.isArray(expected) !== Array.isArray(actual)) {
    yield { path, expected, actual }
    return
  }
  for (const name of new Set([...Object.keys(expected), ...Object.keys(actual)]))
    yield* differences(expected[name], actual[name], `${path}.${name}`)
}

const isCompound = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
