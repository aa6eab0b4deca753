import type { ClockState } from '../clock.ts'
import type { Changes, Written } from '../tables/changes.ts'
import { digestOver, hashOf, sumOf } from '../tables/differences.ts'
import { canonical } from '../text/canonical.ts'
import type { NamedSnapshot } from './snapshots.ts'
import { peculiarities, type Start } from './start.ts'

/** All that a workspace was at one time, to come back to. Its changes are nobody's to write in. */
export type Snapshot = {
  start: Start
  changes: Changes
  clock: ClockState
  /** The number of the last step. */
  requests: number
}

/** SHA-256 over the base's digest and what differs from it (decision Digest). */
export function digestOf({ start, changes, clock }: Omit<Snapshot, 'requests'>): string {
  const beside = [canonical(['clock', clock]), ...peculiarities(start)].map(hashOf)
  return digestOver(start.base.digest, sumOf([changes.sum, ...beside]))
}

/**
 * What it takes to take a step back: what it wrote as it was before, or the whole state that it put another in the place of;
 * and the named snapshots that there were, where there are others now.
 */
export type Undo = {
  clock: ClockState
  written?: Written | undefined
  replaced?: Snapshot | undefined
  snapshots?: readonly NamedSnapshot[] | undefined
}

/**
 * What is known of a step once it was carried out; the system's time then, in milliseconds since the epoch. Its digest is
 * none of it: who wants that goes back to the state that it led to, as most steps are never asked for theirs.
 */
export type Outcome = { system: number; undo?: Undo | undefined }

/** Takes steps back, the last one first, from a state that nobody else writes in. */
export function takenBack(snapshot: Snapshot, undos: Iterable<Undo>): Snapshot {
  let { start, changes, clock } = snapshot
  for (const undo of undos) {
    if (undo.replaced) ({ start, changes } = { ...undo.replaced, changes: undo.replaced.changes.copy() })
    else if (undo.written) changes.takeBack(undo.written)
    clock = undo.clock
  }
  return { ...snapshot, start, changes, clock }
}
