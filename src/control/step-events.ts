import type { UnderlyingSource } from 'node:stream/web'
import type { Listener } from '../kernel/journal/audience.ts'
import { type Journal, stepOf } from '../kernel/journal/journal.ts'
import type { Workspaces } from '../kernel/workspaces/workspaces.ts'
import { heldIn } from './faults-shown.ts'
import { summarised } from './steps/shown.ts'

/** After so long without news a comment shows that the connection lives, in milliseconds. */
const QUIET_MS = 15_000

/** Steps that are kept after later ones, and wait to be told: what comes beyond these was missed. */
const MOST_LATE = 100

/**
 * The steps of a world as server-sent events, read off its journal as the client takes them: one that is slow makes nothing
 * grow, and is told how many steps it missed (decision Stream).
 */
export const stepEvents = (workspaces: Workspaces, name: string, since: number | undefined): ReadableStream =>
  new ReadableStream(new StepEvents(workspaces, name, since), { highWaterMark: 0 })

class StepEvents implements Listener, UnderlyingSource<Uint8Array> {
  readonly #workspaces: Workspaces
  readonly #name: string
  readonly #encoder = new TextEncoder()
  /** The number up to which steps were told. */
  #last: number
  /** Steps before that which were kept later. */
  #late: number[] = []
  /** How many of these could not wait to be told. */
  #missed = 0
  /** What was told last of the requests that are held, as JSON. */
  #held = '[]'
  #isAnew = false
  #isOver = false
  /** Which numbering it was when this was asked for. */
  readonly #numbering: number | undefined
  #leave: (() => void) | undefined
  #wake: (() => void) | undefined

  constructor(workspaces: Workspaces, name: string, since: number | undefined) {
    this.#workspaces = workspaces
    this.#name = name
    const latest = workspaces.get(name)?.requests
    this.#last = since ?? latest ?? 0
    this.#numbering = this.#journal?.numbering
    if (latest !== undefined && this.#last > latest) this.restarted(0)
  }

  kept(id: number): void {
    if (id <= this.#last && this.#late.push(id) > MOST_LATE) {
      this.#late.shift()
      this.#missed++
    }
    this.#wake?.()
  }

  held(): void {
    this.#wake?.()
  }

  restarted(latest: number): void {
    this.#isAnew = true
    this.#last = latest
    this.#late = []
    this.#missed = 0
    this.#wake?.()
  }

  came(latest: number): void {
    if (latest < this.#last) this.restarted(latest)
  }

  ended(): void {
    this.#isOver = true
    this.#leave?.()
    this.#wake?.()
  }

  async pull(controller: ReadableStreamDefaultController<Uint8Array>): Promise<void> {
    let text = this.#leave ? this.#news() : this.#begin()
    while (text === undefined) text = (await this.#told()) ? this.#news() : ': \n\n'
    controller.enqueue(this.#encoder.encode(text))
    if (text === END) controller.close()
  }

  cancel(): void {
    this.#leave?.()
    this.#isOver = true
    this.#wake?.()
  }

  /** From the first time on that somebody reads: what is asked for and never read takes nobody's place. */
  #begin(): string {
    const { audience } = this.#workspaces.places
    if (audience.isOver || audience.isFull) this.#isOver = true
    else this.#leave = audience.join(this.#name, this)
    if (this.#isOver) return END
    if (this.#journal && this.#journal.numbering !== this.#numbering) this.restarted(0)
    // The number alone makes no event, and lets a client resume that has heard none yet.
    return `: steps of ${this.#name}\nid: ${this.#last}\n\n`
  }

  /** What is to be told next, if anything is; nothing of a world that is not in memory. */
  #news(): string | undefined {
    if (this.#isOver) return END
    const workspace = this.#workspaces.get(this.#name)
    if (!workspace) return undefined
    const { journal } = workspace
    if (this.#isAnew) {
      this.#isAnew = false
      return event('reset', { workspace: this.#name }, this.#last)
    }
    const held = JSON.stringify(heldIn(workspace))
    if (held !== this.#held) {
      this.#held = held
      return `event: held\ndata: {"held":${held}}\n\n`
    }
    const missed = this.#missedOf(journal)
    if (missed) return event('missed', { missed }, this.#last)
    const next = journal.entry(this.#late.shift() ?? 0) ?? journal.after(this.#last)
    if (!next) return undefined
    this.#last = Math.max(this.#last, next.id)
    return event('step', summarised(stepOf(next)), next.id)
  }

  /** How many steps left the journal before they were told: counted once. */
  #missedOf(journal: Journal): number {
    const gone = Math.max(0, journal.forgotten - this.#last)
    this.#last += gone
    const late = this.#late.filter((id) => journal.entry(id))
    const missed = this.#missed + gone + this.#late.length - late.length
    this.#late = late
    this.#missed = 0
    return missed
  }

  get #journal(): Journal | undefined {
    return this.#workspaces.get(this.#name)?.journal
  }

  /** Waits for news; whether there were any in time. */
  #told(): Promise<boolean> {
    return new Promise((resolve) => {
      const settle = (told: boolean) => {
        clearTimeout(timer)
        this.#wake = undefined
        resolve(told)
      }
      const timer = setTimeout(() => settle(false), QUIET_MS)
      timer.unref()
      this.#wake = () => settle(true)
    })
  }
}

const event = (name: string, data: object, id: number): string =>
  `id: ${id}\nevent: ${name}\ndata: ${JSON.stringify(data)}\n\n`

const END = 'event: end\ndata: {}\n\n'
