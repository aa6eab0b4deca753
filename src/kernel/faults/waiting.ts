import { isoInstant } from '../clock.ts'
import type { Listener } from '../journal/audience.ts'
import type { Workspace } from '../workspaces/workspace.ts'
import type { Aim } from './aim.ts'

/** How a wait ends: as it should, or because the world that the request was for is no more as it was. */
export type WaitEnd = 'over' | 'interrupted'

/** What waits, and for whom. */
export type Waiter = {
  /** The fault's id; none where the request asked for it itself. */
  fault: string | undefined
  operation: string
  /** What is kept of it only at its turn; nothing, once it had that. */
  aim: Aim | undefined
  kind: 'delay' | 'hold' | 'hang'
  /** How long, in milliseconds; until somebody ends it, unless said. */
  ms?: number | undefined
}

/** A request that is held until somebody lets it go on. */
export type Held = { id: string; fault: string | undefined; operation: string; since: string }

/** A wait as those who wait have it. */
type Waited = {
  ended: Promise<WaitEnd>
  /** Whether the world is still the one in which it began. */
  stands(): boolean
  leave(): void
  end(): void
}

type Wait = Waiter & { id: string; since: string; end(how: WaitEnd): void }

/**
 * The requests of a workspace that a fault keeps waiting. It is no state: what was not carried out has changed nothing, and
 * what waits does not outlive the process.
 */
export class Waiting {
  readonly #workspace: Pick<Workspace, 'clock'>
  readonly #waits = new Set<Wait>()
  #number = 0
  #closed = false
  #listeners: () => Iterable<Listener> | undefined = () => undefined

  constructor(workspace: Pick<Workspace, 'clock'>) {
    this.#workspace = workspace
  }

  /** From now on it tells those who listen what is held. */
  share(listeners: () => Iterable<Listener> | undefined): void {
    this.#listeners = listeners
  }

  /** Those that wait for somebody. */
  get held(): Held[] {
    const held = [...this.#waits].filter(({ kind }) => kind === 'hold')
    return held.map(({ id, fault, operation, since }) => ({ id, fault, operation, since }))
  }

  /** Begins to wait. Whoever waits leaves, when it has its turn or gives up: until then what it takes of a fault is promised. */
  enter(waiter: Waiter): Waited {
    let timer: NodeJS.Timeout | undefined
    let end: Wait['end'] = () => {}
    const ended = new Promise<WaitEnd>((resolve) => {
      end = (how) => {
        clearTimeout(timer)
        resolve(how)
      }
    })
    const since = isoInstant(this.#workspace.clock.now())
    const wait: Wait = { ...waiter, id: `held-${++this.#number}`, since, end }
    this.#waits.add(wait)
    if (wait.kind === 'hold') this.#tell()
    if (this.#closed) end('interrupted')
    else if (waiter.ms !== undefined) timer = setTimeout(() => end('over'), waiter.ms)
    const leave = () => {
      if (this.#waits.delete(wait) && wait.kind === 'hold') this.#tell()
    }
    return { ended, stands: () => this.#waits.has(wait), leave, end: () => end('over') }
  }

  /** How often a fault was for a request, and has struck one, that has not had its turn. */
  promised(fault: string): { matched: number; used: number } {
    const promised = { matched: 0, used: 0 }
    for (const { aim } of this.#waits) {
      if (aim?.matched.includes(fault)) promised.matched++
      if (aim?.struck?.id === fault) promised.used++
    }
    return promised
  }

  /** Lets go on what is held under an id, its own or that of its fault. Gives their own ids. */
  release(id: string): string[] {
    const released = [...this.#waits].filter((wait) => wait.kind === 'hold' && [wait.id, wait.fault].includes(id))
    for (const wait of released) wait.end('over')
    return released.map((wait) => wait.id)
  }

  /** Ends all waits: the world is another one. */
  interrupt(): void {
    for (const wait of this.#waits) wait.end('interrupted')
    const { length } = this.held
    this.#waits.clear()
    if (length) this.#tell()
  }

  /** Ends all waits, and lets none begin any more. */
  close(): void {
    this.#closed = true
    this.interrupt()
  }

  #tell(): void {
    for (const listener of this.#listeners() ?? []) listener.held()
  }
}
