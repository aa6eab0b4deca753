import { stopwatch } from '../clock.ts'
import { Complaint } from '../complaint.ts'
import type { Start } from '../states/start.ts'
import { Departures } from './departures.ts'
import { Idleness } from './idleness.ts'
import type { Coming, Keeper } from './keeper.ts'
import { type Place, Places } from './places.ts'
import { Room } from './room.ts'
import { Workspace } from './workspace.ts'
import { DEFAULT_WORKSPACE } from './workspace-name.ts'

export type Options = {
  most?: number
  /** How long a workspace stays that nobody asks for, in milliseconds; ever, unless said. */
  ttl?: number | undefined
  system?: () => number
  /** Milliseconds since some moment, by a clock that nobody sets: idleness is measured by it. */
  elapsed?: () => number
  keeper?: Keeper | undefined
}

/** All workspaces of a process, made on first use from the start scenario, `most` at once (decision Workspaces). */
export class Workspaces {
  readonly start: Start
  readonly #places = new Places()
  /** Those being read from their files, or waiting for room. */
  readonly #coming = new Map<string, Promise<Workspace>>()
  readonly #idleness: Idleness
  readonly #room: Room
  readonly #system: () => number
  readonly #keeper: Keeper | undefined

  constructor(start: Start, { most = 1000, ttl, system = Date.now, elapsed = stopwatch(), keeper }: Options = {}) {
    this.start = start
    this.#system = system
    this.#idleness = new Idleness(elapsed, ttl)
    const [places, idleness] = [this.#places, this.#idleness]
    const departures = new Departures(places, idleness)
    this.#room = new Room({ places, idleness, departures, most })
    this.#keeper = keeper
    keeper?.sharing?.attach(departures)
  }

  /** Every workspace there is, in memory or kept. */
  get names(): string[] {
    this.#tidy()
    return this.#allNames()
  }

  /** How many are in memory, who listens to which, and the room of their journals. */
  get places(): Pick<Places, 'size' | 'audience' | 'journals' | 'hurry'> {
    return this.#places
  }

  /** A workspace that is in memory; asking for it is no use of it. */
  get(name: string): Workspace | undefined {
    return this.#places.get(name)?.workspace
  }

  /** For what is about no workspace: the one of this name if it is in memory, else one that goes with the request. */
  passing(name: string): Workspace {
    return this.get(name) ?? new Workspace(name, this.start, this.#system)
  }

  /** The workspace of a request: in memory, or kept, or new. Waits only where a file must be read or written. */
  use(name: string): Workspace | Promise<Workspace> {
    const sharing = this.#keeper?.sharing
    if (sharing && !sharing.isSure) return sharing.makeSure().then(() => this.use(name))
    if (this.#places.has(name) && this.#isOver(name)) this.#letGo(name)
    const place = this.#places.get(name)
    if (!place) return this.#bring(name)
    place.lastUse = this.#idleness.now()
    return place.workspace
  }

  /** A request is being served on it from now on: it stays in memory. */
  begin(workspace: Workspace): void {
    const place = this.#places.of(workspace)
    if (place) place.requests++
  }

  end(workspace: Workspace): void {
    const place = this.#places.of(workspace)
    if (!place) return
    place.requests--
    place.lastUse = this.#idleness.now()
  }

  /** Makes a workspace, or makes it anew from another start. */
  async create(name: string, start: Start): Promise<Workspace> {
    const workspace = await this.use(name)
    workspace.reset(start)
    await workspace.keeping
    return workspace
  }

  /** Whether there was one. @throws Unavailable where it cannot be removed */
  async delete(name: string): Promise<boolean> {
    const coming = this.#coming.get(name)
    if (coming) await coming.catch(() => {})
    const place = this.#places.get(name)
    const forgotten = this.#keeper?.forget(name)
    // Nothing that a request still does to it is kept.
    if (place) place.workspace.onChange = () => undefined
    this.#places.end(name)
    this.#idleness.drop(name)
    return (await forgotten) || place !== undefined
  }

  /** Puts a state in the place of a workspace's own: what takes long of keeping it is done before, while requests are served. */
  async foreseen<R>(workspace: Workspace, coming: Coming, put: () => R): Promise<R> {
    const done = await this.#places.of(workspace)?.kept?.foresee?.(coming)
    try {
      return put()
    } finally {
      done?.()
    }
  }

  /** Has all that is not kept yet written now. All are tried, whatever fails. @throws Complaint naming all that failed */
  async flush(): Promise<void> {
    const outcomes = await Promise.allSettled([...this.#places.values()].map(({ kept }) => kept?.flush()))
    const reasons = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason.message] : []))
    if (reasons.length) throw new Complaint([...new Set(reasons)].join('; '))
  }

  #bring(name: string): Workspace | Promise<Workspace> {
    const coming = this.#coming.get(name)
    if (coming) return coming
    this.#tidy()
    const isKept = this.#keeper?.leaving(name) ?? this.#keeper?.has(name)
    if (this.#room.isThere && !isKept) return this.#make(name)
    const brought = this.#bringLater(name).finally(() => this.#coming.delete(name))
    this.#coming.set(name, brought)
    return brought
  }

  async #bringLater(name: string): Promise<Workspace> {
    await this.#keeper?.leaving(name)?.catch(() => {})
    while (!this.#room.isThere) await this.#room.make((place) => this.#mayGo(place))
    const keeper = this.#keeper
    if (!keeper?.has(name)) return this.#make(name)
    return this.#room.promise(async () => {
      const recalled = await keeper.recall(name)
      return recalled ? this.#adopt(recalled) : this.#make(name)
    })
  }

  #make(name: string): Workspace {
    return this.#adopt(new Workspace(name, this.start, this.#system))
  }

  #adopt(workspace: Workspace): Workspace {
    const kept = this.#keeper?.keep(workspace)
    if (kept) workspace.onChange = (undo) => kept.changed(undo)
    this.#places.set(workspace.name, { workspace, kept, lastUse: this.#idleness.now(), requests: 0 })
    this.#idleness.drop(workspace.name)
    return workspace
  }

  #mayGo({ workspace, kept }: Place): boolean {
    return workspace.name !== DEFAULT_WORKSPACE && (kept !== undefined || workspace.isNew(this.start))
  }

  #allNames(): string[] {
    return [...new Set([...this.#places.keys(), ...(this.#keeper?.names ?? [])])]
  }

  #isOver(name: string): boolean {
    if (name === DEFAULT_WORKSPACE || this.#coming.has(name)) return false
    const place = this.#places.get(name)
    return place ? this.#idleness.isOver(place) : this.#idleness.isOverFor(name)
  }

  /** Lets go what nobody has asked for in so long, kept or not. Nothing waits for it. */
  #tidy(): void {
    if (!this.#idleness.isLimited) return
    for (const name of this.#allNames()) if (this.#isOver(name)) this.#letGo(name)
  }

  /** What cannot be removed is tried again after as long. */
  #letGo(name: string): void {
    this.delete(name).catch(() => this.#idleness.left({ name }, this.#idleness.now()))
  }
}
