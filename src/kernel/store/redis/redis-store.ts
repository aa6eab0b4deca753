import type { ScenarioLibrary } from '../../scenario/library.ts'
import type { Start } from '../../states/start.ts'
import type { Holder, Keeper, Kept, Sharing } from '../../workspaces/keeper.ts'
import type { Workspace } from '../../workspaces/workspace.ts'
import { Claim, type Found } from './claim.ts'
import { Connection } from './connection.ts'
import { KeptWorld } from './kept-world.ts'
import { Lease } from './lease.ts'
import { readWorld } from './read-world.ts'

export type RedisOptions = {
  /** As `redis://…`, with user and password where they are wanted. */
  url: string
  /** What this process is called among those that share it. */
  node: string
  /** What is written into documents as their origin. */
  product: string
  library: ScenarioLibrary
  /** What a workspace is made of on its first use: of one that is still so nothing is kept. */
  start: Start
  system: () => number
  /** Told of what fails behind the requests. */
  report(error: Error): void
}

type Taken = { claim: Claim; found: Found }

/** Keeps workspaces in Redis, which many processes share: each has those that it was asked for (decision Fleet). */
export class RedisStore implements Keeper, Sharing {
  /** Those that are not in memory are nobody's, or others'. */
  readonly names: readonly string[] = []
  readonly sharing: Sharing = this
  readonly #options: RedisOptions
  readonly #connection: Connection
  readonly #lease: Lease
  /** Those that are in memory, and those that are on their way there. */
  readonly #worlds = new Map<string, KeptWorld>()
  readonly #coming = new Map<string, Taken | undefined>()
  readonly #leaving = new Map<string, Promise<unknown>>()
  #holder: Holder | undefined

  private constructor(options: RedisOptions, connection: Connection) {
    this.#options = options
    this.#connection = connection
    this.#lease = new Lease({
      connection,
      name: options.node,
      lapsed: () => this.#checkAll(),
      wished: (world) => this.#giveUp(world).catch(options.report),
    })
  }

  /** @throws Complaint where it cannot be reached */
  static async open(options: RedisOptions): Promise<RedisStore> {
    const connection = await Connection.open(options.url, options.report)
    const store = new RedisStore(options, connection)
    await store.#lease.begin().catch(async (error) => {
      await connection.close()
      throw error
    })
    return store
  }

  get isSure(): boolean {
    return this.#lease.isSure
  }

  makeSure(): Promise<void> {
    return this.#lease.renew()
  }

  attach(holder: Holder): void {
    this.#holder = holder
  }

  /** That is only known when it is asked for. */
  has(): boolean {
    return true
  }

  leaving(name: string): Promise<unknown> | undefined {
    return this.#leaving.get(name)
  }

  /** @throws Elsewhere, Unavailable */
  async recall(name: string): Promise<Workspace | undefined> {
    const { library, system } = this.#options
    let taken: Taken | undefined
    try {
      this.#coming.set(name, undefined)
      taken = await this.#take(name)
      this.#coming.set(name, taken)
      return await readWorld(name, taken.found, library, system)
    } catch (error) {
      this.#coming.delete(name)
      await taken?.claim.release()
      throw error
    }
  }

  keep(workspace: Workspace): Kept {
    const { name } = workspace
    const taken = this.#coming.get(name)
    if (!taken) throw new Error(`'${name}' was not asked for`)
    this.#coming.delete(name)
    const { library, product, start } = this.#options
    const { claim, found } = taken
    const lost = () => {
      this.#forgotten(name, world)
      this.#holder?.drop(workspace)
    }
    const left = () => {
      this.#forgotten(name, world)
      this.#leave(name, claim.release())
    }
    const world: KeptWorld = new KeptWorld({ workspace, claim, library, product, start, lost, left }, found)
    this.#worlds.set(name, world)
    return world
  }

  forget(name: string): Promise<boolean> {
    const known = this.#worlds.get(name)?.claim
    this.#worlds.delete(name)
    const forgotten = (async () => (known ?? (await this.#take(name)).claim).forget())()
    this.#leave(name, forgotten)
    return forgotten
  }

  /** What keeps it from keeping anything, if anything does. */
  trouble(): string | undefined {
    return this.#connection.failure?.message
  }

  /** Nothing is answered that is not kept. */
  lag(): number {
    return 0
  }

  /** Leaves all to others. Flush first. */
  async close(): Promise<void> {
    const released = [...this.#worlds.values()].map(({ claim }) => claim.release())
    await Promise.allSettled([...released, ...this.#leaving.values()])
    try {
      await this.#lease.end()
    } finally {
      await this.#connection.close()
    }
  }

  async #giveUp(world: string): Promise<void> {
    await this.#holder?.giveUp(world)
    // One that was lost when Redis was out of reach may still count as this process's.
    if (!this.#worlds.has(world) && !this.#coming.has(world)) await Claim.free(this.#connection, this.#lease, world)
  }

  #take(name: string): Promise<Taken> {
    return Claim.take(this.#connection, this.#lease, name)
  }

  /** What it does on its way out is waited for. */
  #leave(name: string, gone: Promise<unknown>): void {
    const done = gone
      .catch(() => {})
      .finally(() => {
        if (this.#leaving.get(name) === done) this.#leaving.delete(name)
      })
    this.#leaving.set(name, done)
  }

  #forgotten(name: string, world: KeptWorld): void {
    if (this.#worlds.get(name) === world) this.#worlds.delete(name)
  }

  async #checkAll(): Promise<void> {
    await Promise.allSettled([...this.#worlds.values()].map((world) => world.check()))
  }
}
