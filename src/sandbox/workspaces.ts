import { type Start, Workspace } from './workspace.ts'

export const WORKSPACE_NAME = /^[a-z0-9][a-z0-9-]{0,62}$/
export const DEFAULT_WORKSPACE = 'default'

/** A workspace without a request for this long may make room for another. In milliseconds. */
const IDLE_AFTER = 60_000

/** What keeps workspaces beyond the process, if anything does. */
export type Keeper = {
  /** The workspace as it was kept, if it was: read again after it made room. */
  recall(name: string): Workspace | undefined | Promise<Workspace | undefined>
  /** Has `workspace` written now, so that it may leave memory. */
  flush(workspace: Workspace): Promise<void>
  /** Called when `workspace` has changed. */
  changed(workspace: Workspace): void
  forget(name: string): void | Promise<void>
}

/** No room for one more workspace, and none that may go. */
export class TooManyWorkspaces extends Error {}

/** All workspaces of a process, made on first use from the start scenario, at most `most` at once (design 3.3). */
export class Workspaces {
  readonly #open = new Map<string, Workspace>()
  readonly #lastUse = new Map<string, number>()
  readonly #most: number
  readonly #system: () => number
  readonly #keeper: Keeper | undefined
  readonly start: Start

  constructor(start: Start, { most = 1000, system = Date.now, keeper }: Options = {}) {
    this.start = start
    this.#most = most
    this.#system = system
    this.#keeper = keeper
  }

  get names(): string[] {
    return [...this.#open.keys()]
  }

  /** A workspace that is in memory; asking for it is no use of it. */
  get(name: string): Workspace | undefined {
    return this.#open.get(name)
  }

  /** The workspace of a request: in memory, or kept, or new. Waits only where a file must be read or written. */
  use(name: string): Workspace | Promise<Workspace> {
    this.#lastUse.set(name, this.#system())
    return this.#open.get(name) ?? this.#bring(name)
  }

  /** Makes a workspace, or makes it anew from another start. */
  async create(name: string, start: Start): Promise<Workspace> {
    const workspace = await this.use(name)
    workspace.reset(start)
    return workspace
  }

  async delete(name: string): Promise<boolean> {
    const known = this.#open.delete(name)
    this.#lastUse.delete(name)
    await this.#keeper?.forget(name)
    return known
  }

  /** Takes in a workspace that was read from its file. */
  adopt(workspace: Workspace): Workspace {
    const keeper = this.#keeper
    if (keeper) workspace.onChange = () => keeper.changed(workspace)
    this.#open.set(workspace.name, workspace)
    return workspace
  }

  #bring(name: string): Workspace | Promise<Workspace> {
    const room = this.#open.size < this.#most
    if (room && !this.#keeper) return this.adopt(new Workspace(name, this.start, this.#system))
    return this.#bringLater(name)
  }

  async #bringLater(name: string): Promise<Workspace> {
    while (this.#open.size >= this.#most) await this.#makeRoom()
    const kept = await this.#keeper?.recall(name)
    // Another request may have brought it meanwhile.
    return this.#open.get(name) ?? this.adopt(kept ?? new Workspace(name, this.start, this.#system))
  }

  async #makeRoom(): Promise<void> {
    const leaving = this.#leastRecentlyUsed()
    if (!leaving) throw new TooManyWorkspaces(`all ${this.#most} workspaces are in use; delete one, or raise the limit`)
    await this.#keeper?.flush(leaving)
    this.#open.delete(leaving.name)
    this.#lastUse.delete(leaving.name)
  }

  #leastRecentlyUsed(): Workspace | undefined {
    const idleSince = this.#system() - IDLE_AFTER
    return [...this.#open.values()]
      .filter(({ name }) => name !== DEFAULT_WORKSPACE && this.#used(name) <= idleSince)
      .sort((a, b) => this.#used(a.name) - this.#used(b.name))
      .find((workspace) => this.#keeper || (workspace.start === this.start && workspace.isUnchanged()))
  }

  #used(name: string): number {
    return this.#lastUse.get(name) ?? 0
  }
}

export type Options = { most?: number; system?: () => number; keeper?: Keeper | undefined }
