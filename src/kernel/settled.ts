import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Changes } from './changes.ts'

/** How many rows are hashed at a time before requests have their turn. */
const ROWS_AT_A_TIME = 200

/** Looks at all that was written, bit by bit, so that whoever asks for the digest next need not wait for it. */
export async function settled({ tables }: Changes): Promise<void> {
  for (const { differing } of tables.values())
    while (differing.unsettled) {
      differing.settle(Math.max(0, differing.unsettled - ROWS_AT_A_TIME))
      if (differing.unsettled) await nextTurn()
    }
}
