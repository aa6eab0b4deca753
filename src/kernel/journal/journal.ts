import type { Aimed } from '../faults/aim.ts'
import type { Outcome, Undo } from '../states/snapshot.ts'
import type { Listener } from './audience.ts'
import { JournalRoom } from './journal-room.ts'
import type { Step, Trace } from './step.ts'
import { Tally } from './tally.ts'

/** How many steps a workspace keeps, and how many characters of them. */
const MOST_STEPS = 1000
const MOST_LENGTH = 4 * 1024 * 1024

/** What the trace of a step is counted as, whatever it refers to. */
const TRACE_LENGTH = 500

/** A step as it is kept: texts that were masked, what it takes to explain it, and what it came to. */
export type Entry = {
  id: number
  /** All of it but its bodies, as JSON. */
  text: string
  /** What was sent, where anything was. */
  requestBody?: string
  responseBody: string
  trace: Trace | undefined
  outcome?: Outcome
  /** Whether the path of the request named the workspace, and so the addresses in its answer do. */
  byPath?: boolean
  /** The faults that count it, where any does. */
  aimed?: Aimed
}

/**
 * The last steps of one workspace. They are kept as text: nothing unmasked can be left in it, and objects that live on
 * cost the collector more than making the text does.
 */
export class Journal {
  /** What was exercised in this numbering, whether it is kept or not: no part of digest or state file. */
  tally = new Tally()
  #room = new JournalRoom()
  #listeners: () => Iterable<Listener> | undefined = NOBODY
  #entries: Entry[] = []
  #length = 0
  #evicted = 0
  #latest = 0
  #forgotten = 0
  #numbering = 0
  #began = 0

  /** Steps that made room for later ones since the last load or reset. */
  get evicted(): number {
    return this.#evicted
  }

  /** How many steps are kept. */
  get size(): number {
    return this.#entries.length
  }

  /** Characters of all steps that are kept. */
  get length(): number {
    return this.#length
  }

  /** The highest number that a step ever had, whatever was reset since. */
  get latest(): number {
    return this.#latest
  }

  /** The number that its numbering began after. */
  get began(): number {
    return this.#began
  }

  /** The highest number of this numbering that is not kept any more. */
  get forgotten(): number {
    return this.#forgotten
  }

  /** Which numbering this is: a load or a reset begins another one. */
  get numbering(): number {
    return this.#numbering
  }

  /** From now on it has its room together with others, and tells those who listen. */
  share(room: JournalRoom, listeners = NOBODY): void {
    this.#room = room
    this.#listeners = listeners
    room.changed(this)
  }

  /** It is gone, with its workspace. */
  leave(): void {
    this.#room.left(this)
    this.#room = new JournalRoom()
    this.#listeners = NOBODY
  }

  /** Keeps a step; its texts were masked. */
  add(entry: Entry): void {
    // One that waited between its turn and its answer comes after those that had their turn later.
    if ((this.#entries.at(-1)?.id ?? 0) < entry.id) this.#entries.push(entry)
    else this.#entries.splice(this.#entries.findLastIndex(({ id }) => id < entry.id) + 1, 0, entry)
    this.#length += lengthOf(entry)
    this.#latest = Math.max(this.#latest, entry.id)
    while (this.#entries.length > MOST_STEPS || (this.#length > MOST_LENGTH && this.#entries.length > 1)) this.evict()
    this.#room.changed(this)
    for (const listener of this.#listeners() ?? []) listener.kept(entry.id)
  }

  /** Lets the oldest step go; whether there was one. */
  evict(): boolean {
    const oldest = this.#entries.shift()
    if (!oldest) return false
    this.#length -= lengthOf(oldest)
    this.#forgotten = Math.max(this.#forgotten, oldest.id)
    this.#evicted++
    this.#room.evicted++
    return true
  }

  /** Forgets all steps, and counts those that are let go anew. */
  clear(): void {
    this.#forgotten = Math.max(this.#forgotten, this.#entries.at(-1)?.id ?? 0)
    this.#entries = []
    this.#length = 0
    this.#evicted = 0
    this.#room.changed(this)
  }

  /** Forgets all steps, and begins another numbering: after `latest`, where it goes on from elsewhere. */
  restart(latest: number): void {
    this.clear()
    this.#numbering++
    this.tally = new Tally()
    this.#began = latest
    this.#forgotten = latest
    this.#latest = Math.max(this.#latest, latest)
    for (const listener of this.#listeners() ?? []) listener.restarted(latest)
  }

  /** The steps that are kept, oldest first, as they are kept. */
  get kept(): readonly Entry[] {
    return this.#entries
  }

  /** A step by its number, where it is kept. */
  entry(id: number): Entry | undefined {
    return this.#entries.findLast((entry) => entry.id === id)
  }

  /** The earliest step that one can go back to from the step `latest`: all that came after it are kept. */
  earliest(latest: number): number {
    let earliest = latest
    for (const { id, outcome } of this.#entries.toReversed()) {
      if (id !== earliest || !outcome) break
      earliest--
    }
    return earliest
  }

  /** What it takes to go back from the step `latest` to an earlier one, from the last on; undefined where that is too far. */
  undosAfter(earlier: number, latest: number): Undo[] | undefined {
    if (earlier > latest || earlier < this.earliest(latest)) return undefined
    const after = this.#entries.filter(({ id }) => id > earlier)
    return after.reverse().flatMap(({ outcome }) => outcome?.undo ?? [])
  }

  /** The first step that is kept of those after a number. */
  after(id: number): Entry | undefined {
    return this.#entries[this.#entries.findLastIndex((entry) => entry.id <= id) + 1]
  }

  /** The steps that are kept of those after a number, in their order. */
  entriesAfter(number: number): Entry[] {
    return this.#entries.filter(({ id }) => id > number)
  }

  /** The steps that are kept, newest first. */
  *newestFirst(): Generator<Step> {
    for (let place = this.#entries.length - 1; place >= 0; place--) yield stepOf(this.#entries[place] as Entry)
  }
}

const NOBODY = (): Iterable<Listener> | undefined => undefined

const lengthOf = ({ text, requestBody = '', responseBody, trace }: Entry): number =>
  text.length + requestBody.length + responseBody.length + (trace ? TRACE_LENGTH : 0)

export function stepOf({ text, requestBody, responseBody }: Entry): Step {
  const { responseHeaders, ...step } = JSON.parse(text) as Omit<Step, 'requestBody' | 'responseBody'>
  return { ...step, ...(requestBody !== undefined && { requestBody }), responseHeaders, responseBody }
}
