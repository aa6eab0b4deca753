import type { RouteConfig } from '@hono/zod-openapi'
import * as z from 'zod'
import type { $ZodShape, $ZodType } from 'zod/v4/core'
import { linked } from '../answers/citation.ts'
import type { Face } from '../face.ts'
import type { Operation } from '../operation.ts'
import type { Route } from '../route.ts'
import { answersOf } from './answers.ts'
import { type Content, contentOf as contentIn } from './content.ts'
import { OperationExamples } from './examples.ts'
import type { Io, JsonSchemas } from './json-schema.ts'
import { operationIdOf } from './operation-id.ts'
import { onRefusal, onSuccess, requestHeadersOf } from './sandbox-headers.ts'

const referredOf = ({ control = false }: Face) =>
  Object.keys(requestHeadersOf(control)).map((name) => ({ $ref: `#/components/parameters/${name}` }))

/**
 * A route in the words of its face, with JSON Schemas in place of zod's: the registry takes those as they are. `answer` is
 * what its first example is answered, where that is known.
 */
export function described(route: Route, schemas: JsonSchemas, answer: unknown): RouteConfig {
  const { face, operation } = route
  const { method, tag, params, query } = operation
  const body = bodyOf(operation)
  const examples = new OperationExamples(operation, schemas.named)
  const contentOf = (content: Content, io: Io, more: (schema: object) => object = () => ({})) =>
    eachOf(content, ({ schema }) => {
      const json = schemas.of(schema, io, operation.id)
      return { schema: json, ...more(json) }
    })
  const parametersOf = (where: 'path' | 'query' | 'header', schema: $ZodType | undefined) =>
    schemas
      .parametersOf(where, schema, operation.id)
      .map((parameter) => ({ ...parameter, ...examples.ofParameter(where, parameter.name, parameter.schema) }))
  const security = face.documented?.security?.(operation)
  return {
    method,
    path: route.path,
    ...namesOf(route),
    ...(tag && { tags: [tag] }),
    description: descriptionOf(route),
    ...(security && { security }),
    parameters: [
      ...parametersOf('path', params),
      ...parametersOf('query', query),
      ...parametersOf('header', headersOf(route)),
      ...referredOf(face),
    ],
    ...(body && {
      request: {
        body: {
          ...body,
          content: contentOf(body.content, 'input', (schema) => {
            const found = examples.ofBody(schema)
            return found ? { examples: found } : {}
          }),
        },
      },
    }),
    responses: eachOf(answersOf(route), ({ description, content }, status) => ({
      description,
      ...(!face.control && { headers: status === '200' ? onSuccess(operation) : onRefusal() }),
      ...(content && {
        content: contentOf(content, 'output', () =>
          status === '200' && answer !== undefined ? { examples: examples.ofAnswer(answer) } : {},
        ),
      }),
    })),
  }
}

function bodyOf({ body, bodyType, bodyOptional }: Operation) {
  const mediaType = bodyType === 'form' ? 'application/x-www-form-urlencoded' : 'application/json'
  return body && { required: !bodyOptional, content: contentIn(mediaType, body) }
}

/** The id that stands in programs, and the platform's own name where that is another. */
function namesOf({ face, operation: { id, summary } }: Route) {
  const operationId = operationIdOf(id)
  const named = operationId === id ? summary : `${id}: ${summary.charAt(0).toLowerCase()}${summary.slice(1)}`
  return { operationId, summary: named, ...(!face.control && { 'x-platform-name': id }) }
}

/** What a route does, under which other paths, and where that stands. */
function descriptionOf({ face, operation }: Route): string {
  const { aliases = [], description, example, source } = operation
  return [
    description,
    aliases.length > 0 && `Answers at ${aliases.map((alias) => `\`${alias}\``).join(' and ')} as well.`,
    example?.after && `Prepared by ${example.after.map((id) => `\`${operationIdOf(id)}\``).join(', then ')}.`,
    `Source: ${linked(source, face.contract)}`,
  ]
    .filter(Boolean)
    .join('\n\n')
}

/** Credentials are told by security schemes, and documents may not have them among the parameters. */
const isCredential = (name: string): boolean => name.toLowerCase() === 'authorization'

/** The headers of a route: its own, and those that its face takes everywhere. */
function headersOf({ face, operation }: Route): z.ZodObject | undefined {
  const own = ((operation.headers as z.ZodObject | undefined)?.shape ?? {}) as $ZodShape
  const common = Object.entries(face.documented?.headers ?? {}).filter(([name]) => !(name.toLowerCase() in own))
  const shape = Object.fromEntries([...common, ...Object.entries(own)].filter(([name]) => !isCredential(name)))
  return Object.keys(shape).length ? z.object(shape) : undefined
}

const eachOf = <V, W>(values: Record<string, V>, change: (value: V, name: string) => W): Record<string, W> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, change(value, name)]))
