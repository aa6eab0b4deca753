import type { Course } from './course.ts'
import type { Answer, House } from './house.ts'
import { Broken, type Watch } from './invariant.ts'
import { INVARIANTS, WHOLE } from './invariants/index.ts'
import { MemoryDisk } from './memory-disk.ts'
import type { Move, Request } from './move.ts'
import { WORLDS, type World } from './plan.ts'
import { Died, Sandbox } from './sandbox.ts'
import type { Time } from './time.ts'
import { Twin } from './twin.ts'

/** How long others ask for worlds until none is in memory that need not be. In milliseconds. */
const CROWDED_MS = 61_000
const OTHERS = ['other-1', 'other-2', 'other-3']

/** Under what a simulation runs. */
export type Conditions = {
  /** The world that is looked at more closely at the end, if any: all of them each time would cost too much. */
  chosen?: World | undefined
  /** Which half of those who look at it then do: both, unless said. */
  half?: 0 | 1 | undefined
  /** Whether the store has each change outlast a power cut. */
  sync: boolean
  /** What a process reads of a file in place of what stands there: to show what a faulty store would come to. */
  reads?: (path: string, bytes: Buffer) => Buffer
}

/** What was made, and what does not hold after it. */
export type Outcome = { moves: Move[]; broken: Broken | undefined }

/** One simulation: a sandbox on a disk, its twin in memory, and all that looks on. */
export class Simulation {
  readonly house: House
  readonly time: Time
  readonly disk: MemoryDisk
  readonly main: Sandbox
  readonly twin: Twin
  readonly #conditions: Conditions
  /** What was made so far. */
  readonly moves: Move[] = []
  readonly #course: Course
  readonly #watches: { name: string; watch: Watch }[]

  private constructor(course: Course, disk: MemoryDisk, main: Sandbox, twin: Twin, conditions: Conditions) {
    this.#conditions = conditions
    this.house = main.house
    this.time = main.time
    this.disk = disk
    this.main = main
    this.twin = twin
    this.#course = course
    this.#watches = INVARIANTS.map(({ name, watch }) => ({ name, watch: watch() }))
  }

  /** Makes all moves of a course, up to the first that something does not hold after. */
  static async along(course: Course, house: House, time: Time, conditions: Conditions): Promise<Outcome> {
    house.failures.length = 0
    const disk = new MemoryDisk(time, conditions.reads)
    const main = await Sandbox.on(disk, conditions.sync, house)
    for (const world of WORLDS) await main.use(world)
    const simulation = new Simulation(course, disk, main, await Twin.beside(main, WORLDS), conditions)
    const broken = await simulation.#run().then(
      () => undefined,
      (error) => (error instanceof Broken ? error : new Broken(WHOLE, textOf(error))),
    )
    main.kill()
    return { moves: simulation.moves, broken }
  }

  async #run(): Promise<void> {
    for (let turn = await this.#course.next(this.main); turn; turn = await this.#course.next(this.main)) {
      this.moves.push(...turn)
      await this.#make(turn)
      await this.time.pass(1)
      if (this.main.isDead) await this.#reopen(0)
      this.#lookForFailures()
    }
    this.disk.calm()
    for (const name of WORLDS) await this.#use(name)
    await this.#lookClosely()
    this.#lookForFailures()
    this.main.kill()
    await this.#reopen(0)
    for (const name of WORLDS) await this.#compare(name)
  }

  /** What is looked at here is left as it is, so that each who looks finds the same. */
  async #lookClosely(): Promise<void> {
    const { chosen, half } = this.#conditions
    if (chosen === undefined) return
    const lookers = this.#watches.filter(({ watch }) => watch.end)
    for (const [index, { name, watch }] of lookers.entries())
      if (half === undefined || index % 2 === half) judge(name, await watch.end?.(this, chosen))
  }

  async #make([move, ...more]: [Move, ...Move[]]): Promise<void> {
    switch (move.does) {
      case 'ask':
        return this.#ask([move, ...(more as Request[])])
      case 'wait':
        return this.time.pass(move.ms)
      case 'trouble':
        return this.disk.plan(move.after, move.how)
      case 'crowd':
        return this.#crowd()
      case 'kill':
        this.main.kill()
        return this.#reopen(0)
      case 'cut':
        this.main.kill()
        this.disk.cut(move.chance)
        return this.#reopen(this.#conditions.sync ? 0 : Number.POSITIVE_INFINITY)
      case 'stop':
        return this.#stop()
    }
  }

  async #ask(requests: Request[]): Promise<void> {
    const before = await this.#digests()
    const coming = requests.map((request) => this.main.ask(request))
    const answers = await this.time.until(Promise.all(coming))
    let unanswered = 0
    for (const [index, request] of requests.entries()) {
      const answer = answers[index]
      if (!answer) unanswered++
      if (!answer) await this.twin.mayHaveMade(request)
      else if (!this.#isRefusedByDisk(answer)) await this.twin.step({ request, answer })
    }
    if (this.main.isDead) await this.#reopen(unanswered)
    const after = await this.#digests()
    for (const [index, request] of requests.entries()) {
      const answer = answers[index]
      if (!answer) continue
      this.#course.learn(request, answer)
      const of = (digests: Map<string, string>): string => digests.get(request.world) as string
      const done = { request, answer, before: of(before), after: of(after) }
      for (const { name, watch } of this.#watches) judge(name, watch.step?.(done, this))
    }
    for (const name of WORLDS) await this.#compare(name)
  }

  /** What cannot be kept is not done. */
  #isRefusedByDisk({ status }: Answer): boolean {
    return status === 503 && this.disk.hadTrouble
  }

  async #stop(): Promise<void> {
    try {
      await this.main.stop()
      this.twin.settle()
    } catch (error) {
      if (!this.disk.hadTrouble) throw error
    }
    await this.#reopen(0)
  }

  async #crowd(): Promise<void> {
    for (const world of OTHERS) {
      await this.time.pass(CROWDED_MS)
      const asked = { method: 'GET', path: '/api/v2/issuers/1234/customers', headers: {} }
      await this.time.until(this.main.ask({ world, asked }))
      if (this.main.isDead) return
    }
    await this.time.pass(CROWDED_MS)
  }

  /** Begins a new process, and holds what it finds against what was answered, but for so many changes at the end. */
  async #reopen(mayLack: number): Promise<void> {
    if (this.main.isDead) await this.main.start()
    for (const name of WORLDS) {
      const world = await this.main.use(name).catch((error) => {
        if (error instanceof Died) return undefined
        throw error
      })
      if (!world) return this.#reopen(mayLack)
      await this.twin.reopened(world, mayLack)
      this.twin.number(world)
    }
  }

  async #compare(name: string): Promise<void> {
    await this.twin.compare(await this.#use(name))
  }

  async #digests(): Promise<Map<string, string>> {
    const digests = new Map<string, string>()
    for (const name of WORLDS) {
      const world = await this.#use(name)
      this.twin.number(world)
      digests.set(name, world.digest())
    }
    return digests
  }

  /** A world, by another process where this one dies of it. */
  async #use(name: string) {
    for (;;) {
      try {
        return await this.main.use(name)
      } catch (error) {
        if (!(error instanceof Died)) throw error
        await this.#reopen(0)
      }
    }
  }

  #lookForFailures(): void {
    const [failure] = [...this.house.failures.splice(0), ...this.main.reports.splice(0)]
    if (failure !== undefined) throw new Broken(WHOLE, textOf(failure))
  }
}

function judge(name: string, complaint: string | undefined): void {
  if (complaint !== undefined) throw new Broken(name, complaint)
}

const textOf = (error: unknown): string => (error instanceof Error ? `${error.stack}` : String(error))
