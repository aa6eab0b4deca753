import { describe, expect, test } from 'vitest'
import { described } from '../../../src/http/document/described.ts'
import { Descriptions } from '../../../src/http/document/descriptions.ts'
import { JsonSchemas } from '../../../src/http/document/json-schema.ts'
import { routesOf } from '../../../src/http/route.ts'
import { sandboxAndInsides } from '../../harness.ts'

const { faces } = await sandboxAndInsides({ scenario: 'empty' })

describe.each(faces.map((face) => [face.name, face] as const))('the words of %s', (_name, face) => {
  test('all describe something', async () => {
    const words = (await face.documented?.words?.()) ?? { members: {}, tags: {} }
    const descriptions = new Descriptions(words)
    const schemas = new JsonSchemas(descriptions)
    for (const route of routesOf(face)) described(route, schemas, undefined)
    const unused = Object.keys(words.members).filter((member) => !descriptions.used.has(member))
    expect(Object.keys(words.members).length).toBeGreaterThan(50)
    expect(unused).toEqual([])
    const tags = new Set(face.operations.map(({ tag }) => tag))
    expect(Object.keys(words.tags).filter((tag) => !tags.has(tag))).toEqual([])
  })
})
