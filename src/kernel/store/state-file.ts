import { basename, dirname, join } from 'node:path'
import type { Adapter } from 'lowdb'
import { decodeUtf8InTurns, NotUtf8 } from '../text/utf8.ts'
import { Unavailable } from '../workspaces/unavailable.ts'
import type { Disk } from './disk.ts'
import type { KeptWorkspace } from './kept-state.ts'
import { NoState } from './no-state.ts'
import { slices, stateText } from './state-text.ts'

/** A state file that cannot be used, and the ways out. It is left as it is. */
export class BadStateFile extends Unavailable {
  constructor(path: string, reason: string, waysOut: string[]) {
    super(`${path} cannot be used: ${reason}. Ways out: ${waysOut.join('; ')}`)
  }
}

/** A state file that cannot be written or removed. */
export class StuckFile extends Unavailable {
  constructor(path: string, what: string, error: unknown) {
    // Without the paths that are named then: a temporary one is another at each attempt, for one and the same reason.
    super(`${path} is not ${what}: ${(error as Error).message.replace(/ '.*$/s, '')}`)
  }
}

/** What a write leaves behind when it is cut short. */
export const TEMPORARY = /^\.[a-z0-9-]+\.jsonl?\.[0-9.]+\.tmp$/

export type FileOptions = {
  disk: Disk
  /** What is written into the file as its origin. */
  product: string
  /** Tells one write from all others: of two that overlap, none may touch what the other has half written. */
  number: number
  /** Asked before anything is written, and before the file is put in place. @throws where that must not be any more */
  allowed(): Promise<void>
}

/** A workspace's file, for lowdb: written in slices beside it and renamed, so that it is whole at any moment. */
export class StateFile implements Adapter<KeptWorkspace> {
  readonly path: string
  readonly #options: FileOptions
  #size = 0

  constructor(path: string, options: FileOptions) {
    this.path = path
    this.#options = options
  }

  /** How long it is, in bytes, as it was read or written last. */
  get size(): number {
    return this.#size
  }

  /** Null where there is no file. @throws NoState */
  async read(): Promise<KeptWorkspace | null> {
    const { readState } = await import('./state-document.ts')
    let parts: string[]
    try {
      const bytes = await this.#options.disk.read(this.path)
      this.#size = bytes.length
      parts = await decodeUtf8InTurns(bytes)
    } catch (error) {
      if (error instanceof NotUtf8) throw new NoState(error.message)
      const { code } = error as NodeJS.ErrnoException
      if (code === 'ENOENT') return null
      throw new NoState(`it cannot be read (${code})`)
    }
    return readState(parts)
  }

  /** Readable for its owner alone: it holds tokens and secrets. */
  async write(state: KeptWorkspace): Promise<void> {
    const { disk, product, number, allowed } = this.#options
    const temporary = join(dirname(this.path), `.${basename(this.path)}.${process.pid}.${number}.tmp`)
    try {
      await allowed()
      const file = disk.open(temporary, 'new')
      try {
        // Requests are served while a slice is on its way to the disk.
        for (const slice of slices(stateText(state, product))) await file.write(slice)
        await file.sync()
        this.#size = file.size()
      } finally {
        await file.close()
      }
      await allowed()
      await disk.rename(temporary, this.path)
      await disk.syncFolder(dirname(this.path))
    } catch (error) {
      await disk.remove(temporary).catch(() => {})
      throw error instanceof Unavailable ? error : new StuckFile(this.path, 'written', error)
    }
  }
}
