import { OpenAPIHono, type RouteConfig } from '@hono/zod-openapi'
import type { Face } from './face.ts'
import { type Io, JsonSchemas } from './json-schema.ts'
import type { Content, Route } from './route.ts'
import { answersOf, descriptionOf, examplesOf, headersOf } from './wording.ts'

/** A face's OpenAPI 3.1 document, made by a registry of those routes that are the face's. */
export function documentOf(face: Face, routes: Route[]): object {
  const app = new OpenAPIHono()
  const { openAPIRegistry: registered } = app
  const schemas = new JsonSchemas()
  for (const route of routes) if (route.face === face) registered.registerPath(documented(route, schemas))
  const { credentials = {} } = face.documented ?? {}
  for (const [name, scheme] of Object.entries(credentials))
    registered.registerComponent('securitySchemes', name, scheme)
  for (const [name, schema] of Object.entries(schemas.named)) registered.registerComponent('schemas', name, schema)
  return app.getOpenAPI31Document({
    openapi: '3.1.1',
    info: { title: face.title, version: face.version, description: face.description },
    servers: face.basePaths.map((url) => ({ url: url || '/' })),
    ...(Object.keys(credentials).length && {
      security: [{}, Object.fromEntries(Object.keys(credentials).map((name) => [name, []]))],
    }),
  })
}

/** A route in the words of its face, with JSON Schemas in place of zod's: the registry takes those as they are. */
function documented(route: Route, schemas: JsonSchemas): RouteConfig {
  const { request, ...described } = route.described
  const { body, params, query } = request
  const examples = examplesOf(route.operation)
  const contentOf = (content: Content, io: Io, more: object = {}) =>
    eachOf(content, ({ schema }) => ({ schema: schemas.of(schema, io), ...more }))
  const parameters = [
    ...schemas.parametersOf('path', params),
    ...schemas.parametersOf('query', query),
    ...schemas.parametersOf('header', headersOf(route)),
  ]
  return {
    ...described,
    description: descriptionOf(route),
    ...(parameters.length && { parameters }),
    ...(body && {
      request: { body: { ...body, content: contentOf(body.content, 'input', examples && { examples }) } },
    }),
    responses: eachOf(answersOf(route), ({ description, content }) => ({
      description,
      ...(content && { content: contentOf(content, 'output') }),
    })),
  }
}

const eachOf = <V, W>(values: Record<string, V>, change: (value: V) => W): Record<string, W> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, change(value)]))
