import { describe, expect, test } from 'vitest'
import { requestOf } from '../../../src/http/document/sent.ts'
import { sandbox, sandboxAndInsides } from '../../harness.ts'

// biome-ignore lint/suspicious/noExplicitAny: a document is looked at from all sides
type Any = any

const { call, faces } = await sandboxAndInsides()

const documents = await Promise.all(
  ['first-vision', 'issuer-address', 'control'].map(async (name): Promise<[string, Any]> => {
    const { body } = await call('GET', `/openapi/${name}.json`)
    return [name, body]
  }),
)

const operationsOf = ({ paths }: Any): Any[] => Object.values<Any>(paths).flatMap((item) => Object.values(item))

/** What an explorer sends of an operation that is tried as it is shown: the first example of each part. */
function triedAsShown(document: Any, { path, method }: { path: string; method: string }) {
  const { parameters, requestBody } = document.paths[path][method]
  const [media] = Object.values<Any>(requestBody?.content ?? {})
  const shown = { params: {}, query: {}, headers: {}, body: firstOf(media ?? {}) } as Record<string, Any>
  for (const { in: where, name, ...rest } of parameters) {
    const value = firstOf(rest)
    if (value !== undefined) shown[where === 'path' ? 'params' : where === 'query' ? 'query' : 'headers'][name] = value
  }
  return shown
}

const firstOf = ({ examples = {} }: Any): unknown => Object.values<Any>(examples)[0]?.value

/** Every schema of a document, with where it stands. */
function schemasOf(document: Any): [string, Any][] {
  const components = Object.entries<Any>(document.components.schemas)
  const bodies = operationsOf(document).flatMap(({ operationId, requestBody, responses }) =>
    [requestBody, ...Object.values<Any>(responses)].flatMap((part) =>
      Object.values<Any>(part?.content ?? {}).map(({ schema }): [string, Any] => [operationId, schema]),
    ),
  )
  return [...components, ...bodies]
}

/** The paths of members that nothing is said of. */
function undescribed(schema: Any, path: string): string[] {
  if (typeof schema !== 'object' || schema === null) return []
  const members = Object.entries<Any>(schema.properties ?? {}).flatMap(([name, member]) => [
    ...(member.description?.trim() ? [] : [`${path}.${name}`]),
    ...undescribed(member, `${path}.${name}`),
  ])
  const parts = [
    schema.items,
    schema.additionalProperties,
    ...['anyOf', 'oneOf', 'allOf'].flatMap((kind) => schema[kind] ?? []),
  ]
  return [...members, ...parts.flatMap((part) => undescribed(part, path))]
}

describe.each(documents)('the document of %s', (_name, document) => {
  test('says of every member and parameter what it is', () => {
    const schemas = schemasOf(document)
    expect(schemas.length).toBeGreaterThan(10)
    expect(schemas.flatMap(([where, schema]) => undescribed(schema, where))).toEqual([])
    const parameters = operationsOf(document).flatMap(({ operationId, parameters }) =>
      parameters
        .filter(({ $ref, description }: Any) => !$ref && !description)
        .map(({ name }: Any) => `${operationId} ${name}`),
    )
    expect(parameters).toEqual([])
  })

  test('describes its tags, and says who made it and under which licence', () => {
    const tags = new Set(operationsOf(document).flatMap(({ tags }) => tags))
    expect(document.tags.map(({ name }: Any) => name).sort()).toEqual([...tags].sort())
    expect(document.tags.filter(({ description }: Any) => !description)).toEqual([])
    expect(document.info).toMatchObject({ license: { identifier: 'MIT' }, contact: { name: expect.any(String) } })
  })

  test('tells of credentials by schemes alone, and of the workspace by header and server', () => {
    expect(JSON.stringify(document).toLowerCase()).not.toContain('"name":"authorization"')
    expect(document.servers.some(({ url }: Any) => url.includes('/w/{workspace}'))).toBe(true)
    for (const { parameters } of operationsOf(document))
      expect(parameters).toContainEqual({ $ref: '#/components/parameters/X-Sandbox-Workspace' })
    for (const { security } of operationsOf(document))
      for (const scheme of security.flatMap(Object.keys))
        expect(document.components.securitySchemes).toHaveProperty([scheme])
  })
})

test('a token is asked for with HTTP Basic, and everything else with the token', () => {
  const [, firstVision] = documents[0] as [string, Any]
  const [, issuer] = documents[1] as [string, Any]
  for (const document of [firstVision, issuer]) {
    const { securitySchemes } = document.components
    expect(securitySchemes.client).toMatchObject({ type: 'http', scheme: 'basic' })
    expect(securitySchemes.accessToken.flows.clientCredentials.tokenUrl).toMatch(/token$/)
    for (const { security, requestBody } of operationsOf(document)) {
      const form = requestBody?.content['application/x-www-form-urlencoded']
      if (form) expect(form.schema.required).toEqual(['grant_type'])
      expect('client' in security[0]).toBe(form !== undefined)
    }
  }
})

test('operations of the control plane have the failures that they can meet', () => {
  const [, control] = documents[2] as [string, Any]
  for (const { operationId, responses, tags } of operationsOf(control)) {
    const wanted = tags.includes('Health') ? ['400', '503'] : ['400', '401', '503']
    for (const status of wanted) expect(responses, operationId).toHaveProperty(status)
  }
  expect(control.paths['/workspaces/{name}'].delete.responses).toHaveProperty('409')
  expect(control.paths['/records/{type}/{id}'].get.responses).toHaveProperty('404')
})

test('a document that is sent as it is kept is described as what it is, and not as a text', () => {
  const [, control] = documents[2] as [string, Any]
  const { schema } = control.paths['/state'].get.responses['200'].content['application/json']
  expect(schema.type).toBe('object')
})

describe.each(faces.map((face) => [face.name, face] as const))('the examples of %s', (name, face) => {
  const [, document] = documents.find(([documented]) => documented === (face.documentName ?? name)) as [string, Any]

  test.each(face.operations.map((operation) => [operation.id, operation] as const))(
    '%s succeeds',
    async (id, operation) => {
      const { request } = await sandbox()
      const named = [
        ...(operation.example?.after ?? []).map((after) => face.operations.find((one) => one.id === after)),
        operation,
      ]
      const answers: Response[] = []
      for (const one of named) {
        if (!one?.example) throw new Error(`${id} has no example`)
        const { authorization } = (one.example.headers ?? {}) as Record<string, string>
        const shown = triedAsShown(document, one)
        // Who a client is is no parameter: explorers are told it apart.
        if (authorization) shown.headers.authorization = authorization
        const { path, init } = requestOf(one, shown)
        answers.push(await request(`${face.basePaths[0]}${path}`, init))
      }
      const answer = answers.at(-1) as Response
      expect(answer.status, id).toBe(200)
      const { content } = document.paths[operation.path][operation.method].responses['200']
      const [shown] = Object.values<Any>(content)
      // It never ends.
      if (operation.produces?.mediaType === 'text/event-stream') return answer.body?.cancel()
      const text = await answer.text()
      // Control answers may be long, or no JSON; those of the simulated APIs are all shown.
      if (shown.examples) expect(shown.examples.quickstart.value).toEqual(JSON.parse(text))
      else expect(face.control).toBe(true)
    },
  )
})
