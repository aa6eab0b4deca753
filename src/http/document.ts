import * as z from 'zod'
import type { $ZodShape, $ZodType } from 'zod/v4/core'
import type {
  ZodOpenApiMediaTypeObject,
  ZodOpenApiOperationObject,
  ZodOpenApiPathsObject,
  ZodOpenApiResponseObject,
} from 'zod-openapi'
import type { Problem } from '../kernel/problem.ts'
import { linked } from './citation.ts'
import type { Face } from './face.ts'
import type { Operation } from './operation.ts'

/** A face's OpenAPI 3.1 document. Its library is loaded with the first document, not with the program. */
export async function documentOf(face: Face): Promise<object> {
  const { createDocument } = await import('zod-openapi')
  const paths: ZodOpenApiPathsObject = {}
  for (const operation of face.operations) {
    const { id, method, path, aliases = [] } = operation
    const described = describe(face, operation)
    paths[path] = { ...paths[path], [method]: described }
    const { operationId: _, ...unnamed } = described
    for (const alias of aliases)
      paths[alias] = { ...paths[alias], [method]: { ...unnamed, description: `The same as \`${id}\`.` } }
  }
  const { credentials = {} } = face.documented ?? {}
  return createDocument({
    openapi: '3.1.1',
    info: { title: face.title, version: face.version, description: face.description },
    servers: face.basePaths.map((url) => ({ url: url || '/' })),
    paths,
    ...(Object.keys(credentials).length && {
      components: { securitySchemes: credentials },
      security: [{}, Object.fromEntries(Object.keys(credentials).map((name) => [name, []]))],
    }),
  })
}

function describe(face: Face, operation: Operation): ZodOpenApiOperationObject {
  const { id, summary, tag, source, params, query, body, bodyOptional, response, produces, problems = [] } = operation
  const { success = (schema: $ZodType) => schema, failure } = face.documented ?? {}
  const refused = failure?.(operation)
  const failed = (description: string): ZodOpenApiResponseObject => ({
    description,
    ...(refused && { content: { [refused.mediaType ?? 'application/json']: media(refused.schema) } }),
  })
  const statuses = [...new Set(problems.map(({ status }) => status))].sort()
  const answers = statuses.map((status) => [status, failed(refusals(problems.filter((p) => p.status === status)))])
  const headers = headersOf(face, operation)
  const examples = examplesOf(operation)
  const succeeded = produces
    ? { [produces.mediaType]: media(response) }
    : { 'application/json': media(success(response, operation)) }
  return {
    operationId: id,
    summary,
    description: [operation.description, `Source: ${linked(source, face.contract)}`].filter(Boolean).join('\n\n'),
    ...(tag && { tags: [tag] }),
    requestParams: {
      ...(params && { path: params as z.ZodObject }),
      ...(query && { query: query as z.ZodObject }),
      ...(headers && { header: headers }),
    },
    ...(body && {
      requestBody: {
        required: !bodyOptional,
        content: { [mediaType(operation)]: { ...media(body), ...(examples && { examples }) } },
      },
    }),
    responses: {
      '200': { description: 'Done', content: succeeded },
      ...Object.fromEntries(answers),
      default: failed('Refused for another reason: unreadable, malformed, not offered, too large'),
    },
  }
}

const media = (schema: $ZodType): ZodOpenApiMediaTypeObject => ({
  schema: schema as ZodOpenApiMediaTypeObject['schema'],
})

/** What every operation takes, unless it reads the header itself. */
function headersOf({ documented }: Face, { headers }: Operation): z.ZodObject | undefined {
  const own = ((headers as z.ZodObject | undefined)?.shape ?? {}) as $ZodShape
  const common = Object.entries(documented?.headers ?? {}).filter(([name]) => !(name.toLowerCase() in own))
  const shape = { ...Object.fromEntries(common), ...own }
  return Object.keys(shape).length ? z.object(shape) : undefined
}

const refusals = (problems: Problem[]) => problems.map(({ code, message }) => `- \`${code}\` ${message}`).join('\n')

/** The bodies that bring this operation's problems about. An example of a shared problem may be another operation's. */
function examplesOf({ method, path, problems = [] }: Operation) {
  const pattern = new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`)
  const examples = problems.flatMap(({ code, message, example }) => {
    const own = example && example.method.toLowerCase() === method && pattern.test(example.path.split('?')[0] ?? '')
    return own && example.body !== undefined ? [[code, { summary: message, value: example.body }]] : []
  })
  return examples.length ? Object.fromEntries(examples) : undefined
}

const mediaType = ({ bodyType }: Operation) =>
  bodyType === 'form' ? 'application/x-www-form-urlencoded' : 'application/json'
