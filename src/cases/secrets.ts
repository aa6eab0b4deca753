import { markOf } from '../kernel/masking/secret-mark.ts'
import type { Row } from '../kernel/tables/row.ts'
import type { Workspace } from '../kernel/workspaces/workspace.ts'
import { withoutZeros } from './tokens.ts'

/** Longer texts are no secrets. */
const LONGEST = 256

/** The secrets that a world knows, by their marks: those of its clients, and the tokens that it has given out so far. */
export class Secrets {
  readonly #world: Workspace
  readonly #records: ReadonlySet<string>
  readonly #byMark = new Map<string, Set<string>>()
  readonly #seen = new WeakSet<Row>()

  /** `records` are the tables that hold no secrets. */
  constructor(world: Workspace, records: ReadonlySet<string>) {
    this.#world = world
    this.#records = records
    this.learn('')
    // The credential that leads to this world.
    this.learn(`sandbox-${world.name}`)
  }

  /** The only one with this mark. */
  of(mark: string): string | undefined {
    this.#lookAround()
    const [secret, other] = this.#byMark.get(mark) ?? []
    return other === undefined ? secret : undefined
  }

  #lookAround(): void {
    const { start, changes } = this.#world
    for (const [name, { rows }] of start.base.tables)
      if (!this.#records.has(name)) for (const row of rows.values()) this.#see(row)
    for (const [name, { rows }] of changes.tables)
      if (!this.#records.has(name)) for (const { row } of rows.values()) if (row) this.#see(row)
  }

  #see(row: Row): void {
    if (this.#seen.has(row)) return
    this.#seen.add(row)
    for (const value of Object.values(row)) {
      if (typeof value !== 'string' || value.length > LONGEST) continue
      for (const one of new Set([value, withoutZeros(value)])) this.learn(one)
    }
  }

  /** Something that a request showed, and others may show again. */
  learn(secret: string): void {
    const mark = markOf(secret)
    const known = this.#byMark.get(mark)
    if (known) known.add(secret)
    else this.#byMark.set(mark, new Set([secret]))
  }
}
