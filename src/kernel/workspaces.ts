import { holdsCard } from './redaction.ts'
import { type Start, Workspace } from './workspace.ts'

export const WORKSPACE_NAME = /^[a-z0-9][a-z0-9-]{0,62}$/

/** Why a text cannot name a workspace, which files and log lines do as well; undefined where it can. */
export function faultOfName(name: string): string | undefined {
  if (!WORKSPACE_NAME.test(name)) return 'use 1 to 63 lower-case letters, digits and dashes, not a dash first'
  return holdsCard(name) ? 'it looks like the number of a real card' : undefined
}

export const DEFAULT_WORKSPACE = 'default'

/** A workspace without a request for this long may make room for another. In milliseconds. */
const IDLE_AFTER = 60_000

/** What keeps workspaces beyond the process, if anything does. */
export type Keeper = {
  /** The workspaces that it can give back. */
  readonly names: Iterable<string>
  has(name: string): boolean
  /** A workspace as it was kept: read again after it made room. */
  recall(name: string): Promise<Workspace>
  /** Has what it does not know yet of `workspace` written now. */
  flush(workspace: Workspace): Promise<void>
  /** Called when `workspace` has changed. */
  changed(workspace: Workspace): void
  /** Called when `workspace` has left memory; what is kept of it stays. */
  left(workspace: Workspace): void
  /** Keeps nothing of it any more. */
  forget(name: string): Promise<void>
}

/** No room for one more workspace, and none that may go. */
export class TooManyWorkspaces extends Error {}

/** A workspace in memory. It is in use while a request is served on it, and for a minute after. */
type Place = { workspace: Workspace; lastUse: number; requests: number }

export type Options = { most?: number; system?: () => number; keeper?: Keeper | undefined }

/** All workspaces of a process, made on first use from the start scenario, `most` at once (decision Workspaces). */
export class Workspaces {
  readonly start: Start
  readonly #places = new Map<string, Place>()
  /** Those being read from their files, or waiting for room. */
  readonly #coming = new Map<string, Promise<Workspace>>()
  readonly #leaving = new Set<Place>()
  /** Places that are free but promised. */
  #promised = 0
  readonly #most: number
  readonly #system: () => number
  readonly #keeper: Keeper | undefined

  constructor(start: Start, { most = 1000, system = Date.now, keeper }: Options = {}) {
    this.start = start
    this.#most = most
    this.#system = system
    this.#keeper = keeper
  }

  /** Every workspace there is, in memory or kept. */
  get names(): string[] {
    return [...new Set([...this.#places.keys(), ...(this.#keeper?.names ?? [])])]
  }

  /** A workspace that is in memory; asking for it is no use of it. */
  get(name: string): Workspace | undefined {
    return this.#places.get(name)?.workspace
  }

  /** The workspace of a request: in memory, or kept, or new. Waits only where a file must be read or written. */
  use(name: string): Workspace | Promise<Workspace> {
    const place = this.#places.get(name)
    if (!place) return this.#bring(name)
    place.lastUse = this.#system()
    return place.workspace
  }

  /** A request is being served on it from now on: it stays in memory. */
  begin(workspace: Workspace): void {
    const place = this.#placeOf(workspace)
    if (place) place.requests++
  }

  end(workspace: Workspace): void {
    const place = this.#placeOf(workspace)
    if (!place) return
    place.requests--
    place.lastUse = this.#system()
  }

  /** Makes a workspace, or makes it anew from another start. */
  async create(name: string, start: Start): Promise<Workspace> {
    const workspace = await this.use(name)
    workspace.reset(start)
    return workspace
  }

  /** Whether there was one. */
  async delete(name: string): Promise<boolean> {
    const coming = this.#coming.get(name)
    if (coming) await coming.catch(() => {})
    const place = this.#places.get(name)
    const known = place !== undefined || this.#keeper?.has(name) === true
    // Nothing that a request still does to it is kept.
    if (place) place.workspace.onChange = () => {}
    this.#places.delete(name)
    await this.#keeper?.forget(name)
    return known
  }

  /** Takes in a workspace that was read from its file. */
  adopt(workspace: Workspace, lastUse = 0): Workspace {
    const keeper = this.#keeper
    if (keeper) workspace.onChange = () => keeper.changed(workspace)
    this.#places.set(workspace.name, { workspace, lastUse, requests: 0 })
    return workspace
  }

  /** Has all that is not kept yet written now. @throws when it cannot be */
  async flush(): Promise<void> {
    const keeper = this.#keeper
    if (keeper) await Promise.all([...this.#places.values()].map(({ workspace }) => keeper.flush(workspace)))
  }

  #bring(name: string): Workspace | Promise<Workspace> {
    const coming = this.#coming.get(name)
    if (coming) return coming
    if (this.#hasRoom() && !this.#keeper?.has(name)) return this.#make(name)
    const brought = this.#bringLater(name).finally(() => this.#coming.delete(name))
    this.#coming.set(name, brought)
    return brought
  }

  async #bringLater(name: string): Promise<Workspace> {
    while (!this.#hasRoom()) await this.#makeRoom()
    if (!this.#keeper?.has(name)) return this.#make(name)
    this.#promised++
    try {
      return this.adopt(await this.#keeper.recall(name), this.#system())
    } finally {
      this.#promised--
    }
  }

  #make(name: string): Workspace {
    return this.adopt(new Workspace(name, this.start, this.#system), this.#system())
  }

  #hasRoom(): boolean {
    return this.#places.size + this.#promised < this.#most
  }

  async #makeRoom(): Promise<void> {
    const place = this.#leastRecentlyUsed()
    if (!place) throw new TooManyWorkspaces(`all ${this.#most} workspaces are in use; delete one, or raise the limit`)
    const { workspace, lastUse } = place
    this.#leaving.add(place)
    try {
      await this.#keeper?.flush(workspace)
    } catch {
      // The keeper has logged why.
      throw new TooManyWorkspaces(`no room: '${workspace.name}' would have to leave, but its file cannot be written`)
    } finally {
      this.#leaving.delete(place)
    }
    // One that was used meanwhile stays, and one that was deleted is gone already.
    if (place.lastUse !== lastUse || place.requests || this.#placeOf(workspace) !== place) return
    this.#places.delete(workspace.name)
    this.#keeper?.left(workspace)
  }

  #leastRecentlyUsed(): Place | undefined {
    const idleSince = this.#system() - IDLE_AFTER
    return [...this.#places.values()]
      .filter((place) => !place.requests && place.lastUse <= idleSince && !this.#leaving.has(place))
      .sort((a, b) => a.lastUse - b.lastUse)
      .find(({ workspace }) => workspace.name !== DEFAULT_WORKSPACE && this.#mayLeave(workspace))
  }

  #mayLeave(workspace: Workspace): boolean {
    return this.#keeper !== undefined || (workspace.start === this.start && workspace.isUnchanged())
  }

  #placeOf(workspace: Workspace): Place | undefined {
    const place = this.#places.get(workspace.name)
    return place?.workspace === workspace ? place : undefined
  }
}
