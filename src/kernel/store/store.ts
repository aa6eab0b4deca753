import pLimit from 'p-limit'
import type { ScenarioLibrary } from '../scenario/library.ts'
import type { Start } from '../states/start.ts'
import type { Keeper } from '../workspaces/keeper.ts'
import type { Workspace } from '../workspaces/workspace.ts'
import {
  clearFolder,
  enterFolder,
  hasFiles,
  kindsOf,
  linesPathOf,
  pathOf,
  removeFiles,
  workspacesIn,
} from './folder.ts'
import { KeptFile } from './kept-file.ts'
import { Foresight } from './line-ahead.ts'
import { LinesFile } from './lines-file.ts'
import { type Machine, realMachine } from './machine.ts'
import { type Files, recalled, waysOut } from './recall.ts'
import { BadStateFile, StateFile, StuckFile } from './state-file.ts'
import { LostFolder, type Tenure } from './tenure.ts'

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
  /** Whether each change is to outlast a power cut, not the process alone. */
  sync?: boolean | undefined
  /** The real one, unless said. */
  machine?: Machine | undefined
}

/** How many files are written at the same time. */
const LANES = 8

/** Keeps each workspace in files of one folder, which belongs to this process alone (decision State files). */
export class Store implements Keeper {
  readonly #options: StoreOptions
  readonly #tenure: Tenure
  readonly #machine: Machine
  readonly #lanes = pLimit(LANES)
  readonly #kept = new Map<string, KeptFile>()
  readonly #names: Set<string>
  readonly #removals = new Map<string, Promise<void>>()
  /** Workspaces whose files cannot be used, until they are gone. */
  readonly #aside = new Set<string>()
  /** The files that a workspace was read from, and the last line in them. */
  readonly #recalled = new WeakMap<Workspace, { files: Files; line: number }>()
  #number = 0

  private constructor(options: StoreOptions, tenure: Tenure, machine: Machine) {
    this.#options = options
    this.#tenure = tenure
    this.#machine = machine
    this.#names = new Set(workspacesIn(machine.disk, options.folder))
  }

  /** Takes the folder; its files are read when somebody asks for them. @throws FolderInUse, BadFolder */
  static async open(options: StoreOptions): Promise<Store> {
    const { machine = realMachine, sync = false } = options
    return new Store(options, await enterFolder({ ...options, sync }, machine), machine)
  }

  /** Clears the state files away, to begin anew. @throws ForeignFile */
  clear(): void {
    const { folder, sync = false } = this.#options
    clearFolder(this.#machine.disk, folder, sync)
    this.#names.clear()
  }

  get names(): Iterable<string> {
    return this.#names
  }

  /** A file that came into the folder after the start counts: it is not to be written over. */
  has(name: string): boolean {
    const { disk } = this.#machine
    if (!this.#names.has(name) && !this.#removals.has(name) && hasFiles(disk, this.#options.folder, name))
      this.#names.add(name)
    return this.#names.has(name)
  }

  leaving(name: string): Promise<void> | undefined {
    return this.#removals.get(name)
  }

  async recall(name: string): Promise<Workspace | undefined> {
    this.#tenure.check()
    const { library, system, folder } = this.#options
    const files = this.#filesOf(name)
    const isThere = hasFiles(this.#machine.disk, folder, name)
    const found = await recalled(name, files, library, system).catch((error) => {
      this.#aside.add(name)
      throw error
    })
    // A file that was of no use may be moved away, and there is no such workspace any more; another one is missed.
    if (!isThere && !this.#aside.has(name)) throw new BadStateFile(files.state.path, 'it is gone', waysOut(name, false))
    this.#aside.delete(name)
    if (!found) {
      // Of its first line a part at most: nobody was told of it.
      files.lines.beginAnew(0)
      this.#names.delete(name)
      return undefined
    }
    this.#recalled.set(found.workspace, { files, line: found.line })
    return found.workspace
  }

  keep(workspace: Workspace): KeptFile {
    const { name } = workspace
    const { library, product, start, report, sync = false } = this.#options
    const { files, line } = this.#recalled.get(workspace) ?? { files: this.#filesOf(name), line: undefined }
    const { disk } = this.#machine
    // A new name is kept by a power cut only once its folder is synced, and is not to be taken back if that fails.
    const foresight = sync ? undefined : new Foresight({ library, product, disk, number: () => ++this.#number })
    const kept: KeptFile = new KeptFile(workspace, {
      ...{ library, product, start, report, files, line, foresight },
      ...{ machine: this.#machine, tenure: this.#tenure, lanes: this.#lanes },
      began: () => this.#names.add(name),
      ended: () => {
        if (this.#kept.get(name) === kept) this.#kept.delete(name)
      },
    })
    this.#kept.set(name, kept)
    return kept
  }

  forget(name: string): Promise<boolean> {
    this.#tenure.check()
    const isKept = this.has(name)
    const abandoned = this.#kept.get(name)?.abandon()
    const earlier = this.#removals.get(name)
    for (const known of [this.#kept, this.#names, this.#aside]) known.delete(name)
    const removal = this.#remove(name, [abandoned, earlier]).finally(() => {
      if (this.#removals.get(name) === removal) this.#removals.delete(name)
    })
    this.#removals.set(name, removal)
    return removal.then(() => isKept)
  }

  /** What keeps it from writing, if anything. */
  trouble(): string | undefined {
    if (this.#tenure.lost) return this.#tenure.lost.message
    for (const { trouble } of this.#kept.values()) if (trouble !== undefined) return trouble
    return undefined
  }

  /** For how long the first state file waits to be written whole, in milliseconds. */
  lag(): number {
    return Math.max(0, ...[...this.#kept.values()].map(({ waited }) => waited))
  }

  /** Leaves the folder to others, when what is being removed is gone. Flush first. */
  async close(): Promise<void> {
    await Promise.allSettled(this.#removals.values())
    await Promise.allSettled([...this.#kept.values()].map((kept) => kept.abandon()))
    await this.#tenure.leave()
  }

  async #remove(name: string, before: (Promise<void> | undefined)[]): Promise<void> {
    await Promise.allSettled(before)
    const { folder, sync = false } = this.#options
    let path = pathOf(folder, name)
    try {
      this.#tenure.look()
      for (const [one, kind] of kindsOf(this.#machine.disk, folder, name)) {
        path = one
        // It may be anybody's, and only looks like one of ours by its name.
        if (kind === 'foreign') throw new Error('it is no state file; move it away')
      }
      removeFiles(this.#machine.disk, folder, name, sync)
    } catch (error) {
      // It is still to be found, as far as it is there.
      if (hasFiles(this.#machine.disk, folder, name)) this.#names.add(name)
      throw error instanceof LostFolder ? error : new StuckFile(path, 'removed', error)
    }
  }

  #filesOf(name: string): Files {
    const { folder, product, sync = false } = this.#options
    const { disk } = this.#machine
    const allowed = async () => this.#tenure.look()
    return {
      state: new StateFile(pathOf(folder, name), { disk, product, number: ++this.#number, allowed }),
      lines: new LinesFile(linesPathOf(folder, name), { disk, sync }),
    }
  }
}
