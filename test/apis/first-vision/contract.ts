import { readFileSync } from 'node:fs'

type Property = {
  type?: string
  format?: string
  maxLength?: number
  ref?: string
  items?: Property
}
type Contract = {
  schemas: Record<string, { properties: Record<string, Property> }>
  operations: {
    operationId: string
    method: string
    path: string
    requestSchema: string
    responseSchema: string
    errors: { code: string; message: string }[]
  }[]
  auxiliaryOperations: { operationId: string; errors: { code: string; message: string }[] }[]
  supplementalErrors: { operationId: string; errors: { code: string; message: string }[] }[]
}

export const contract: Contract = JSON.parse(
  readFileSync(new URL('../../contracts/first-vision.json', import.meta.url), 'utf8'),
)

/** Members beyond the documented ones (decision Generated numbers). */
const EXTENSIONS: Record<string, string[]> = {
  CmsNumberGenerationResponse: ['relationshipData', 'embosserData', 'billAccountData', 'controlAccountData'],
}

/** Members that some answers alone have: those of the inquiry (decision Relationship inquiry). */
const OCCASIONAL: Record<string, string[]> = { CustomerRelationshipDetailsResponse: ['relationships'] }

/** What of an answer is not as an operation's documented schema has it: no member missing, none added, types, lengths. */
export function deviations(operationId: string, data: unknown): string[] {
  const operation = contract.operations.find((candidate) => candidate.operationId === operationId)
  if (!operation) return [`no operation ${operationId}`]
  return ofSchema(operation.responseSchema, data, operation.responseSchema)
}

function ofSchema(name: string, data: unknown, path: string): string[] {
  const properties = contract.schemas[name]?.properties
  if (!properties) return [`${path}: no schema ${name}`]
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return [`${path} is no object`]
  const members = Object.keys(data)
  const known = [...Object.keys(properties), ...(EXTENSIONS[name] ?? [])]
  return [
    ...known.filter((member) => !members.includes(member)).map((member) => `${path}.${member} is missing`),
    ...members
      .filter((member) => !known.includes(member) && !OCCASIONAL[name]?.includes(member))
      .map((member) => `${path}.${member} is not documented`),
    ...Object.entries(properties).flatMap(([member, property]) =>
      ofProperty(property, (data as Record<string, unknown>)[member], `${path}.${member}`),
    ),
  ]
}

function ofProperty(property: Property, value: unknown, path: string): string[] {
  if (value === undefined) return []
  if (property.ref) return ofSchema(property.ref, value, path)
  if (property.type === 'array') {
    if (!Array.isArray(value)) return [`${path} is no list`]
    return value.flatMap((item, index) => ofProperty(property.items ?? {}, item, `${path}.${index}`))
  }
  return fits(property, value) ? [] : [`${path} does not fit: ${JSON.stringify(value)}`]
}

function fits({ type, format, maxLength = Number.POSITIVE_INFINITY }: Property, value: unknown): boolean {
  if (format === 'date') return value === null || (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value))
  if (type === 'string') return typeof value === 'string' && value.length <= maxLength
  const digits = String(Math.trunc(Math.abs(value as number))).length
  if (type === 'integer') return Number.isInteger(value) && digits <= maxLength
  if (type === 'number') return typeof value === 'number' && digits <= maxLength
  return type === 'boolean' ? typeof value === 'boolean' : false
}
