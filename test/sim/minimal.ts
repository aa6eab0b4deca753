import { Bindings } from '../../src/cases/bindings.ts'
import type { CaseStep } from '../../src/cases/case.ts'
import { fewest } from '../../src/cases/fewest.ts'
import { Minted } from '../../src/cases/minted.ts'
import { again, type Course } from './course.ts'
import type { House } from './house.ts'
import type { Broken } from './invariant.ts'
import { WHOLE } from './invariants/index.ts'
import type { Move, Request } from './move.ts'
import { type Conditions, Simulation } from './simulation.ts'
import { inTime } from './time.ts'

/** What was answered to the requests of moves. */
type Answers = Map<Move, string>

/** Moves that break an invariant. */
export type Failure = { moves: Move[]; broken: Broken; conditions: Conditions }

/**
 * The fewest moves that break the same invariant. What an answer made up once, and a later request names, is replaced by
 * what is made up in its place when others are left out.
 */
export async function minimal(failure: Failure, house: House): Promise<Failure> {
  const { moves, broken, conditions } = failure
  const answers: Answers = new Map()
  const made = async (course: Course): Promise<Failure | undefined> => {
    const run = await inTime((time) => Simulation.along(course, house, time, conditions))
    return isSame(run.broken, broken) ? { moves: run.moves, broken: run.broken, conditions } : undefined
  }
  // Drawn and made as a list, moves must come to the same: else nothing of it can be left out.
  if (!(await made({ ...again(moves), learn: (request, { text }) => void answers.set(request, text) }))) {
    return failure
  }
  const trial = (part: Move[]): Promise<Failure | undefined> => made(bound(part, answers))
  const few = await fewest(moves, async (part) => (await trial(part)) !== undefined)
  return (await trial(few)) ?? failure
}

/** Whether the same does not hold; of failures of the sandbox's own, whether it is the same one. */
const isSame = (one: Broken | undefined, other: Broken): one is Broken =>
  one?.invariant === other.invariant && (one.invariant !== WHOLE || kindOf(one) === kindOf(other))

const kindOf = ({ message }: Broken): string | undefined => message.split('\n')[0]?.replaceAll(/\d+/g, '#')

/** A part of the moves, which name what is made up now in place of what was made up then. */
function bound(part: Move[], answers: Answers): Course {
  const bindings = new Map<string, Bindings>()
  const before = new Map<Request, Request>()
  for (const world of worldsOf(answers)) bindings.set(world, new Bindings(new Minted(stepsOf(world, answers))))
  const course = again(part)
  return {
    next: async (worlds) => {
      const turn = await course.next(worlds)
      return turn?.map((move) => {
        if (move.does !== 'ask') return move
        const now = { ...move, asked: bindings.get(move.world)?.bound(move.asked) ?? move.asked } as Request
        before.set(now, move)
        return now
      }) as typeof turn
    },
    learn: (request, { text }) => {
      const then = answers.get(before.get(request) ?? request)
      if (then !== undefined) bindings.get(request.world)?.pair({ answer: { body: then } }, { answer: { body: text } })
    },
  }
}

const worldsOf = (answers: Answers): Set<string> =>
  new Set([...answers.keys()].flatMap((move) => (move.does === 'ask' ? [move.world] : [])))

/** The requests of a world as steps of a case, as far as it takes to tell what was made up in them. */
function stepsOf(world: string, answers: Answers): CaseStep[] {
  const asked = [...answers].filter(([move]) => move.does === 'ask' && move.world === world)
  return asked.map(([move, body], step) => {
    const { asked: request } = move as Request
    return { step, request, answer: { body }, digest: request.method === 'GET' ? undefined : String(step) }
  }) as unknown as CaseStep[]
}
