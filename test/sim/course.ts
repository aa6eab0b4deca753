import type { Answer } from './house.ts'
import type { Move, Request } from './move.ts'
import type { Worlds } from './workload.ts'

/** Where moves come from, those together that are made at once: drawn as the simulation goes, or a list. */
export type Course = {
  /** Undefined where all is done. */
  next(worlds: Worlds): Promise<[Move, ...Move[]] | undefined>
  /** Told what a request was answered. */
  learn(request: Request, answer: Answer): void
}

/** Whether a move may be made together with others: each is for another world, and none is about them all. */
export function mayJoin(moves: readonly Move[], next: Move): boolean {
  if (next.does !== 'ask' || !next.alongside) return false
  const worlds = [...moves, next].map((move) => (isOfOneWorld(move) ? move.world : undefined))
  return !worlds.includes(undefined) && new Set(worlds).size === worlds.length
}

const isOfOneWorld = (move: Move): move is Request => move.does === 'ask' && !move.asked.path.startsWith('/_sandbox')

/** The moves of a list, made again. */
export function again(list: readonly Move[]): Course {
  const left = [...list]
  return {
    next: async () => {
      const first = left.shift()
      if (!first) return undefined
      const turn: [Move, ...Move[]] = [first]
      for (let next = left[0]; next && mayJoin(turn, next); next = left[0]) {
        turn.push(next)
        left.shift()
      }
      return turn
    },
    learn: () => {},
  }
}
