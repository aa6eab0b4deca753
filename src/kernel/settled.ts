import type { Changes } from './tables/changes.ts'
import { shortTurns } from './turns.ts'

/** How many rows are hashed before it is looked whether requests are to have their turn: a long one takes 30 microseconds. */
const ROWS_AT_A_TIME = 20

/** Looks at all that was written, bit by bit, so that whoever asks for the digest next need not wait for it. */
export async function settled({ tables }: Changes): Promise<void> {
  const rest = shortTurns()
  for (const { differing } of tables.values())
    while (differing.unsettled) {
      differing.settle(Math.max(0, differing.unsettled - ROWS_AT_A_TIME))
      await rest()
    }
}
