import type { House } from './house.ts'
import { type Failure, minimal } from './minimal.ts'
import { lineOf } from './move.ts'
import { WORLDS, type World } from './plan.ts'
import { type Conditions, Simulation } from './simulation.ts'
import { inTime } from './time.ts'
import { Workload } from './workload.ts'

/** Simulates a seed; what went wrong, if anything. */
export async function simulated(
  seed: number,
  steps: number,
  house: House,
  more: Partial<Conditions> = {},
): Promise<Failure | undefined> {
  const course = new Workload(house, seed, steps)
  const chosen = WORLDS[seed % WORLDS.length] as World
  const conditions: Conditions = { chosen, half: seed % 4 < 2 ? 0 : 1, sync: seed % 2 === 0, ...more }
  const { moves, broken } = await inTime((time) => Simulation.along(course, house, time, conditions))
  return broken && { moves, broken, conditions }
}

/** What there is to read of a seed that failed: what does not hold, and the fewest moves after which it does not. */
export async function reportOf(seed: number, steps: number, failure: Failure, house: House): Promise<string> {
  const { moves, broken } = await minimal(failure, house)
  const lines = moves.map((move, index) => `${String(index + 1).padStart(4)}  ${lineOf(move)}`)
  return [
    `seed ${seed}: ${broken.message}`,
    `  again: npm run sim -- --seed ${seed} --steps ${steps}`,
    `  ${moves.length} of its ${failure.moves.length} moves are enough:`,
    ...lines,
  ].join('\n')
}
