import * as z from 'zod'

/** A member that may be left out. Empty and null are as good as absent (contract 7.10). */
export const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === null || value === '' ? undefined : value), schema.optional()).optional()

export const OptionalText = optional(z.string())

/** A text that is compulsory; the contract sets no length, so this adds none to its schema. */
export const Text = z.string().refine((text) => text !== '', 'must not be empty')

/** Contract 1: optional on every operation; only the first has a documented meaning. */
export const Headers = z.object({
  'WL-Correlation-ID': z.string().optional(),
  'WL-Origin': z.string().optional(),
  'WL-Username': z.string().optional(),
})

/** What is given once or several times; empty is as good as absent, one by one. */
function list(value: unknown): unknown {
  const given = [value ?? []].flat().filter((item) => item !== '')
  return given.length ? given : undefined
}

/** Repeatable: dotted names of the members of `data` to answer with (decision Reading). */
export const Filter = z.preprocess(list, z.array(z.string()).optional()).optional()

/** Repeatable: what to add to the answer. */
export const Embed = <const T extends readonly string[]>(names: T) =>
  z.preprocess(list, z.array(z.enum(names)).optional()).optional()

/** A boolean of the query; empty is false (contract 7.10). `otherwise`: what the contract says of one that is left out. */
export function Flag(otherwise?: boolean) {
  const flag = z.boolean('use true or false')
  return z
    .preprocess(
      (text) => (text === 'true' ? true : text === 'false' || text === '' ? false : text),
      (otherwise === undefined ? flag : flag.meta({ default: otherwise })).optional(),
    )
    .optional()
}
