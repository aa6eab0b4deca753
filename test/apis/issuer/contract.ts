import { readFileSync } from 'node:fs'

// The contract's machine-readable twin, and how an answer is held against it.

export type Property = {
  type?: string
  ref?: string
  format?: string
  enum?: string[]
  items?: Property
  default?: unknown
  deprecated?: boolean
}
type Schema = { required?: string[]; properties: Record<string, Property> }
type Parameter = {
  name: string
  required: boolean
  /** How it is repeated: alike in all, and OpenAPI's default. */
  style?: string
  explode?: boolean
  type: string
  items?: { enum?: string[] }
}

export type ContractOperation = {
  operationId: string
  method: string
  path: string
  pathParams: string[]
  query: Parameter[]
  responseSchema: string
}

const file = new URL('../../contracts/issuer-address.json', import.meta.url)
const contract: { operations: ContractOperation[]; schemas: Record<string, Schema> } = JSON.parse(
  readFileSync(file, 'utf8'),
)

export const contractOperations = contract.operations

export function contractOperation(operationId: string): ContractOperation {
  const found = contract.operations.find((operation) => operation.operationId === operationId)
  if (!found) throw new Error(`the contract has no operation ${operationId}`)
  return found
}

/** What the contract says of a schema's members beside their type. */
export const marks = (properties: Record<string, Property>) =>
  Object.entries(properties).flatMap(([name, { type, format, default: standard, deprecated }]) => {
    // A date-time that is a boolean is a slip (contract 5, Contradictions 4).
    const written = type === 'boolean' ? undefined : format
    const said = { format: written, default: standard, deprecated }
    return Object.values(said).some((value) => value !== undefined) ? [[name, said]] : []
  })

/** A described member as the contract would have it: where it takes a date too, that is the sandbox's own. */
export const asContracted = ({ anyOf, description: _, examples: __, ...property }: Described): Property =>
  anyOf ? { ...property, format: 'date-time' } : property

type Described = Property & { anyOf?: { format?: string }[]; description?: string; examples?: unknown[] }

export const contractMembers = (schemaName: string) => contract.schemas[schemaName]?.properties ?? {}

const DATE_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}\+00:00$/

/** What is wrong with a value, by a schema of the contract. Names that are required but not defined are ignored. */
export function mismatches(value: unknown, schemaName: string, path = schemaName): string[] {
  const schema = contract.schemas[schemaName]
  if (!schema) return [`${path}: the contract has no schema ${schemaName}`]
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [`${path}: no object`]
  const members = value as Record<string, unknown>
  const missing = (schema.required ?? []).filter((name) => name in schema.properties && !(name in members))
  return [
    ...missing.map((name) => `${path}.${name}: missing`),
    ...Object.entries(members).flatMap(([name, member]) => {
      const property = schema.properties[name]
      return property ? mismatch(member, property, `${path}.${name}`) : [`${path}.${name}: not in the contract`]
    }),
  ]
}

function mismatch(value: unknown, property: Property, path: string): string[] {
  const { type, ref, items, format } = property
  if (ref) return mismatches(value, ref, path)
  if (type === 'array') {
    if (!Array.isArray(value) || !items) return [`${path}: no list`]
    return value.flatMap((item, index) => mismatch(item, items, `${path}.${index}`))
  }
  const fits = type === 'integer' ? Number.isInteger(value) : typeof value === type
  if (!fits) return [`${path}: ${JSON.stringify(value)} is no ${type}`]
  if (property.enum && !property.enum.includes(value as string))
    return [`${path}: ${value} is none of ${property.enum}`]
  if (format === 'date-time' && !DATE_TIME.test(value as string)) return [`${path}: ${value} is no date-time of data`]
  return []
}
