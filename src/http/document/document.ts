import { OpenAPIHono } from '@hono/zod-openapi'
import type { Face } from '../face.ts'
import type { Route } from '../route.ts'
import { described } from './described.ts'
import { Descriptions } from './descriptions.ts'
import { JsonSchemas } from './json-schema.ts'
import { headersAmong, requestHeadersOf } from './sandbox-headers.ts'
import { serversOf, USUAL_ORIGIN } from './servers.ts'
import type { Words } from './words.ts'

/** Answers the first example of a route, after those of the routes before it; undefined where there is nothing to show. */
export type AnswerExample = (route: Route, before: Route[]) => Promise<unknown>

const NO_WORDS: Words = { members: {}, tags: {} }

const PROJECT = {
  contact: { name: 'The issuer-sandbox project' },
  license: { name: 'MIT', identifier: 'MIT' },
}

/** A face's OpenAPI 3.1 document, made by a registry of those routes that are the face's; each operation is in it once. */
export async function documentOf(face: Face, routes: Route[], answer: AnswerExample = async () => {}): Promise<object> {
  const { words = async () => NO_WORDS, credentials = {} } = face.documented ?? {}
  const said = await words()
  const schemas = new JsonSchemas(new Descriptions(said))
  const app = new OpenAPIHono()
  const { openAPIRegistry: registered } = app
  const own = routes.filter((route) => route.face === face && route.path === route.operation.path)
  const before = ({ operation: { example } }: Route) =>
    (example?.after ?? []).flatMap((id) => own.find(({ operation }) => operation.id === id) ?? [])
  for (const route of own) {
    const answered = route.operation.example && (await answer(route, before(route)))
    registered.registerPath(described(route, schemas, answered))
  }
  for (const [name, scheme] of Object.entries(credentials))
    registered.registerComponent('securitySchemes', name, scheme)
  for (const [name, schema] of Object.entries(schemas.named)) registered.registerComponent('schemas', name, schema)
  for (const [name, parameter] of Object.entries(requestHeadersOf(face.control === true)))
    registered.registerComponent('parameters', name, parameter)
  for (const [name, header] of Object.entries(headersAmong(own))) registered.registerComponent('headers', name, header)
  const { webhooks: _, ...document } = app.getOpenAPI31Document({
    openapi: '3.1.1',
    info: { title: face.title, version: face.version, description: face.description, ...PROJECT },
    servers: serversOf(face, { origin: USUAL_ORIGIN, prefix: '' }),
    tags: tagsOf(own, said),
  })
  said.amend?.(document)
  return document
}

function tagsOf(routes: Route[], { tags }: Words) {
  const names = [...new Set(routes.flatMap(({ operation }) => operation.tag ?? []))]
  return names.map((name) => ({ name, ...(tags[name] !== undefined && { description: tags[name] }) }))
}
