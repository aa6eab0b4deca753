import { setTimeout as wait } from 'node:timers/promises'
import { Elsewhere, Unavailable } from '../../workspaces/unavailable.ts'
import type { Connection } from './connection.ts'
import { type Lease, PREFIX } from './lease.ts'
import { APPEND, CHECK, CLAIM, FORGET, FREE, RELEASE, REPLACE, type Script } from './scripts.ts'

/** The world was this process's, and nobody has it now: Redis has lost more than it was to. */
export class LostClaim extends Unavailable {
  constructor(workspace: string) {
    super(`what is kept of '${workspace}' was changed by others: it is read again when it is next asked for`)
  }
}

/** What is kept of a world: as it was written whole, and what has changed since. */
export type Found = { document: string | null; lines: string[]; last: number }

/** How often a process looks whether a world is free that it wishes for, in milliseconds. */
const LOOK_MS = 100

/** So often whoever has a world may hear that it is wished for, and keep it. */
const REFUSALS = 2

/** The right to write a world, from one taking on: another one may take it when this process seems to live no more. */
export class Claim {
  readonly #connection: Connection
  readonly #id: string
  readonly #world: string
  readonly #epoch: number

  private constructor(connection: Connection, id: string, world: string, epoch: number) {
    this.#connection = connection
    this.#id = id
    this.#world = world
    this.#epoch = epoch
  }

  /** Takes a world, as soon as whoever has it gives it up or lives no more. @throws Elsewhere, RedisUnavailable */
  static async take(connection: Connection, lease: Lease, world: string): Promise<{ claim: Claim; found: Found }> {
    for (let refusals = -1; ; await wait(LOOK_MS)) {
      const answer = (await connection.run(CLAIM, [...keysOf(world), `${PREFIX}epoch`], [PREFIX, lease.id, world])) as
        | ['mine', epoch: number, last: number, document: string | null, lines: string[]]
        | ['held', holder: string, isNewWish: number]
      if (answer[0] === 'mine') {
        const [, epoch, last, document, lines] = answer
        return { claim: new Claim(connection, lease.id, world, epoch), found: { last, document, lines } }
      }
      const [, holder, isNewWish] = answer
      refusals += isNewWish
      if (refusals >= REFUSALS) throw new Elsewhere(world, holder)
    }
  }

  /** Leaves a world to others that nobody here has any more, though Redis may still say so. @throws RedisUnavailable */
  static async free(connection: Connection, lease: Lease, world: string): Promise<void> {
    await connection.run(FREE, keysOf(world).slice(0, 1), [lease.id])
  }

  /** Whether it was kept: not where the line before it is not there. @throws LostClaim, Elsewhere, RedisUnavailable */
  async append(number: number, line: string): Promise<boolean> {
    const [outcome] = await this.#run(APPEND, number, line)
    return outcome === 'kept'
  }

  /** In place of the lines up to a number. @throws LostClaim, Elsewhere, RedisUnavailable */
  async replace(number: number, document: string): Promise<void> {
    await this.#run(REPLACE, number, document)
  }

  /** @throws LostClaim, Elsewhere, RedisUnavailable */
  async check(): Promise<void> {
    await this.#run(CHECK)
  }

  /** Leaves the world to others; if it is another's already, it is. @throws RedisUnavailable */
  async release(): Promise<void> {
    await this.#run(RELEASE).catch(unlessTaken)
  }

  /** Keeps nothing of it any more; whether anything was kept. @throws LostClaim, Elsewhere, RedisUnavailable */
  async forget(): Promise<boolean> {
    const [, existed] = await this.#run(FORGET)
    return existed === 1
  }

  async #run(script: Script, ...args: (string | number)[]): Promise<unknown[]> {
    const own = [PREFIX, this.#id, this.#epoch]
    const answer = (await this.#connection.run(script, keysOf(this.#world), [...own, ...args])) as unknown[]
    if (answer[0] !== 'lost') return answer
    const holder = answer[1] as string | null | undefined
    throw holder ? new Elsewhere(this.#world, holder) : new LostClaim(this.#world)
  }
}

const keysOf = (world: string): string[] => [`${PREFIX}world:${world}`, `${PREFIX}lines:${world}`]

function unlessTaken(error: unknown): void {
  if (!(error instanceof Elsewhere || error instanceof LostClaim)) throw error
}
