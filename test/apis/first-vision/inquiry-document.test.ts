import { expect, test } from 'vitest'
import { sandbox } from '../../harness.ts'
import { contract } from './contract.ts'

// biome-ignore lint/suspicious/noExplicitAny: a document is looked at from all sides
type Any = any

const { call } = await sandbox({ scenario: 'empty', envelope: 'bare' })
const { body: document } = await call('GET', '/openapi/first-vision.json')

/** What a schema says of one value, whether or not null may stand for it. */
function plain(schema: Any): Any {
  if (schema.$ref) return plain(document.components.schemas[schema.$ref.split('/').at(-1)])
  const { anyOf, ...around } = schema
  return anyOf ? { ...around, ...plain(anyOf.find(({ type }: Any) => type !== 'null')) } : schema
}

/** What is said of a value: what it is, which ones there are, how long, and what stands where none is sent. */
const said = ({ type, format, enum: values, maxLength, maximum, exclusiveMaximum, default: otherwise }: Any) => ({
  type: [type].flat()[0],
  format: format === 'int32' ? undefined : format,
  ...(values && { values }),
  ...mostOf(maxLength && type !== 'string' ? 10 ** maxLength : (maxLength ?? exclusiveMaximum ?? maximum + 1)),
  ...(otherwise !== undefined && { otherwise }),
})

const mostOf = (most: number) => (most > 0 ? { most } : {})

/** The members of a described schema, level by level: paths, and what is said of each. */
function described(schema: Any, path = ''): Any {
  const { properties, items, ...value } = plain(schema)
  if (items) return described(items, `${path}[]`)
  if (!properties) return { [path]: said(value) }
  const members = Object.entries(properties).map(([name, member]) => described(member, `${path}.${name}`))
  return Object.assign({}, ...members)
}

function documented(name: string, path = ''): Any {
  const members = Object.entries<Any>(contract.schemas[name]?.properties ?? {}).map(([member, property]) => {
    const [one, place] = property.items ? [property.items, `${path}.${member}[]`] : [property, `${path}.${member}`]
    return one.ref ? documented(one.ref, place) : { [place]: said(one) }
  })
  return Object.assign({}, ...members)
}

/** A number that is printed with the length of a flag (contract 4.7). */
const SLIPS: Any = { 'Demographic Inquiry': { '.nameAddrData[].identificationNumber': { type: 'string', most: 25 } } }

test.each([
  'Account Number Inquiry',
  'Cards Details Inquiry',
  'Current/Prior Address Inquiry',
  'Demographic Inquiry',
  'Relationship Number Inquiry',
  'Cards Inquiry',
])('%s is described with the types, lengths, values and defaults of the contract', (id) => {
  const { method, path, requestSchema, responseSchema, parameters } = contract.operations.find(
    ({ operationId }) => operationId === id,
  ) as Any
  const operation = document.paths[path][method.toLowerCase()]
  const answer = described(operation.responses['200'].content['application/json'].schema)
  for (const [member, { otherwise: _, ...wanted }] of Object.entries<Any>({
    ...documented(responseSchema),
    ...SLIPS[id],
  }))
    expect(answer[member], member).toMatchObject(wanted)
  if (requestSchema)
    expect(described(operation.requestBody.content['application/json'].schema)).toEqual(documented(requestSchema))
  const sent = Object.fromEntries(operation.parameters.map((one: Any) => [`${one.in} ${one.name}`, one.schema]))
  for (const parameter of parameters.filter(({ name }: Any) => !/^(apikey|Authorization)$/.test(name)))
    expect(said(plain(sent[`${parameter.in} ${parameter.name}`])), parameter.name).toEqual(said(parameter))
})
