import * as z from 'zod'
import type { $ZodType } from 'zod/v4/core'
import { canonical } from '../../kernel/text/canonical.ts'
import type { Descriptions } from './descriptions.ts'

/** Which side of a schema is described: what it is sent, or what it makes of it. */
export type Io = 'input' | 'output'

/** An object's JSON Schema, as far as its members are looked at. */
type Described = { properties?: Record<string, Member>; required?: string[] }
type Member = { description?: string }

/**
 * Schemas as zod's own JSON Schema, each member with its description. Those with an id are gathered, and referred to as
 * components of a document.
 * The generator that comes with the routes knows no input and output, and reads null into what refuses it.
 */
export class JsonSchemas {
  readonly named: Record<string, object> = {}
  readonly #descriptions: Descriptions
  /** What zod makes of a schema on either side, as text: most stand in many operations. */
  readonly #made: Record<Io, Map<$ZodType, string>> = { input: new Map(), output: new Map() }

  constructor(descriptions: Descriptions) {
    this.#descriptions = descriptions
  }

  /** `place` is where the schema stands. Throws where another has the same id, or the same one reads otherwise on its other side. */
  of(schema: $ZodType, io: Io, place: string): object {
    const made = this.#made[io].get(schema) ?? this.#make(schema, io)
    this.#made[io].set(schema, made)
    const json = JSON.parse(made)
    this.#descriptions.describe(json, [place])
    return json
  }

  /** Makes it anew, and gathers what it refers to. */
  #make(schema: $ZodType, io: Io): string {
    // Within another, as the outermost schema is not made a component even where it has an id.
    const around = z.object({ schema: schema as z.ZodType })
    const { properties, $defs = {} } = referring(z.toJSONSchema(around, { io, unrepresentable: 'any', override }))
    for (const [name, { id: _, ...named }] of Object.entries<{ id?: string }>($defs)) {
      // One that zod had to name is what a schema was before it said how it is documented.
      if (name.startsWith('__')) continue
      this.#descriptions.describe(named, [name])
      const known = this.named[name]
      if (known && canonical(known) !== canonical(named)) throw new Error(`two schemas are named ${name}`)
      this.named[name] = named
    }
    return JSON.stringify(properties.schema)
  }

  /** The members of an object as the parameters of a request. */
  parametersOf(where: 'path' | 'query' | 'header', schema: $ZodType | undefined, place: string) {
    const { properties = {}, required = [] }: Described = schema ? this.of(schema, 'input', place) : {}
    return Object.entries(properties).map(([name, { description, ...member }]) => ({
      in: where,
      name,
      ...(description !== undefined && { description }),
      ...(required.includes(name) && { required: true }),
      schema: member,
    }))
  }
}

/** A schema may say in its metadata how it is documented where that is not how it reads. */
export function override({ zodSchema, jsonSchema }: { zodSchema: $ZodType; jsonSchema: object }): void {
  const { override } = (z.globalRegistry.get(zodSchema) ?? {}) as { override?(context: object): void }
  override?.({ jsonSchema })
  delete (jsonSchema as { override?: unknown }).override
}

/** With references to the components of a document, where zod has its own definitions. */
const referring = (schema: object) =>
  JSON.parse(JSON.stringify(schema).replaceAll('"$ref":"#/$defs/', '"$ref":"#/components/schemas/'))
