import type { Undo } from './snapshot.ts'
import type { Workspace } from './workspace.ts'

/** What keeps workspaces beyond the process, if anything does. */
export type Keeper = {
  /** The workspaces that it can give back. */
  readonly names: Iterable<string>
  has(name: string): boolean
  /** Until what was kept under a name is gone that is being forgotten: only then is one of that name made again. */
  leaving(name: string): Promise<void> | undefined
  /** A workspace as it was kept; undefined where there is nothing of it any more. @throws Unavailable */
  recall(name: string): Promise<Workspace | undefined>
  /** Keeps a workspace from now on, until it is let go or forgotten. */
  keep(workspace: Workspace): Kept
  /** Keeps nothing of it any more: done when that is so. @throws Unavailable, at once, where nothing may be removed */
  forget(name: string): Promise<void>
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
  /** Has what is not kept yet written now. @throws when it cannot be */
  flush(): Promise<void>
  /** It has left memory; what is kept of it stays. */
  letGo(): void
}
