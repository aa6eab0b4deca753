import { open, readFile, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { Adapter } from 'lowdb'
import { Complaint } from '../complaint.ts'
import { decodeUtf8, NotUtf8 } from '../utf8.ts'
import type { KeptState } from './kept-state.ts'
import { slices, stateText } from './state-text.ts'

/** A state file that cannot be used, and the ways out. It is left as it is. */
export class BadStateFile extends Complaint {
  constructor(path: string, reason: string) {
    super(`${path} cannot be used: ${reason}. Move it away, or start with --fresh to replace it`)
  }
}

/** What a write leaves behind when it is cut short. */
export const TEMPORARY = /^\.(?:lock|[a-z0-9-]+\.json)\.\d+\.tmp$/

/** A workspace's file, for lowdb: written in slices beside it and renamed, so that it is whole at any moment. */
export class StateFile implements Adapter<KeptState> {
  readonly path: string
  readonly #product: string

  constructor(path: string, product: string) {
    this.path = path
    this.#product = product
  }

  async read(): Promise<KeptState> {
    const { NoState, readState } = await import('./state-document.ts')
    try {
      return readState(decodeUtf8(await readFile(this.path)))
    } catch (error) {
      if (error instanceof NoState || error instanceof NotUtf8) throw new BadStateFile(this.path, error.message)
      throw new BadStateFile(this.path, `it cannot be read (${(error as NodeJS.ErrnoException).code})`)
    }
  }

  async write(state: KeptState): Promise<void> {
    const temporary = join(dirname(this.path), `.${basename(this.path)}.${process.pid}.tmp`)
    try {
      const file = await open(temporary, 'w')
      try {
        // Requests are served while a slice is on its way to the disk.
        for (const slice of slices(stateText(state, this.#product))) await file.appendFile(slice)
      } finally {
        await file.close()
      }
      await rename(temporary, this.path)
    } catch (error) {
      await rm(temporary, { force: true }).catch(() => {})
      throw error
    }
  }
}
