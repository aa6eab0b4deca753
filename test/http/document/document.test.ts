import { Validator } from '@seriousme/openapi-schema-validator'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { linked } from '../../../src/http/answers/citation.ts'
import { documentOf } from '../../../src/http/document/document.ts'
import { operationIdOf } from '../../../src/http/document/operation-id.ts'
import { type Face, problemsOf } from '../../../src/http/face.ts'
import { routesOf } from '../../../src/http/route.ts'
import { sandboxAndInsides } from '../../harness.ts'
import { toy } from '../../toy/api.ts'

// biome-ignore lint/suspicious/noExplicitAny: a document is looked at from all sides
type Document = any

const made = new Map<Face, Promise<object>>()

/** A copy of the document of a face, which is made once. */
async function built(face: Face): Promise<Document> {
  const document = made.get(face) ?? documentOf(face, routesOf(face))
  made.set(face, document)
  return JSON.parse(JSON.stringify(await document))
}

const { faces, call } = await sandboxAndInsides({ scenario: 'empty' })

/** Every operation in a document, with its path. */
const operationsOf = ({ paths }: Document): { path: string; method: string; operation: Document }[] =>
  Object.entries<Document>(paths).flatMap(([path, item]) =>
    Object.entries<Document>(item).map(([method, operation]) => ({ path, method, operation })),
  )

describe.each([...faces, toy].map((face) => [face.name, face] as const))('the document of %s', (_name, face) => {
  test('is valid OpenAPI 3.1, and all that it refers to is in it', async () => {
    const document = await built(face)
    const validator = new Validator()
    expect(await validator.validate(document)).toEqual({ valid: true })
    expect(validator.version).toBe('3.1')
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)]
    for (const [, name] of references) expect(document.components.schemas).toHaveProperty([String(name)])
  })

  test('has every operation once, under its own id', async () => {
    const document = await built(face)
    const templates = Object.keys(document.paths).map((path) => path.replaceAll(/\{\w+\}/g, '{}'))
    expect(new Set(templates).size, 'no two paths that differ in names alone').toBe(templates.length)
    const ids = operationsOf(document).flatMap(({ operation }) => operation.operationId ?? [])
    expect(new Set(ids).size).toBe(ids.length)
    expect([...ids].sort()).toEqual(face.operations.map(({ id }) => operationIdOf(id)).sort())
    expect(ids.filter((id) => !/^[a-z][A-Za-z0-9]*$/.test(id))).toEqual([])
  })

  test('declares the parameters of each path, and no others', async () => {
    for (const { path, operation } of operationsOf(await built(face))) {
      const declared = (operation.parameters ?? []).filter((parameter: Document) => parameter.in === 'path')
      const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
      expect(declared.map(({ name }: Document) => name).sort(), path).toEqual(named.sort())
    }
  })

  test('says of every operation where it comes from, and of every problem how it reads', async () => {
    for (const { path, method, operation } of operationsOf(await built(face))) {
      if (!operation.operationId) continue
      const [declared] = face.operations.filter(({ id }) => operationIdOf(id) === operation.operationId)
      const source = linked(declared?.source ?? '', face.contract)
      expect(source).toMatch(/\]\(\/_sandbox\/sources\/[\w-]+#[\w.-]+\)/)
      expect(operation.description, `${method} ${path}`).toContain(`Source: ${source}`)
      for (const { status, code, message } of declared ? problemsOf(face, declared) : [])
        expect(operation.responses[status].description).toContain(`\`${code}\` ${message}`)
    }
  })
})

test('documents are served under the names that the APIs go by', async () => {
  for (const name of ['first-vision', 'issuer-address', 'control']) {
    const { status, body } = await call('GET', `/openapi/${name}.json`)
    expect(status).toBe(200)
    expect(body.openapi).toBe('3.1.1')
  }
  expect((await call('GET', '/openapi/nobody.json')).status).toBe(404)
})

test('an alias is told of where it is another name, and is no operation of its own', async () => {
  const { paths } = await built(toy)
  expect(paths['/toy/books'].post.description).toContain('Answers at `/toy/books/` as well.')
  expect(paths['/toy/books/']).toBeUndefined()
})

test('an operation goes by an id for programs, and by the platform’s name in its summary', async () => {
  const { paths } = await built(toy)
  const { operationId, summary, 'x-platform-name': name } = paths['/toy/books'].post
  expect({ operationId, summary, name }).toEqual({
    operationId: 'bookAdd',
    summary: 'Book Add: add a book',
    name: 'Book Add',
  })
  expect(
    ['Current/Prior Address Inquiry', 'createAddress', 'Customer with PAN Activation Add'].map(operationIdOf),
  ).toEqual(['currentPriorAddressInquiry', 'createAddress', 'customerWithPanActivationAdd'])
})

test('a form is documented as one, and a body that may be left out as such', async () => {
  const [form, control] = [await built(toy), await built(faces.at(-1) as Face)]
  const body = form.paths['/toy/books/{id}/lend'].post.requestBody
  expect(Object.keys(body.content)).toEqual(['application/x-www-form-urlencoded'])
  expect(body.required).toBe(true)
  expect(control.paths['/scenarios/{name}/load'].post.requestBody.required).toBe(false)
})

test('headers, failures and envelope are those of the face', async () => {
  const failed = z.object({ codes: z.array(z.string()) }).meta({ id: 'Failed' })
  const { paths } = await built({
    ...toy,
    documented: {
      success: (response) => z.object({ data: response as z.ZodType }),
      failure: () => ({ schema: failed, mediaType: 'application/x-toy' }),
      headers: { 'X-Origin': z.string().optional(), 'X-Key': z.string() },
      credentials: { card: { type: 'apiKey', in: 'header', name: 'x-card', description: 'A card.' } },
    },
  })
  const { parameters, responses } = paths['/toy/books'].post
  expect(parameters.flatMap(({ name }: Document) => name ?? []).sort()).toEqual(['X-Origin', 'x-key'])
  expect(responses['422'].content).toEqual({ 'application/x-toy': { schema: { $ref: '#/components/schemas/Failed' } } })
  expect(responses.default.content).toEqual(responses['422'].content)
  expect(Object.keys(responses['200'].content['application/json'].schema.properties)).toEqual(['data'])
})

test('the example that succeeds stands first, then the refusals that fit the schema', async () => {
  const taken = { scenario: 'shelf', method: 'POST', path: '/toy/books?x=1', body: { title: 'Notes' } }
  const elsewhere = { ...taken, path: '/toy/break' }
  const misfit = { ...taken, body: { title: 7 } }
  const [add] = toy.operations
  const [first, second, third] = add?.problems ?? []
  const problems = [
    { ...first, example: taken },
    { ...second, example: elsewhere },
    { ...third, example: misfit },
  ]
  const operations = [{ ...add, problems, example: { body: { title: 'Sea' } } }]
  const face = { ...toy, operations } as Face
  const answered = await documentOf(face, routesOf(face), async () => ({ id: 'B1' }))
  const { requestBody, responses } = (answered as Document).paths['/toy/books'].post
  expect(requestBody.content['application/json'].examples).toEqual({
    quickstart: { summary: 'Answers 200 on a fresh `quickstart`', value: { title: 'Sea' } },
    TAKEN: { summary: 'Refused: There is a book of this title., on scenario `shelf`', value: { title: 'Notes' } },
  })
  expect(responses['200'].content['application/json'].examples.quickstart.value).toEqual({ id: 'B1' })
})

test('members are described by the words of the face, in one place otherwise than in others', async () => {
  const words = async () => ({
    members: {
      title: 'A title.',
      'Book Add title': { description: 'On its cover.', examples: ['Sea'] },
      author: 'Who wrote it.',
    },
    tags: {},
  })
  const NewBook = z.object({ title: z.string(), author: z.string(), shelf: z.object({ author: z.string() }) })
  const [add, list] = toy.operations
  const documented = { failure: () => ({ schema: z.object({}) }), words }
  const operations = [{ ...add, body: NewBook }, list]
  const { paths } = await built({ ...toy, operations, documented } as Face)
  const { properties } = paths['/toy/books'].post.requestBody.content['application/json'].schema
  expect(properties.title).toEqual({ type: 'string', description: 'On its cover.', examples: ['Sea'] })
  expect(properties.shelf.properties.author.description).toBe('Who wrote it.')
  expect(paths['/toy/books'].get.parameters[0]).toMatchObject({ name: 'author', description: 'Who wrote it.' })
})

test('a request is described as it is sent, and an answer as it is given', async () => {
  const shelved = z.object({ shelf: z.string().default('A'), note: z.string().optional() })
  const [add] = toy.operations
  const { paths } = await built({ ...toy, operations: [{ ...add, body: shelved, response: shelved }] } as Face)
  const { requestBody, responses } = paths['/toy/books'].post
  const described = ({ content }: Document) => content['application/json'].schema
  expect(described(requestBody).required).toBeUndefined()
  expect(described(responses['200']).required).toEqual(['shelf'])
  expect(described(responses['200']).properties).toEqual({
    shelf: { type: 'string', default: 'A' },
    note: { type: 'string' },
  })
})

test('two schemas of one name cannot be documented', async () => {
  const [add, list] = toy.operations
  const named = (field: string) => z.object({ [field]: z.string() }).meta({ id: 'Twin' })
  const twins = {
    ...toy,
    operations: [
      { ...add, response: named('a') },
      { ...list, response: named('b') },
    ],
  } as Face
  await expect(built(twins)).rejects.toThrow(/Twin/)
})
