import { sometimes } from '../sometimes.ts'
import type { Undo } from '../states/snapshot.ts'
import type { Workspace } from '../workspaces/workspace.ts'

/** Makes one change, and knows how to take it back. */
export type Change = (make: () => void, takeBack: () => void) => void

/** What work came to, and what it takes to take it back; nothing where it changed nothing. */
export type Done<R> = { result: R; undo: Undo | undefined }

type World = Pick<Workspace, 'start' | 'changes' | 'clock' | 'requests' | 'snapshots' | 'waiting' | 'trace'>

/** Work on one world, each piece done as a whole: all that it changes is kept, or nothing of it is left. */
export class Transactions {
  readonly #world: World
  readonly #keep: (undo: Undo) => Promise<void> | undefined
  /** How to take back what the work under way has done. */
  #takeBacks: (() => void)[] | undefined
  #keeping: Promise<void> | undefined

  /** `keep` is called with what a piece has changed. Where it throws, all of it is taken back. */
  constructor(world: World, keep: (undo: Undo) => Promise<void> | undefined) {
    this.#world = world
    this.#keep = keep
  }

  /** Until what was changed is kept, where that takes its time. */
  get keeping(): Promise<void> | undefined {
    return this.#keeping
  }

  /** Does a piece of work, or of the work under way a part, which can fail by itself. */
  run<R>(work: () => R): R {
    if (!this.#takeBacks) return this.whole(work).result
    const before = this.#takeBacks.length
    try {
      return work()
    } catch (error) {
      this.#takeBack(before)
      if (this.#world.trace) this.#world.trace.writes.length = 0
      throw error
    }
  }

  /** Does a piece of work. What throws has changed nothing. */
  whole<R>(work: () => R): Done<R> {
    const world = this.#world
    const { start, changes, clock, requests } = world
    const { state } = clock
    const named = world.snapshots.all
    this.#takeBacks = []
    try {
      const result = work()
      const written = world.changes.cut()
      const replaced = world.changes === changes ? undefined : { start, changes, clock: state, requests }
      const snapshots = world.snapshots.all === named ? undefined : named
      const isChanged = written || replaced || snapshots || state !== world.clock.state
      const undo = isChanged ? { clock: state, written, replaced, snapshots } : undefined
      if (undo) this.#kept(undo)
      if (replaced) world.waiting.interrupt()
      return { result, undo }
    } catch (error) {
      this.#takeBack(0)
      // What was written and taken back is no change.
      world.changes.forget()
      if (world.trace) world.trace.writes.length = 0
      throw error
    } finally {
      this.#takeBacks = undefined
    }
  }

  /** Makes a change, by itself or as a part of the work under way. */
  change: Change = (make, takeBack) => {
    this.run(() => {
      make()
      this.undoable(takeBack)
    })
  }

  /** How to take back what was just done. */
  undoable = (takeBack: () => void): void => {
    this.#takeBacks?.push(takeBack)
  }

  #takeBack(left: number): void {
    const takeBacks = this.#takeBacks ?? []
    if (takeBacks.length > left) sometimes('change taken back')
    while (takeBacks.length > left) takeBacks.pop()?.()
  }

  #kept(undo: Undo): void {
    const keeping = this.#keep(undo)
    if (!keeping) return
    this.#keeping = keeping
    const done = () => {
      if (this.#keeping === keeping) this.#keeping = undefined
    }
    keeping.then(done, done)
  }
}
