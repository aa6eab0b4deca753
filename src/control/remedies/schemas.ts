import { toJSONSchema } from 'zod'
import { override } from '../../http/document/json-schema.ts'
import type { Operation } from '../../http/operation.ts'

/** The parts of a request that a caller may change and still ask the same. */
export const PARTS = ['query', 'headers', 'body'] as const
export type Schemas = Readonly<Record<(typeof PARTS)[number], Schema>>

type Schema = { properties?: Record<string, Schema>; items?: Schema; enum?: unknown[]; const?: unknown } & {
  type?: string | string[]
  anyOf?: Schema[]
  maximum?: number
  maxLength?: number
  default?: unknown
}

/** What an operation takes, as JSON Schema has it. */
export const schemasOf = ({ query, headers, body }: Operation): Schemas => ({
  ...{ query: schemaOf(query), headers: schemaOf(headers), body: schemaOf(body) },
})

const schemaOf = (schema: Operation['body']): Schema =>
  schema
    ? (toJSONSchema(schema as never, { io: 'input', unrepresentable: 'any', reused: 'inline', override }) as Schema)
    : {}

/** The paths of all members of a schema, lists passed over. */
export function pathsIn(schema: Schema, path: string[]): string[][] {
  const { properties } = objectOf(schema)
  if (!properties) return [path]
  return Object.entries(properties).flatMap(([name, inner]) => pathsIn(inner, [...path, name]))
}

const objectOf = (schema: Schema): Schema =>
  [schema, ...(schema.anyOf ?? []), ...(schema.items ? [objectOf(schema.items)] : [])].find((one) => one.properties) ??
  schema

/** The schema of what stands at a path. */
export function schemaAt(schema: Schema, path: string[]): Schema {
  const [first, ...rest] = path
  if (first === undefined) return schema.anyOf?.find((one) => one.enum || one.maxLength || one.maximum) ?? schema
  if (/^\d+$/.test(first)) return schemaAt(schema.items ?? objectOf(schema), rest)
  return schemaAt(objectOf(schema).properties?.[first] ?? {}, rest)
}
