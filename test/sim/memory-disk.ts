import { dirname } from 'node:path'
import { uniformInt } from 'pure-rand/distribution/uniformInt'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import type { Disk } from '../../src/kernel/store/disk.ts'
import { mounted } from './mounted.ts'
import type { Trouble } from './move.ts'
import type { Time } from './time.ts'

/** A file: what stands in it, and what of that a power cut leaves. */
export type Inode = { bytes: Buffer; synced: Buffer; links: number }

/** What happened to the names of a folder since it was synced: a name leads to a file from then on, or to none. */
type Naming = { path: string; inode: Inode | undefined }

/**
 * A disk in memory. What is written survives the process that wrote it. A power cut leaves of each file what was synced of
 * it, and of the rest a part that chance decides, as it does how many of the names that were given since are kept.
 */
export class MemoryDisk {
  readonly time: Time
  /** What is read of a file in place of what stands there. */
  readonly reads: (path: string, bytes: Buffer) => Buffer
  readonly #names = new Map<string, Inode>()
  readonly #syncedNames = new Map<string, Inode>()
  /** In their order; a file that is renamed has one name at any time. */
  #unsynced: Naming[][] = []
  #trouble: { after: number; how: Trouble } | undefined
  #hadTrouble = false

  constructor(time: Time, reads: MemoryDisk['reads'] = (_path, bytes) => bytes) {
    this.time = time
    this.reads = reads
  }

  /** The disk as one process has it, until that is dead. `die` is told when a write kills it. */
  mount(process: { isDead: boolean; die(): void }): Disk {
    return mounted(this, process)
  }

  /** One of the next writes goes wrong. */
  plan(after: number, how: Trouble): void {
    this.#trouble = { after, how }
  }

  /** Nothing more goes wrong. */
  calm(): void {
    this.#trouble = undefined
  }

  /** What goes wrong at the write that is just to be made, if anything. */
  troubleNow(): Trouble | undefined {
    const trouble = this.#trouble
    if (!trouble) return undefined
    if (trouble.after-- > 0) return undefined
    this.#trouble = undefined
    this.#hadTrouble = true
    return trouble.how
  }

  /** Whether a write has gone wrong. */
  get hadTrouble(): boolean {
    return this.#hadTrouble
  }

  at(path: string): Inode | undefined {
    return this.#names.get(path)
  }

  paths(): string[] {
    return [...this.#names.keys()]
  }

  /** Has names lead to files, or to none, all at once. */
  name(...namings: Naming[]): void {
    for (const { path, inode } of namings) relink(this.#names, path, inode)
    this.#unsynced.push(namings)
  }

  syncFolder(folder: string): void {
    const isIn = ({ path }: Naming) => dirname(path) === folder
    for (const { path, inode } of this.#unsynced.flat().filter(isIn)) put(this.#syncedNames, path, inode)
    this.#unsynced = this.#unsynced.filter((namings) => !namings.every(isIn))
  }

  /** Takes the power away: a number decides what is left of what was not synced. */
  cut(chance: number): void {
    const random = xoroshiro128plus(chance)
    const upTo = (most: number): number => uniformInt(random, 0, most)
    // The first draws of seeds that are close to each other are close too.
    for (let draw = 0; draw < 20; draw++) upTo(1)
    const kept = new Map(this.#syncedNames)
    // Names are given in their order, as file systems with a journal keep them.
    const given = this.#unsynced.slice(0, upTo(this.#unsynced.length))
    for (const { path, inode } of given.flat()) put(kept, path, inode)
    for (const inode of new Set([...this.#names.values(), ...kept.values()])) tear(inode, upTo)
    this.#names.clear()
    this.#syncedNames.clear()
    for (const [path, inode] of kept) {
      inode.links = [...kept.values()].filter((one) => one === inode).length
      this.#names.set(path, inode)
      this.#syncedNames.set(path, inode)
    }
    this.#unsynced = []
    this.#trouble = undefined
  }
}

/** Leaves what was synced, and beyond it a part of what was not; of what was written over or cut off, one or the other. */
function tear(inode: Inode, upTo: (most: number) => number): void {
  const { bytes, synced } = inode
  const isAppended = bytes.length >= synced.length && bytes.subarray(0, synced.length).equals(synced)
  if (isAppended) inode.bytes = bytes.subarray(0, synced.length + upTo(bytes.length - synced.length))
  else if (upTo(1)) inode.bytes = synced
  inode.synced = inode.bytes
}

function relink(names: Map<string, Inode>, path: string, inode: Inode | undefined): void {
  const before = names.get(path)
  if (before) before.links--
  if (inode) inode.links++
  put(names, path, inode)
}

function put(names: Map<string, Inode>, path: string, inode: Inode | undefined): void {
  if (inode) names.set(path, inode)
  else names.delete(path)
}
