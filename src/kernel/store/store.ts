import { rm } from 'node:fs/promises'
import { Low } from 'lowdb'
import type { ScenarioLibrary } from '../scenario/library.ts'
import type { Workspace } from '../workspace.ts'
import type { Keeper } from '../workspaces.ts'
import { clearFolder, enterFolder, pathOf, workspacesIn } from './folder.ts'
import { stateOf } from './kept-state.ts'
import { Lanes } from './lanes.ts'
import { LostBase, reopen } from './reopen.ts'
import { BadStateFile, StateFile } from './state-file.ts'
import { WriteBehind } from './write-behind.ts'

export type StoreOptions = {
  folder: string
  /** Whether the files that are there are cleared away instead of read. */
  fresh: boolean
  /** What is written into the files as their origin. */
  product: string
  library: ScenarioLibrary
  system: () => number
  /** Told of writes that fail. */
  report(error: Error): void
}

/** How many files are written at the same time. */
const LANES = 8

/** Keeps each workspace in a file of one folder, which belongs to this process alone (decision State files). */
export class Store implements Keeper {
  readonly #options: StoreOptions
  readonly #leave: () => void
  readonly #lanes = new Lanes(LANES)
  readonly #writers = new Map<string, { workspace: Workspace; behind: WriteBehind }>()
  readonly #names = new Set<string>()
  /** Files being removed: a workspace of the same name is not written before. */
  readonly #forgetting = new Map<string, Promise<void>>()
  /** The request number that a workspace's file holds. */
  readonly #requests = new WeakMap<Workspace, number>()

  private constructor(options: StoreOptions, leave: () => void) {
    this.#options = options
    this.#leave = leave
  }

  /** Takes the folder and reads all of it, or refuses. @throws FolderInUse, BadFolder, BadStateFile */
  static async open(options: StoreOptions): Promise<{ store: Store; found: Workspace[] }> {
    const store = new Store(options, enterFolder(options.folder))
    try {
      if (options.fresh) clearFolder(options.folder)
      const found: Workspace[] = []
      for (const name of workspacesIn(options.folder)) found.push(await store.recall(name))
      return { store, found }
    } catch (error) {
      store.#leave()
      throw error
    }
  }

  get names(): Iterable<string> {
    return this.#names
  }

  has(name: string): boolean {
    return this.#names.has(name)
  }

  async recall(name: string): Promise<Workspace> {
    const file = this.#file(name)
    const { library, system } = this.#options
    const state = await file.read()
    try {
      const workspace = await reopen(name, state, library, system)
      this.#requests.set(workspace, workspace.requests)
      this.#names.add(name)
      return workspace
    } catch (error) {
      if (error instanceof LostBase) throw new BadStateFile(file.path, error.message)
      throw error
    }
  }

  changed(workspace: Workspace): void {
    this.#writerOf(workspace).changed()
  }

  async flush(workspace: Workspace): Promise<void> {
    const writer = this.#writerOf(workspace)
    if (workspace.requests !== (this.#requests.get(workspace) ?? 0)) writer.changed()
    await writer.flush()
  }

  left({ name }: Workspace): void {
    this.#writers.delete(name)
  }

  async forget(name: string): Promise<void> {
    const writer = this.#writers.get(name)
    this.#writers.delete(name)
    this.#names.delete(name)
    const done = (async () => {
      await writer?.behind.abandon()
      await rm(pathOf(this.#options.folder, name), { force: true })
    })().finally(() => this.#forgetting.delete(name))
    this.#forgetting.set(name, done)
    await done
  }

  /** What keeps it from writing, if anything. */
  trouble(): string | undefined {
    for (const [name, { behind }] of this.#writers)
      if (behind.failure) return `${pathOf(this.#options.folder, name)} is not written: ${behind.failure.message}`
    return undefined
  }

  /** Leaves the folder to others. Flush first. */
  close(): void {
    this.#leave()
  }

  #writerOf(workspace: Workspace): WriteBehind {
    const { name } = workspace
    const writer = this.#writers.get(name)
    if (writer?.workspace === workspace) return writer.behind
    const behind = new WriteBehind(() => this.#write(workspace), this.#lanes, this.#options.report)
    this.#writers.set(name, { workspace, behind })
    return behind
  }

  async #write(workspace: Workspace): Promise<void> {
    const { name } = workspace
    await this.#forgetting.get(name)
    const { requests } = workspace
    await new Low(this.#file(name), stateOf(workspace, this.#options.library)).write()
    // A workspace that was deleted meanwhile is not there to be recalled.
    if (this.#writers.get(name)?.workspace !== workspace) return
    this.#names.add(name)
    this.#requests.set(workspace, requests)
  }

  #file(name: string): StateFile {
    return new StateFile(pathOf(this.#options.folder, name), this.#options.product)
  }
}
