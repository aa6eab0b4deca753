import type { Clock } from '../clock.ts'
import type { Counters } from '../counters.ts'
import { Waiting } from '../faults/waiting.ts'
import { type Finding, remark } from '../finding.ts'
import { Journal } from '../journal/journal.ts'
import type { Replaying, Trace } from '../journal/step.ts'
import type { DrawKey } from '../random.ts'
import { type Outcome, type Snapshot, takenBack, type Undo } from '../states/snapshot.ts'
import { type NamedSnapshot, Snapshots } from '../states/snapshots.ts'
import { type Auth, isSameStart, type Limits, type Start } from '../states/start.ts'
import { State } from '../states/state.ts'
import { SystemTime } from '../system-time.ts'
import type { Changes } from '../tables/changes.ts'
import type { Row } from '../tables/row.ts'
import type { Table, TableDefinition } from '../tables/table.ts'
import { Transactions } from '../tables/transactions.ts'
import { carryOut } from './carry-out.ts'

/** One isolated world: everything that can change is here (decision Workspaces). */
export class Workspace {
  readonly name: string
  readonly #time: SystemTime
  #state: State
  readonly #transactions = new Transactions(this, (undo) => this.onChange(undo))
  /** Where remarks go: the request being served puts its own list here. */
  findings: Finding[] = []
  /** Where look-ups and writes are noted: the request being served puts its own here. */
  trace: Trace | undefined
  /** What is known of the next step beforehand, where it is one that was made before. */
  replaying: Replaying | undefined
  /** The last steps since the last load or reset, and counts of all of them. */
  readonly journal = new Journal()
  /** States that it can be brought back to. */
  readonly snapshots = new Snapshots(this.#transactions.change)
  /** The requests that a fault keeps waiting. */
  readonly waiting = new Waiting(this)
  /**
   * Called with what is to be kept before anybody is told of it. Where it throws, it is taken back; where it takes its time,
   * it gives what is to be waited for.
   */
  onChange: (undo: Undo) => Promise<void> | undefined = () => undefined

  constructor(name: string, start: Start, system: () => number = Date.now) {
    this.name = name
    this.#time = new SystemTime(() => this.replaying?.system ?? system())
    this.#state = this.#stateOf(State.startOf(start))
  }

  get start(): Start {
    return this.#state.start
  }

  get seed(): number {
    return this.#state.start.base.seed
  }

  get auth(): Auth {
    return this.#state.start.auth
  }

  get limits(): Limits {
    return this.#state.start.limits
  }

  get clock(): Clock {
    return this.#state.clock
  }

  get counters(): Counters {
    return this.#state.counters
  }

  get changes(): Changes {
    return this.#state.changes
  }

  /** Steps since the last load or reset: what the last one was numbered. */
  get requests(): number {
    return this.#state.requests
  }

  set requests(count: number) {
    this.#state.requests = count
  }

  table<T extends Row, I extends string>(definition: TableDefinition<T, I>): Table<T, I> {
    return this.#state.table(definition)
  }

  /** Names one draw of this workspace's randomness. */
  draw(kind: string, number: number): DrawKey {
    return { seed: this.seed, kind, number }
  }

  /** A UUID for a request by its number: it repeats after a reset, and one can see which request it was. */
  correlationId(number: number): string {
    return this.#state.correlationStem + String(number).padStart(12, '0')
  }

  /** A remark on the request being served. */
  remark(finding: Finding): void {
    remark(this.findings, finding)
  }

  /** Back to `start`, all of it; loading a scenario is a reset to another start. */
  reset(start: Start = this.start): void {
    this.restore(State.startOf(start))
  }

  /** Takes over a state as a whole, its numbers too: steps so far are forgotten. */
  restore(snapshot: Snapshot): void {
    // However it was made, no step has written it.
    snapshot.changes.forget()
    this.#put(snapshot)
    this.journal.restart(snapshot.requests)
  }

  /** Takes over another state, its changes as they are, as a step among its own: numbers and journal go on. */
  become(snapshot: Snapshot): void {
    this.#put({ ...snapshot, requests: this.requests })
  }

  /** All that it is now, to come back to. */
  snapshot(): Snapshot {
    return { ...this.parts, changes: this.changes.copy() }
  }

  /** The same while nothing more is carried out: its changes are the workspace's own. */
  get parts(): Snapshot {
    return this.#state.parts
  }

  /** What it was after one of its steps; undefined where the steps since are not kept. */
  snapshotAt(number: number): Snapshot | undefined {
    const undos = this.journal.undosAfter(number, this.requests)
    return undos && takenBack({ ...this.snapshot(), requests: number }, undos)
  }

  /** The named snapshots that there were after one of its steps; undefined where the steps since are not kept. */
  snapshotsAt(number: number): readonly NamedSnapshot[] | undefined {
    const undos = this.journal.undosAfter(number, this.requests)
    return undos && (undos.findLast(({ snapshots }) => snapshots)?.snapshots ?? this.snapshots.all)
  }

  /** Carries a step out, at one instant and as a whole. */
  carryOut<R>(at: number, work: () => R): { result: R; outcome: Outcome } {
    return carryOut(this, this.#time, at, () => this.#transactions.whole(work))
  }

  /** What a step at an instant comes to that was not carried out. */
  unchanged = (at: number): Outcome => ({ system: this.clock.systemAt(at) })

  /**
   * Runs `work` atomically: when it throws, every write is taken back. Synchronous on purpose, so that two requests never
   * interleave inside it. Outside a step it is kept by itself.
   */
  transaction<R>(work: () => R): R {
    return this.#transactions.run(work)
  }

  /** Until what was changed is kept, where that takes its time: every answer waits for it. */
  get keeping(): Promise<void> | undefined {
    return this.#transactions.keeping
  }

  /** Whether it is as its start left it. */
  isUnchanged = (): boolean => this.#state.isUnchanged()

  /** Whether it is as a workspace is that was just made from `start`. */
  isNew(start: Start): boolean {
    return isSameStart(this.start, start) && this.isUnchanged() && !this.snapshots.size
  }

  /** SHA-256 over the base's digest and what differs from it (decision Digest). */
  digest(): string {
    return this.#state.digest()
  }

  #put(snapshot: Snapshot): void {
    const [before, after] = [this.#state, this.#stateOf(snapshot)]
    this.#transactions.change(
      () => (this.#state = after),
      () => (this.#state = before),
    )
  }

  #stateOf(snapshot: Snapshot): State {
    return new State(snapshot, {
      system: this.#time.now,
      change: this.#transactions.change,
      undoable: this.#transactions.undoable,
      trace: () => this.trace,
    })
  }
}
