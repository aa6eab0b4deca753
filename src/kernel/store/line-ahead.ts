import { basename, dirname, join } from 'node:path'
import { sometimes } from '../sometimes.ts'
import type { Coming } from '../workspaces/keeper.ts'
import type { Disk, OpenFile } from './disk.ts'
import { keptWith } from './kept-state.ts'
import { type LineMaking, type LineWorld, wholeLine } from './line.ts'
import type { LinesFile } from './lines-file.ts'
import { StuckFile } from './state-file.ts'
import { slices } from './state-text.ts'

/** A state of so many rows at most is written in a moment. */
const FEW_ROWS = 10

/** So many changes may be made while it is written: their lines have the numbers before its own. */
const MOST_MEANWHILE = 100_000

type Making = LineMaking & {
  disk: Disk
  /** Another one each time: it tells files from all others. */
  number(): number
}

type Place = {
  /** Of the lines that it takes the place of. */
  path: string
  /** The number of the last of them. */
  last: number
  /** Asked at each slice. @throws where nothing is to be written any more */
  check(): void
}

/** A state written beside the lines of another one, whose place it takes at once when its state does. */
class LineAhead {
  /** The number of its line; those of changes that are made before come before it. */
  readonly #line: number
  readonly #coming: Coming
  readonly #options: Making & Place
  readonly #path: string
  readonly #file: OpenFile
  #isPlaced = false

  private constructor(coming: Coming, options: Making & Place) {
    this.#coming = coming
    this.#options = options
    const { path, last, number } = options
    this.#line = last + MOST_MEANWHILE
    this.#path = join(dirname(path), `.${basename(path)}.${process.pid}.${number()}.tmp`)
    this.#file = options.disk.open(this.#path, 'new')
  }

  /** In slices, while requests are served. Drop it when the state is in its place, or will not be. @throws StuckFile */
  static async write(coming: Coming, options: Making & Place): Promise<LineAhead> {
    let ahead: LineAhead | undefined
    try {
      options.check()
      ahead = new LineAhead(coming, options)
      await ahead.#write()
      return ahead
    } catch (error) {
      await ahead?.drop()
      throw error instanceof StuckFile ? error : new StuckFile(options.path, 'written', error)
    }
  }

  async #write(): Promise<void> {
    const { library, check } = this.#options
    const { state, named } = this.#coming
    for (const slice of slices(wholeLine(keptWith(state, named, library), this.#line, this.#options))) {
      check()
      await this.#file.write(slice)
    }
    // What it takes the place of may have outlasted a power cut.
    await this.#file.sync()
    check()
  }

  /** The number of the line after it, with which it takes its place. */
  get next(): number {
    return this.#line + 1
  }

  /** Whether a world is what was written. */
  isOf({ start, changes, clock, snapshots }: LineWorld): boolean {
    const { state, named } = this.#coming
    const isSame = start === state.start && changes.content === state.changes.content && clock.state === state.clock
    return isSame && snapshots.all.length === named.length && snapshots.all.every((one, index) => one === named[index])
  }

  /** Puts it in the place of all lines, with the number of the last step in one after it. @throws StuckFile: they are as they were */
  replace(lines: LinesFile, requests: number): LinesFile {
    const { disk } = this.#options
    try {
      if (!lines.size && disk.find(lines.path)) throw new Error('there is a file already')
      this.#file.append(Buffer.from(`${JSON.stringify({ line: this.next, requests })}\n`))
      const begun = { file: this.#file, size: this.#file.size() }
      disk.renameNow(this.#path, lines.path)
      this.#isPlaced = true
      sometimes('state written ahead')
      return lines.succeededBy(begun)
    } catch (error) {
      throw new StuckFile(lines.path, 'written', error)
    }
  }

  /** Leaves nothing of it, unless it is in its place. */
  async drop(): Promise<void> {
    if (this.#isPlaced) return
    await this.#file.close().catch(() => {})
    await this.#options.disk.remove(this.#path).catch(() => {})
  }
}

/** States that were written before they are put in the place of what a workspace is now. */
export class Foresight {
  readonly #making: Making
  readonly #ahead = new Set<LineAhead>()

  constructor(making: Making) {
    this.#making = making
  }

  /** Call what it gives when the state is in its place, or will not be. @throws StuckFile */
  async write(coming: Coming, place: Place): Promise<() => void> {
    if (!isLong(coming)) return () => {}
    const ahead = await LineAhead.write(coming, { ...this.#making, ...place })
    this.#ahead.add(ahead)
    return () => {
      this.#ahead.delete(ahead)
      void ahead.drop()
    }
  }

  /** What a world has just become, with a line that may follow the last one. */
  find(world: LineWorld, last = 0): LineAhead | undefined {
    return [...this.#ahead].find((ahead) => ahead.isOf(world) && ahead.next > last + 1)
  }
}

/** Whether writing a state takes more than a moment. */
function isLong({ state: { changes, start }, named }: Coming): boolean {
  const all = [changes, start.origin?.changes, ...named.map(({ snapshot }) => snapshot.changes)]
  const tables = all.flatMap((one) => (one ? [...one.tables.values()] : []))
  return tables.reduce((count, { rows }) => count + rows.size, 0) > FEW_ROWS
}
