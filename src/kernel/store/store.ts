import { Low } from 'lowdb'
import pLimit from 'p-limit'
import type { Keeper, Kept } from '../keeper.ts'
import type { ScenarioLibrary } from '../scenario/library.ts'
import type { Start } from '../start.ts'
import type { Workspace } from '../workspace.ts'
import { kindOf } from './file-kind.ts'
import { clearFolder, enterFolder, pathOf, workspacesIn } from './folder.ts'
import { keptWorkspace } from './kept-state.ts'
import { type Machine, realMachine } from './machine.ts'
import { recalled, waysOut } from './recall.ts'
import { BadStateFile, StateFile, StuckFile } from './state-file.ts'
import { LostFolder, type Tenure } from './tenure.ts'
import { WriteBehind } from './write-behind.ts'

export type StoreOptions = {
  folder: string
  /** What is written into the files as their origin. */
  product: string
  library: ScenarioLibrary
  /** What a workspace is made of on its first use: one that is still so has no file. */
  start: Start
  system: () => number
  /** Told of what fails behind the requests. */
  report(error: Error): void
  /** The real one, unless said. */
  machine?: Machine | undefined
}

/** How many files are written at the same time. */
const LANES = 8

/** Keeps each workspace in a file of one folder, which belongs to this process alone (decision State files). */
export class Store implements Keeper {
  readonly #options: StoreOptions
  readonly #tenure: Tenure
  readonly #machine: Machine
  readonly #lanes = pLimit(LANES)
  readonly #writers = new Map<string, WriteBehind>()
  readonly #names: Set<string>
  /** Files being removed: a workspace of the same name that is made from now on is not written before. */
  readonly #removals = new Map<string, Promise<void>>()
  /** Workspaces whose files cannot be used, until they are gone. */
  readonly #aside = new Set<string>()
  /** The request number that a workspace's file holds. */
  readonly #requests = new WeakMap<Workspace, number>()
  #writes = 0

  private constructor(options: StoreOptions, tenure: Tenure) {
    this.#options = options
    this.#tenure = tenure
    this.#machine = options.machine ?? realMachine
    this.#names = new Set(workspacesIn(this.#machine.disk, options.folder))
  }

  /** Takes the folder; its files are read when somebody asks for them. @throws FolderInUse, BadFolder */
  static async open(options: StoreOptions): Promise<Store> {
    return new Store(options, await enterFolder(options.folder, options.report, options.machine ?? realMachine))
  }

  /** Clears the state files away, to begin anew. @throws ForeignFile */
  clear(): void {
    clearFolder(this.#machine.disk, this.#options.folder)
    this.#names.clear()
  }

  get names(): Iterable<string> {
    return this.#names
  }

  /** A file that came into the folder after the start counts: it is not to be written over. */
  has(name: string): boolean {
    if (
      !this.#names.has(name) &&
      !this.#removals.has(name) &&
      this.#machine.disk.find(pathOf(this.#options.folder, name))
    )
      this.#names.add(name)
    return this.#names.has(name)
  }

  async recall(name: string): Promise<Workspace | undefined> {
    this.#tenure.check()
    const { library, system } = this.#options
    const file = this.#file(name)
    const workspace = await recalled(name, file, library, system).catch((error) => {
      this.#aside.add(name)
      throw error
    })
    // A file that was of no use may be moved away, and there is no such workspace any more; another one is missed.
    if (!workspace && !this.#aside.has(name)) throw new BadStateFile(file.path, 'it is gone', waysOut(name, false))
    this.#aside.delete(name)
    if (workspace) this.#requests.set(workspace, workspace.requests)
    else this.#names.delete(name)
    return workspace
  }

  keep(workspace: Workspace): Kept {
    const { name } = workspace
    const writer = new WriteBehind({
      write: () => this.#write(workspace, writer),
      lanes: this.#lanes,
      timing: this.#machine.timing,
      // That the folder is lost was told by then.
      report: (error) => error instanceof LostFolder || this.#options.report(error),
      after: this.#removals.get(name),
    })
    this.#writers.set(name, writer)
    return {
      changed: () => {
        this.#tenure.check()
        writer.changed()
      },
      flush: async () => {
        const isCounted = workspace.requests === this.#requests.get(workspace)
        if (this.#names.has(name) && !isCounted && !this.#tenure.lost) writer.changed()
        await writer.flush()
      },
      letGo: () => {
        if (this.#writers.get(name) === writer) this.#writers.delete(name)
      },
    }
  }

  forget(name: string): Promise<void> {
    this.#tenure.check()
    const abandoned = this.#writers.get(name)?.abandon()
    const earlier = this.#removals.get(name)
    for (const known of [this.#writers, this.#names, this.#aside]) known.delete(name)
    const removal = this.#remove(name, [abandoned, earlier]).finally(() => {
      if (this.#removals.get(name) === removal) this.#removals.delete(name)
    })
    this.#removals.set(name, removal)
    return removal
  }

  /** What keeps it from writing, if anything. */
  trouble(): string | undefined {
    if (this.#tenure.lost) return this.#tenure.lost.message
    for (const [name, { failure, overdue }] of this.#writers) {
      if (failure) return failure.message
      const path = pathOf(this.#options.folder, name)
      if (overdue) return `${path} is not written: a change has waited for ${Math.round(overdue / 1000)} seconds`
    }
    return undefined
  }

  /** For how long the oldest change waits that is not written, in milliseconds. */
  lag(): number {
    return Math.max(0, ...[...this.#writers.values()].map(({ waited }) => waited))
  }

  /** Leaves the folder to others, when what is being removed is gone. Flush first. */
  async close(): Promise<void> {
    await Promise.allSettled(this.#removals.values())
    await this.#tenure.leave()
  }

  async #remove(name: string, before: (Promise<void> | undefined)[]): Promise<void> {
    await Promise.allSettled(before)
    const path = pathOf(this.#options.folder, name)
    const { disk } = this.#machine
    try {
      await this.#tenure.look()
      // It may be anybody's, and only looks like one of ours by its name.
      if (disk.find(path) && kindOf(disk, path) === 'foreign') throw new Error('it is no state file; move it away')
      await disk.remove(path)
    } catch (error) {
      // It is still there, so it is still to be found.
      this.#names.add(name)
      throw error instanceof LostFolder ? error : new StuckFile(path, 'removed', error)
    }
  }

  async #write(workspace: Workspace, writer: WriteBehind): Promise<void> {
    const { name, requests } = workspace
    if (!this.#names.has(name) && workspace.isNew(this.#options.start)) return
    await new Low(this.#file(name), keptWorkspace(workspace, this.#options.library)).write()
    // A workspace that was deleted meanwhile is not there to be recalled.
    if (this.#writers.get(name) !== writer) return
    this.#names.add(name)
    this.#requests.set(workspace, requests)
  }

  #file(name: string): StateFile {
    const { folder, product } = this.#options
    const { disk } = this.#machine
    const allowed = () => this.#tenure.look()
    return new StateFile(pathOf(folder, name), { disk, product, number: ++this.#writes, allowed })
  }
}
