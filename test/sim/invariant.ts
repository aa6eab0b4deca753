import type { Answer } from './house.ts'
import type { Request } from './move.ts'
import type { World } from './plan.ts'
import type { Simulation } from './simulation.ts'

/** A request that was answered, and the digests of its world before and after. */
export type Done = { request: Request; answer: Answer; before: string; after: string }

/** Looks on at one simulation, and says what is wrong. */
export type Watch = {
  /** At every request that was answered. */
  step?(done: Done, simulation: Simulation): string | undefined
  /** At one world when all moves are made: worlds are asked, but left as they are. */
  end?(simulation: Simulation, chosen: World): Promise<string | undefined>
}

/** Something that always holds. */
export type Invariant = { name: string; watch(): Watch }

/** That something did not hold. */
export class Broken extends Error {
  readonly invariant: string

  constructor(invariant: string, complaint: string) {
    super(`${invariant}: ${complaint}`)
    this.invariant = invariant
  }
}
