import type { Machine } from '../../src/kernel/store/machine.ts'
import { Store } from '../../src/kernel/store/store.ts'
import { Unavailable } from '../../src/kernel/workspaces/unavailable.ts'
import type { Workspace } from '../../src/kernel/workspaces/workspace.ts'
import { Workspaces } from '../../src/kernel/workspaces/workspaces.ts'
import type { Answer, House } from './house.ts'
import type { MemoryDisk } from './memory-disk.ts'
import type { Request } from './move.ts'
import type { Time } from './time.ts'

/** Room for the worlds that moves are about and one more, so that others crowd them out. */
const ROOM = 4
const FOLDER = '/data'

/** The process is dead, and what was asked of it is never answered. */
export class Died extends Error {}

/** One process of a sandbox. */
class Process {
  isDead = false
  readonly number: number
  /** Comes when it is dead. */
  readonly end: Promise<void>
  #ended = () => {}

  constructor(number: number) {
    this.number = number
    this.end = new Promise((resolve) => {
      this.#ended = resolve
    })
  }

  readonly die = (): void => {
    this.isDead = true
    this.#ended()
  }
}

/** A sandbox on a time that is given to it, and perhaps on a disk, whose processes come and go. */
export class Sandbox {
  readonly house: House
  readonly time: Time
  readonly disk: MemoryDisk | undefined
  /** Whether the store has each change outlast a power cut. */
  readonly #sync: boolean
  /** What the store has told of, when nothing was wrong with the disk. */
  readonly reports: Error[] = []
  #process = new Process(0)
  #store: Store | undefined
  #workspaces: Workspaces

  private constructor(house: House, time: Time, disk?: MemoryDisk, sync = false) {
    this.house = house
    this.time = time
    this.disk = disk
    this.#sync = sync
    this.#workspaces = this.#worlds()
  }

  static inMemory(house: House, time: Time): Sandbox {
    return new Sandbox(house, time)
  }

  static async on(disk: MemoryDisk, sync: boolean, house: House): Promise<Sandbox> {
    const sandbox = new Sandbox(house, disk.time, disk, sync)
    await sandbox.start()
    return sandbox
  }

  get isDead(): boolean {
    return this.#process.isDead
  }

  /** A world that is in memory. */
  get(name: string): Workspace | undefined {
    return this.#workspaces.get(name)
  }

  /** A world, wherever it is. @throws Died */
  async use(name: string): Promise<Workspace> {
    const find = () => this.#alive(async () => this.#workspaces.use(name))
    return (
      this.get(name) ??
      find().catch((error) => {
        // What goes wrong with the disk goes wrong once.
        if (error instanceof Unavailable && this.disk?.hadTrouble) return find()
        throw error
      })
    )
  }

  /** Undefined where the process dies before it answers. */
  ask({ world, asked }: Pick<Request, 'world' | 'asked'>): Promise<Answer | undefined> {
    return Promise.race([this.house.ask(this.#workspaces, world, asked), this.#process.end.then(() => undefined)])
  }

  /** Begins a process on what the ones before it have left; another one, where a write goes wrong before it has begun. */
  async start(): Promise<void> {
    const { disk, house, time } = this
    if (!disk) throw new Error('without a disk there is nothing to go on from')
    this.#process = new Process(this.#process.number + 1)
    const { library, start } = house
    const report = (error: Error) => disk.hadTrouble || this.reports.push(error)
    const options = {
      ...{ folder: FOLDER, product: 'a simulation', sync: this.#sync, library, start, system: time.system },
      report,
    }
    try {
      this.#store = await this.#alive(() => Store.open({ ...options, machine: this.#machine(disk) }))
      this.#workspaces = this.#worlds()
    } catch (error) {
      if (!disk.hadTrouble) throw error
      this.kill()
      await this.start()
    }
  }

  kill(): void {
    this.#process.die()
  }

  /** Ends the process in order. @throws where something cannot be written */
  async stop(): Promise<void> {
    try {
      await this.#alive(() => this.#workspaces.flush())
      await this.#alive(async () => this.#store?.close())
    } finally {
      this.kill()
    }
  }

  /** Does work while the process lives. @throws Died */
  #alive<R>(work: () => Promise<R>): Promise<R> {
    const end = this.#process.end.then(() => {
      throw new Died('the process is dead')
    })
    return this.time.until(Promise.race([work(), end]))
  }

  #worlds(): Workspaces {
    const { system, now } = this.time
    return new Workspaces(this.house.start, {
      ...{ system, elapsed: now, keeper: this.#store },
      ...(this.disk && { most: ROOM }),
    })
  }

  /** What a process runs on: dead, it is called no more. */
  #machine(disk: MemoryDisk): Machine {
    const process = this.#process
    const { time } = this
    return {
      disk: disk.mount(process),
      timing: {
        now: time.now,
        after: (ms, work) => time.after(ms, () => process.isDead || work()),
        wait: (ms) => time.wait(ms),
      },
      owner: (id) => ({ ...{ id, pid: process.number, host: 'simulated' }, boot: '', namespace: '', started: '' }),
      lives: ({ pid }) => pid === this.#process.number,
    }
  }
}
