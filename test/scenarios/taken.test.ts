import { Validator } from '@cfworker/json-schema'
import { expect, test } from 'vitest'
import { play } from '../../src/http/walkthrough/play.ts'
import { library, sandbox } from '../harness.ts'

// biome-ignore lint/suspicious/noExplicitAny: a document is looked at from all sides
type Any = any

/** What the documents say of bodies that are sent, by method and path; those of paths with parameters are left out. */
async function bodies(): Promise<Map<string, Validator>> {
  const { call } = await sandbox()
  const found = new Map<string, Validator>()
  for (const name of ['first-vision', 'issuer-address']) {
    const { paths, components }: Any = (await call('GET', `/openapi/${name}.json`)).body
    for (const [path, methods] of Object.entries<Any>(paths))
      for (const [method, { requestBody }] of Object.entries<Any>(methods)) {
        const schema = requestBody?.content['application/json']?.schema
        const validator = schema && new Validator({ ...schema, components } as never, '2020-12')
        if (validator) found.set(`${method.toUpperCase()} ${path}`, validator)
      }
  }
  return found
}

test('a body that a walkthrough sends, and that is taken, is one that the document tells of', async () => {
  const described = await bodies()
  let held = 0
  for (const scenario of library.names) {
    const { request: send } = await sandbox({ scenario })
    const { walkthrough } = (await library.definition(scenario)).scenario
    for await (const { title, request, answer } of play(walkthrough, send)) {
      const schema = described.get(`${request.method} ${request.path.split('?')[0]}`)
      if (!schema || answer.status >= 400) continue
      held += 1
      const { errors } = schema.validate(JSON.parse(request.body ?? 'null'))
      expect(
        errors.map(({ instanceLocation, error }) => `${instanceLocation}: ${error}`),
        title,
      ).toEqual([])
    }
  }
  expect(held).toBeGreaterThan(50)
})
