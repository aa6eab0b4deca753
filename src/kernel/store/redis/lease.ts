import { randomUUID } from 'node:crypto'
import { stopwatch } from '../../clock.ts'
import type { Connection } from './connection.ts'
import { BEAT, END, HEARD } from './scripts.ts'

/** How often a process shows that it lives, and how long it counts as living, in milliseconds. */
export const BEAT_MS = 500
export const LEASE_MS = 4000

export const PREFIX = 'issuer-sandbox:'

export type LeaseOptions = {
  connection: Connection
  /** What the process is called. */
  name: string
  /** Others may have thought that it lives no more, and taken what it has. */
  lapsed(): Promise<void>
  /** Another one wishes for a world: done when it is given up, or stays. */
  wished(world: string): Promise<void>
}

/** The time that a process has worlds: it shows that it lives all the while, whether it has any or not. */
export class Lease {
  /** Random: no other process ever has the same. */
  readonly id = randomUUID()
  readonly #keys = [`${PREFIX}node:${this.id}`, `${PREFIX}wishes:${this.id}`]
  readonly #options: LeaseOptions
  readonly #now = stopwatch()
  /** When it was shown last, as far as that is known. */
  #shown = Number.NEGATIVE_INFINITY
  /** Wishes that are being thought about. */
  readonly #hearing = new Set<string>()
  #timer: NodeJS.Timeout | undefined
  #over = false

  constructor(options: LeaseOptions) {
    this.#options = options
  }

  /** Whether nobody can think that this process lives no more. */
  get isSure(): boolean {
    return this.#now() - this.#shown < LEASE_MS
  }

  /** @throws RedisUnavailable */
  async begin(): Promise<void> {
    await this.renew()
    this.#beatLater()
  }

  /** What it has is free at once. Release first what is not to leave a trace. */
  async end(): Promise<void> {
    this.#over = true
    clearTimeout(this.#timer)
    await this.#options.connection.run(END, this.#keys, [])
  }

  /** Shows it now, and sees whether that comes too late. @throws RedisUnavailable */
  async renew(): Promise<void> {
    const { connection, name, lapsed } = this.#options
    const asked = this.#now()
    const [isLapsed, wishes] = (await connection.run(BEAT, this.#keys, [name, LEASE_MS])) as [number, string[]]
    if (isLapsed) await lapsed()
    this.#shown = asked
    for (const world of wishes) if (!this.#hearing.has(world)) void this.#hear(world)
  }

  async #hear(world: string): Promise<void> {
    const { connection, wished } = this.#options
    this.#hearing.add(world)
    await wished(world)
    // Where that fails it is heard again.
    await connection.run(HEARD, [this.#keys[1] as string], [world]).catch(() => {})
    this.#hearing.delete(world)
  }

  #beatLater(): void {
    if (this.#over) return
    const again = () => this.#beatLater()
    // What is wrong with the connection is told there.
    this.#timer = setTimeout(() => this.renew().then(again, again), BEAT_MS)
    this.#timer.unref()
  }
}
