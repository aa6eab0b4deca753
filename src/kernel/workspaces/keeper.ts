import type { Snapshot, Undo } from '../states/snapshot.ts'
import type { NamedSnapshot } from '../states/snapshots.ts'
import type { Workspace } from './workspace.ts'

/** A state that is to be put in the place of another one. */
export type Coming = { state: Snapshot; named: readonly NamedSnapshot[] }

/** What keeps workspaces beyond the process, if anything does. */
export type Keeper = {
  /** The workspaces that it can give back. */
  readonly names: Iterable<string>
  has(name: string): boolean
  /** Until what was kept under a name is gone that is being forgotten: only then is one of that name made again. */
  leaving(name: string): Promise<unknown> | undefined
  /** A workspace as it was kept; undefined where there is nothing of it any more. @throws Unavailable */
  recall(name: string): Promise<Workspace | undefined>
  /** Keeps a workspace from now on, until it is let go or forgotten. */
  keep(workspace: Workspace): Kept
  /** Keeps nothing of it any more, and tells whether there was anything. @throws Unavailable, at once, where nothing may be removed */
  forget(name: string): Promise<boolean>
  /** Where other processes keep their workspaces in the same place. */
  readonly sharing?: Sharing
}

/** What keeps the workspaces of several processes, each of them one's at a time. */
export type Sharing = {
  /** Whether no other process can have taken what is in memory here. */
  readonly isSure: boolean
  /** Looks whether one has, and drops what was taken. @throws Unavailable */
  makeSure(): Promise<void>
  attach(holder: Holder): void
}

/** Whoever has workspaces in memory, as the keeper that it shares with others sees it. */
export type Holder = {
  /** Another process wants a workspace: gives it up, with all that is to be kept, unless it is in use. */
  giveUp(name: string): Promise<void>
  /** What is in memory of a workspace is not what is kept: forgets it, without keeping anything. */
  drop(workspace: Workspace): void
}

/** One workspace that is kept. */
export type Kept = {
  /**
   * It has changed by a step, or by a load or reset: `undo` says what, the workspace how it is now; `lineOf` makes a line of
   * both. It is kept when this returns. Where that takes its time it gives a promise, and no answer leaves before: of several,
   * each is done when those before it are. @throws Unavailable where it is not kept; then it must not have changed. Where a
   * promise is rejected, it has: whoever keeps it sees to the workspace, of which answers are 503 until then.
   */
  changed(undo: Undo): Promise<void> | undefined
  /**
   * A state is going to be put in the place of what it is now: what takes long of keeping that is done before, while requests
   * are served. Call what it gives when the state is in its place, or will not be. @throws Unavailable where it cannot be kept
   */
  foresee?(coming: Coming): Promise<() => void> | undefined
  /** Has what is not kept yet written now. @throws when it cannot be */
  flush(): Promise<void>
  /** It has left memory; what is kept of it stays. */
  letGo(): void
}
