import type { SentParts } from '../../http/document/sent.ts'
import { type Outcome, tryOut } from '../../http/trial.ts'
import { type Call, sentBefore } from './calls.ts'
import { type Asked, type Change, candidates, configured } from './candidates.ts'

/** A call to make first, or a change of what is sent. */
export type Way = Call | Change

/** Beyond these the request is another one, and the caller waits. */
const MOST_STEPS = 8
const MOST_TRIALS = 500

/** How far the search has come: what is sent then, after which calls, and what is against it still. */
type Point = { ways: Way[]; calls: Call[]; sent: SentParts } & Outcome

/**
 * What would make a refused request succeed, found by trying: each change is carried out in the world as it is now, and
 * taken back. It goes from code to code until nothing is against the request; undefined where no single change leads on.
 */
export function waysThrough(sent: SentParts, asked: Asked, calls: Call[]): Way[] | undefined {
  const { workspace, operation } = asked
  let trials = 0
  const reach = (from: Point, way: Way): Point => {
    trials++
    const next = 'operation' in way ? { ...from, calls: [...from.calls, way] } : { ...from, sent: way.sent }
    const before = next.calls.map((call) => sentBefore(call, next.sent))
    return { ...next, ways: [...from.ways, way], ...tryOut(workspace, [...before, { operation, sent: next.sent }]) }
  }
  let point: Point = { ways: [], calls: [], sent, ...tryOut(workspace, [{ operation, sent }]) }
  const met = new Set(point.against)
  while (point.against.length) {
    const { ways, against } = point
    let best: Point | undefined
    const rankOf = (reached: Point) => rank(reached.against, against)
    for (const way of waysFrom(point, asked, calls)) {
      if (trials >= MOST_TRIALS || (best && rankOf(best) < 2)) break
      const reached = reach(point, way)
      // A code that was met before is no way forward.
      if (reached.against.some((code) => code === against[0] || (met.has(code) && !against.includes(code)))) continue
      if (!best || rankOf(reached) < rankOf(best)) best = reached
    }
    if (!best || ways.length === MOST_STEPS) return undefined
    point = best
    for (const code of point.against) met.add(code)
  }
  return point.ways
}

/** Success stands before less of the same, that before something else. */
const rank = (against: readonly string[], before: readonly string[]): number =>
  against.length === 0 ? 0 : against.every((code) => before.includes(code)) ? 1 : 2

/** First what the refusal itself names: the member at fault, or one that its condition speaks of. */
function* waysFrom({ sent, calls: made, against, detail }: Point, asked: Asked, calls: Call[]): Generator<Way> {
  const [code = ''] = against
  const problem = asked.operation.problems?.find((one) => one.code === code)
  const told = letters(`${problem?.message} ${problem?.trigger.when} ${detail}`)
  const isNamed = (path: string[]) => path.join('.') === code || told.includes(letters(path.at(-1) ?? ''))
  yield* calls.filter((call) => !made.includes(call))
  const changes = [...candidates(sent, asked)]
  yield* changes.filter(({ path }) => isNamed(path))
  yield* configured(sent, asked, isNamed)
  yield* changes.filter(({ path }) => !isNamed(path))
}

const letters = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, '')
