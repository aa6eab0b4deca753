import type { Workspace } from '../../src/kernel/workspaces/workspace.ts'
import type { Answer } from './house.ts'
import { Broken, type Done } from './invariant.ts'
import type { Request } from './move.ts'
import { Sandbox } from './sandbox.ts'
import { bringBack, type Past, pastOf, standingOf } from './standing.ts'

/** What a twin holds a sandbox to. */
export const TWINS = 'a sandbox that was killed and reopened answers, and ends, as one that never was'
export const SURVIVAL = 'after a kill the state is that after the last change that was answered'

/** A request that was carried out, and the time of the system then. */
export type Made = { request: Request; at: number }

/**
 * A sandbox in memory that makes every move but the ends of processes, one request after the other: what a sandbox on a
 * disk is to be, whatever befell it.
 */
export class Twin {
  readonly #worlds: readonly string[]
  readonly #sandbox: Sandbox
  /** How each world stood after each of its changes, up to now. */
  readonly #pasts = new Map<string, Past[]>()
  readonly #made: Made[] = []
  #losses = 0

  constructor(sandbox: Sandbox, worlds: readonly string[]) {
    this.#sandbox = sandbox
    this.#worlds = worlds
  }

  static async beside({ house, time }: Sandbox, worlds: readonly string[]): Promise<Twin> {
    const twin = new Twin(Sandbox.inMemory(house, time), worlds)
    for (const world of worlds) twin.#pasts.set(world, [pastOf(await twin.#sandbox.use(world))])
    return twin
  }

  get sandbox(): Sandbox {
    return this.#sandbox
  }

  /** All that was carried out; undefined where something of it was lost. */
  get made(): readonly Made[] | undefined {
    return this.#losses ? undefined : this.#made
  }

  /** How often a world was reopened without its last changes. */
  get losses(): number {
    return this.#losses
  }

  /** Makes what was made, and holds the two answers against each other. @throws Broken */
  async step({ request, answer }: Pick<Done, 'request' | 'answer'>): Promise<void> {
    const own = await this.#make(request)
    if (own.status === answer.status && own.text === answer.text) return
    throw new Broken(TWINS, `${answer.status} ${cut(answer.text)}\n  instead of ${own.status} ${cut(own.text)}`)
  }

  /** Makes what may have been made or not, as nobody was answered. */
  async mayHaveMade(request: Request): Promise<void> {
    await this.#make(request)
  }

  /** Takes over what no state is: the number of the last step, and that the journal begins anew. */
  number(world: Workspace): void {
    const own = this.#sandbox.get(world.name)
    if (own) own.requests = world.requests
  }

  /** Holds a world as it is against the twin's. @throws Broken */
  async compare(world: Workspace): Promise<void> {
    const own = await this.#sandbox.use(world.name)
    if (own.digest() !== world.digest() || standingOf(own) !== standingOf(world))
      throw new Broken(TWINS, `the world ${world.name} stands at ${standingOf(world)}\n  instead of ${standingOf(own)}`)
  }

  /**
   * Holds a world that was reopened against how it may stand, and goes on from there: as after the last change, or as
   * before so many that nobody was answered. @throws Broken
   */
  async reopened(world: Workspace, mayLack: number): Promise<void> {
    const pasts = this.#pasts.get(world.name) as Past[]
    const standing = standingOf(world)
    const place = pasts.findLastIndex((past) => past.standing === standing)
    const lacks = pasts.length - 1 - place
    if (place < 0 || lacks > mayLack) {
      const what = place < 0 ? 'as it never did' : `as ${lacks} changes ago`
      throw new Broken(
        SURVIVAL,
        `the world ${world.name} stands ${what}, at ${standing}, not at ${pasts.at(-1)?.standing}`,
      )
    }
    if (lacks) {
      this.#losses++
      bringBack(await this.#sandbox.use(world.name), pasts[place] as Past)
    }
    pasts.length = place + 1
  }

  /** All that was changed so far outlasts a power cut too. */
  settle(): void {
    for (const pasts of this.#pasts.values()) pasts.splice(0, pasts.length - 1)
  }

  async #make(request: Request): Promise<Answer> {
    const { time } = this.#sandbox
    this.#made.push({ request, at: time.system() })
    const answer = await time.until(this.#sandbox.ask(request))
    await this.#note()
    return answer as Answer
  }

  async #note(): Promise<void> {
    for (const name of this.#worlds) {
      const world = await this.#sandbox.use(name)
      const pasts = this.#pasts.get(name) as Past[]
      if (pasts.at(-1)?.standing !== standingOf(world)) pasts.push(pastOf(world))
    }
  }
}

const cut = (text: string): string => (text.length > 600 ? `${text.slice(0, 600)}…` : text)
