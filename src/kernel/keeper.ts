import type { Workspace } from './workspace.ts'

/** What keeps workspaces beyond the process, if anything does. */
export type Keeper = {
  /** The workspaces that it can give back. */
  readonly names: Iterable<string>
  has(name: string): boolean
  /** A workspace as it was kept; undefined where there is nothing of it any more. @throws Unavailable */
  recall(name: string): Promise<Workspace | undefined>
  /** Keeps a workspace from now on, until it is let go or forgotten. */
  keep(workspace: Workspace): Kept
  /** Keeps nothing of it any more: done when that is so. @throws Unavailable, at once, where nothing may be removed */
  forget(name: string): Promise<void>
}

/** One workspace that is kept. */
export type Kept = {
  /** It has changed. @throws Unavailable where changes are kept no more; then it must not have changed */
  changed(): void
  /** Has what is not kept yet written now. @throws when it cannot be */
  flush(): Promise<void>
  /** It has left memory; what is kept of it stays. */
  letGo(): void
}
