import type { Outcome } from './snapshot.ts'
import type { SystemTime } from './system-time.ts'
import type { Workspace } from './workspace.ts'

type World = Pick<Workspace, 'start' | 'changes' | 'clock' | 'requests' | 'snapshots' | 'digest'>

/** Carries a step out, at one instant of the world and of the system. What throws must have been taken back. */
export function carryOut<R>(
  world: World,
  time: SystemTime,
  at: number,
  work: () => R,
): { result: R; outcome: Outcome } {
  const { start, changes, clock, requests } = world
  const { state } = clock
  const named = world.snapshots.all
  const system = clock.systemAt(at)
  time.hold(system)
  clock.hold(at)
  try {
    const result = work()
    const written = world.changes.cut()
    const replaced = world.changes === changes ? undefined : { start, changes, clock: state, requests }
    const snapshots = world.snapshots.all === named ? undefined : named
    const isChanged = written || replaced || snapshots || state !== world.clock.state
    const undo = isChanged ? { clock: state, written, replaced, snapshots } : undefined
    return { result, outcome: { digest: world.digest(), system, undo } }
  } finally {
    clock.letGo()
    time.letGo()
  }
}
