import { setImmediate as nextTurn } from 'node:timers/promises'
import { Clock } from '../kernel/clock.ts'
import type { ScenarioLibrary } from '../kernel/scenario/library.ts'
import type { Snapshot } from '../kernel/states/snapshot.ts'
import type { NamedSnapshot } from '../kernel/states/snapshots.ts'
import { NoState } from '../kernel/store/no-state.ts'
import { LostBase, snapshotOf, snapshotsOf } from '../kernel/store/reopen.ts'
import { stateIn } from '../kernel/store/state-document.ts'
import { FORMAT } from '../kernel/store/state-text.ts'
import type { Workspace } from '../kernel/workspaces/workspace.ts'
import type { Backstage, Envelope, Hidden } from './backstage.ts'
import { type Case, type CaseStep, NoCase } from './case.ts'
import { caseStepOf } from './case-step.ts'
import { putBack, userOf } from './put-back.ts'
import { Secrets } from './secrets.ts'

/** What it takes to play cases: scenarios, and worlds that nobody else sees. */
export type StageParts = {
  library: ScenarioLibrary
  /** The tables that `records` shows. */
  records: ReadonlySet<string>
  /** The versions of the simulated contracts, by API. */
  contracts: Record<string, string>
  envelope: Envelope
  backstage: Backstage
  /** The right signatures of a request, by what a world knows of its clients. */
  signaturesOf(world: Workspace, request: CaseStep['request']): string[]
}

/** The state that a case begins in, with the named ones there are. */
type Beginning = { state: Snapshot; named: NamedSnapshot[] }

/**
 * What a step came to when it was made again; nothing where it is no step here. `missing` says what could not be put back,
 * `unsent` why it could not be sent at all.
 */
export type Made = { step: CaseStep | undefined; missing: string[]; unsent?: string }

/** A world of a case's name, apart from all others, in which its steps are made again. */
export class Stage {
  readonly #parts: StageParts
  readonly #app: Hidden['app']
  readonly #workspace: Workspace
  readonly #begin: Beginning
  #secrets: Secrets

  constructor(parts: StageParts, app: Hidden['app'], workspace: Workspace, begin: Beginning) {
    this.#parts = parts
    this.#app = app
    this.#workspace = workspace
    this.#begin = begin
    this.#secrets = new Secrets(workspace, parts.records)
  }

  /** To where the case begins: before its steps are made, and before they are made again. */
  async begin(): Promise<void> {
    const { state, named } = this.#begin
    const changes = await state.changes.copyInTurns((copy) => copy)
    this.#workspace.restore({ ...state, changes })
    this.#workspace.snapshots.replace(named)
    this.#secrets = new Secrets(this.#workspace, this.#parts.records)
  }

  /** The digest of the state that it is in. */
  get digest(): string {
    return this.#workspace.digest()
  }

  /** Makes a step under its number, at its instant. */
  async make(step: CaseStep): Promise<Made> {
    const workspace = this.#workspace
    const user = userOf(step.request)
    if (user !== undefined) this.#secrets.learn(user)
    const { request, missing } = putBack(step.request, {
      of: (mark) => this.#secrets.of(mark),
      signaturesOf: (one) => this.#parts.signaturesOf(workspace, one),
    })
    workspace.requests = step.step - 1
    workspace.replaying = step
    try {
      await this.#send(request, step.byPath)
    } catch (error) {
      // There are methods and headers that come over a socket, and cannot be made here.
      if (error instanceof TypeError) return { step: undefined, missing, unsent: error.message }
      throw error
    }
    const entry = workspace.journal.entry(step.step)
    return { step: entry && caseStepOf(entry, this.digest), missing }
  }

  async #send({ method, path, headers, body }: CaseStep['request'], byPath = false): Promise<void> {
    const { name } = this.#workspace
    await this.#app.request(byPath ? `/w/${name}${path}` : path, {
      method,
      headers: { ...headers, 'x-sandbox-workspace': name },
      // As bytes, which bring no media type with them.
      ...(body !== undefined && { body: Buffer.from(body) }),
    })
  }
}

/** Does work on the stage of a case. @throws NoCase where this version cannot make the world that the case begins in */
export async function onStage<R>(recorded: Case, parts: StageParts, work: (stage: Stage) => Promise<R>): Promise<R> {
  const begin = await beginningOf(recorded, parts.library)
  const { workspace: name, environment } = recorded
  return parts.backstage.lend(environment.envelope, name, async ({ workspaces, app }) =>
    work(new Stage(parts, app, await workspaces.use(name), begin)),
  )
}

async function beginningOf(recorded: Case, library: ScenarioLibrary): Promise<Beginning> {
  try {
    const kept = await stateIn(recorded.start ?? startDocument(recorded))
    await nextTurn()
    return { state: await snapshotOf(kept, library), named: await snapshotsOf(kept, library) }
  } catch (error) {
    if (error instanceof NoState || error instanceof LostBase)
      throw new NoCase(`the state that it starts from cannot be made: ${error.message}`)
    throw error
  }
}

/** The state of a world just loaded, as a document. */
function startDocument({ product, seed, base, clock, auth, limits, definition }: Case): object {
  const begun = { clock: Clock.start(clock), requests: 0, counters: {}, tables: {} }
  return { format: FORMAT, product, seed, base, startClock: clock, auth, limits, ...begun, definition }
}
