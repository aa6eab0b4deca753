import { basename, dirname, join } from 'node:path'
import { sometimes } from '../sometimes.ts'
import type { Disk, OpenFile } from './disk.ts'
import type { Line } from './line-document.ts'
import { NoState } from './no-state.ts'
import { StuckFile } from './state-file.ts'

export type LinesOptions = {
  disk: Disk
  /** Whether each line outlasts a power cut, not the process alone. */
  sync: boolean
}

/** So much room must there be again on a disk that was full, in bytes. */
const PROBE = Buffer.alloc(4096, ' ')

/** The changes to a workspace since its file was written whole, a line each, which is there as soon as it is added. */
export class LinesFile {
  readonly path: string
  readonly #options: LinesOptions
  #file: OpenFile | undefined
  #size = 0
  /** Whether the file is known, though there may be nothing in it: a process may end between making it and adding a line. */
  #isKnown = false
  /** Whether there may be more behind the lines: a part of one that could not be written, and is none. */
  #isTorn = false

  constructor(path: string, options: LinesOptions) {
    this.path = path
    this.#options = options
  }

  /** What is added to from now on: a file that was put in the place of this one, of so many bytes. */
  succeededBy({ file, size }: { file: OpenFile; size: number }): LinesFile {
    const next = new LinesFile(this.path, this.#options)
    next.#file = file
    next.#size = size
    next.#isKnown = true
    this.close()
    return next
  }

  /** How long all lines are, in bytes. */
  get size(): number {
    return this.#size
  }

  /** The lines, none where there is no file. One that was torn at the end is not one of them. @throws NoState, StuckFile */
  async read(): Promise<Line[]> {
    const { linesIn } = await import('./lines-text.ts')
    const bytes = await this.#bytes()
    const { lines, size } = await linesIn(bytes)
    this.#size = size
    this.#isTorn = bytes.length > this.#size
    if (this.#isTorn) sometimes('torn line left out')
    if (this.#options.sync && bytes.length) this.#syncRead()
    return lines
  }

  /** Adds a line, or nothing of it. @throws StuckFile */
  append(line: string): void {
    const bytes = Buffer.from(line)
    this.#attempt((file) => {
      file.append(bytes)
      if (this.#options.sync) file.syncNow()
    })
    this.#size += bytes.length
  }

  /** Whether a line could be added. @throws StuckFile */
  probe(): void {
    this.#attempt((file) => {
      file.append(PROBE)
      file.truncate(this.#size)
    })
    if (!this.#size) this.beginAnew(0)
  }

  /** Leaves out the lines before a place, in bytes: they are in the state file. @throws StuckFile */
  beginAnew(place: number): void {
    try {
      this.#leaveOut(place)
    } catch (error) {
      throw new StuckFile(this.path, 'written', error)
    }
  }

  #leaveOut(place: number): void {
    const { disk, sync } = this.#options
    const old = this.#file ?? (disk.find(this.path) && disk.open(this.path, 'append'))
    if (!old) return
    const rest = old.readFrom(place).subarray(0, this.#size - place)
    if (rest.length) sometimes('lines added while the state file was written')
    if (rest.length) this.#file = this.#replaced(rest)
    else {
      disk.removeNow(this.path)
      this.#file = undefined
    }
    this.#isKnown = rest.length > 0
    this.#size = rest.length
    this.#isTorn = false
    old.close().catch(() => {})
    if (sync) disk.syncFolderNow(dirname(this.path))
  }

  close(): void {
    this.#file?.close().catch(() => {})
    this.#file = undefined
  }

  async #bytes(): Promise<Buffer> {
    try {
      const bytes = await this.#options.disk.read(this.path)
      this.#isKnown = true
      return bytes
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException
      if (code === 'ENOENT') return Buffer.alloc(0)
      throw new NoState(`it cannot be read (${code})`)
    }
  }

  /** A process that died before it had them synced has answered for none of the last lines: this one will. */
  #syncRead(): void {
    try {
      const file = this.#options.disk.open(this.path, 'append')
      try {
        file.syncNow()
      } finally {
        file.close().catch(() => {})
      }
    } catch (error) {
      throw new StuckFile(this.path, 'synced', error)
    }
  }

  /** Does what adds to the file; where it fails, what it has added is taken away, now or before the next attempt. */
  #attempt(work: (file: OpenFile) => void): void {
    try {
      this.#file ??= this.#opened()
      if (this.#isTorn) this.#file.truncate(this.#size)
      this.#isTorn = true
      work(this.#file)
      this.#isTorn = false
    } catch (error) {
      sometimes('line not added')
      this.#mend()
      throw new StuckFile(this.path, 'written', error)
    }
  }

  #mend(): void {
    try {
      this.#file?.truncate(this.#size)
      this.#isTorn = false
    } catch {
      // Tried again before anything is added.
    }
  }

  /** What nobody knows of is not added to. */
  #opened(): OpenFile {
    const { disk, sync } = this.#options
    const file = disk.open(this.path, this.#isKnown ? 'append' : 'new')
    this.#isKnown = true
    if (sync) disk.syncFolderNow(dirname(this.path))
    return file
  }

  #replaced(rest: Uint8Array): OpenFile {
    const { disk, sync } = this.#options
    const temporary = join(dirname(this.path), `.${basename(this.path)}.${process.pid}.tmp`)
    disk.removeNow(temporary)
    const file = disk.open(temporary, 'new')
    try {
      file.append(rest)
      if (sync) file.syncNow()
      disk.renameNow(temporary, this.path)
      return file
    } catch (error) {
      file.close().catch(() => {})
      disk.removeNow(temporary)
      throw error
    }
  }
}
