import type { Said, Words } from './words.ts'

/** A schema as JSON, as far as its members are looked at. */
// biome-ignore lint/suspicious/noExplicitAny: a JSON Schema is looked at from all sides
type Schema = any

const WITHIN = ['items', 'additionalProperties']
const CHOICES = ['anyOf', 'oneOf', 'allOf']

/** Puts to each member of a schema what the face's words say of it, level by level, unless the schema says it itself. */
export class Descriptions {
  /** The words that were of use; the others describe nothing that there is. */
  readonly used = new Set<string>()
  readonly #members: Words['members']

  constructor({ members }: Words) {
    this.#members = members
  }

  /** Describes the members of `schema` in place; `within` are the places it is in, the outermost first. */
  describe(schema: Schema, within: string[]): void {
    if (typeof schema !== 'object' || schema === null) return
    for (const [name, member] of Object.entries<Schema>(schema.properties ?? {})) {
      this.describeAs(name, member, within)
      this.describe(member, [...within, name])
    }
    for (const part of WITHIN) this.describe(schema[part], within)
    for (const choice of CHOICES) for (const part of schema[choice] ?? []) this.describe(part, within)
  }

  /** Describes one member or parameter by its name. */
  describeAs(name: string, member: Schema, within: string[]): void {
    const said = this.#saidOf(name, within)
    if (said === undefined || member.description !== undefined) return
    Object.assign(member, typeof said === 'string' ? { description: said } : said)
  }

  #saidOf(name: string, within: string[]): Said | undefined {
    const places = within.map((place) => `${place} ${name}`).reverse()
    const key = [...places, name].find((candidate) => Object.hasOwn(this.#members, candidate))
    if (key === undefined) return undefined
    this.used.add(key)
    return this.#members[key]
  }
}
