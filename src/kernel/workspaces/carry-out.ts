import type { Outcome } from '../states/snapshot.ts'
import type { SystemTime } from '../system-time.ts'
import type { Done } from '../tables/transactions.ts'
import type { Workspace } from './workspace.ts'

/** Carries a step out, at one instant of the world and of the system. */
export function carryOut<R>(
  { clock }: Pick<Workspace, 'clock'>,
  time: SystemTime,
  at: number,
  work: () => Done<R>,
): { result: R; outcome: Outcome } {
  const system = clock.systemAt(at)
  time.hold(system)
  clock.hold(at)
  try {
    const { result, undo } = work()
    return { result, outcome: { system, undo } }
  } finally {
    clock.letGo()
    time.letGo()
  }
}
