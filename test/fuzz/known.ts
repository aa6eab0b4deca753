import type { Face } from '../../src/http/face.ts'
import type { Base } from '../../src/kernel/states/base.ts'

/** Values that a world knows, by the names of members that hold them: with them requests get past look-ups. */
export class Known {
  readonly #values: Map<string, unknown[]>

  constructor(values = new Map<string, unknown[]>()) {
    this.#values = values
  }

  static of(faces: Face[], base: Base): Known {
    const known = new Known()
    for (const { rows } of base.tables.values()) for (const row of rows.values()) known.learn(row)
    for (const { operations } of faces)
      for (const { example, problems = [] } of operations) {
        for (const part of ['params', 'query', 'headers', 'body'] as const) known.learn(example?.[part])
        for (const { example } of problems) known.learn(example?.body)
      }
    return known
  }

  copy(): Known {
    return new Known(new Map([...this.#values].map(([name, values]) => [name, [...values]])))
  }

  /** Takes over all scalars of a value. */
  learn(value: unknown, name = ''): void {
    if (typeof value === 'object' && value !== null)
      for (const [inner, member] of Object.entries(value)) this.learn(member, Array.isArray(value) ? name : inner)
    else if (value !== undefined) this.#keep(name, value)
  }

  /** What a member of this name may well hold; where none is known, numbers that some record goes by. */
  of(name: string): readonly unknown[] {
    return this.#values.get(name) ?? this.#values.get('id') ?? []
  }

  #keep(name: string, value: unknown): void {
    const values = this.#values.get(name) ?? []
    if (values.length < MOST && !values.includes(value)) values.push(value)
    this.#values.set(name, values)
  }
}

const MOST = 60
