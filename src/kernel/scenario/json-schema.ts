import * as z from 'zod'
import { Recipe, Scenario } from './schema.ts'
import type { Slice } from './slice.ts'

/** JSON Schemas of scenario files and recipes, by file name, so that editors can help to write them. */
export function jsonSchemas(slices: Slice[]): Record<string, object> {
  const scenario = Scenario.extend({
    records: z.strictObject(
      Object.fromEntries(
        slices.flatMap(({ recordTypes }) =>
          recordTypes.map(({ table, schema }) => [table.definition.name, z.array(schema).optional()]),
        ),
      ),
    ),
  }).partial({ records: true })
  const recipe = Recipe.extend(
    Object.fromEntries(slices.map(({ name, population }) => [name, population.recipe.optional()])),
  )
  // A value that the schema language cannot express may be anything in an editor; the sandbox still checks it.
  const written = (schema: z.ZodType) => z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })
  return { 'scenario.schema.json': written(scenario), 'recipe.schema.json': written(recipe) }
}
