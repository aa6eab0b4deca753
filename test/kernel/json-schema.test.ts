import { expect, test } from 'vitest'
import { contributions } from '../../src/app.ts'
import { jsonSchemas } from '../../src/kernel/scenario/json-schema.ts'

const { slices } = await contributions()

// biome-ignore lint/suspicious/noExplicitAny: a JSON Schema is whatever it describes
const schemas: Record<string, any> = jsonSchemas(slices)

test('editors are told of every kind of record that a scenario may hold, and of no other', () => {
  const { records } = schemas['scenario.schema.json'].properties
  const names = slices.flatMap(({ recordTypes }) => recordTypes.map(({ table }) => table.definition.name))
  expect(Object.keys(records.properties)).toEqual(names)
  expect(records.additionalProperties).toBe(false)
  expect(records.properties['issuer.issuers'].items.properties).toHaveProperty('timeZone')
})

test('editors are told that what has a default may be left out', () => {
  const { required } = schemas['scenario.schema.json']
  expect(required).toEqual(['name', 'title', 'summary', 'story'])
})

test('editors are told of each API’s part of a recipe', () => {
  const { properties } = schemas['recipe.schema.json']
  for (const { name } of slices) expect(properties[name]).toMatchObject({ type: 'object' })
})
