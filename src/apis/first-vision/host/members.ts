import * as z from 'zod'
import { isFullNumber, isNoDate, nameOf, type Scalar, textOf } from './scalar.ts'
import { sparseObject } from './sparse-object.ts'

/**
 * One member of a request: how it is read, and what of it is kept on record. What is not given is not kept, and nothing
 * is required by a schema: that is for host codes to say (decision Not given). Minimum lengths are not enforced.
 */
export type Field<Kept extends string | number> = {
  schema: z.ZodType<Scalar>
  keep(value: Scalar): Kept | undefined
}

/** A text without a code of its own: another type, or a longer text, does not fit the schema. */
export const text = (most: number): Field<string> => ({
  schema: z.string().max(most).nullish(),
  keep: (value) => (textOf(value) === '' ? undefined : String(value)),
})

/** A number without a code of its own, of at most so many digits before the point. */
export const amount = (digits: number) =>
  z
    .number()
    .refine((value) => Math.abs(value) < 10 ** digits, `has more than ${digits} digits`)
    .nullish()

const scalar = z.union([z.string(), z.number(), z.boolean()])

type Documented = {
  type: 'string' | 'integer' | 'boolean'
  format?: string
  enum?: (string | number)[]
  maxLength?: number
  maximum?: number
}

/** Takes any scalar, and is documented as what the code lets pass. */
const judged = (documented: Documented) =>
  scalar
    .meta({
      override: ({ jsonSchema }: { jsonSchema: Record<string, unknown> }) => {
        delete jsonSchema.anyOf
        Object.assign(jsonSchema, documented)
      },
    })
    .nullish()

/** A whole number that a host code judges, whatever scalar is sent. */
export const judgedInteger = (most: number, values?: number[]): Field<number> => ({
  schema: judged({ type: 'integer', maximum: 10 ** most - 1, ...(values && { enum: values }) }),
  keep: (value) => (/^\d+$/.test(textOf(value)) ? Number(value) : undefined),
})

/** A truth value that a host code judges, whatever scalar is sent. */
export const judgedTruth = () => judged({ type: 'boolean' })

/** A text that a host code judges, its length included, whatever scalar is sent. */
export const judgedText = (most: number, values?: string[]): Field<string> => ({
  schema: judged({ type: 'string', maxLength: most, ...(values && { enum: values }) }),
  keep: (value) => textOf(value) || undefined,
})

/** A date that a host code judges, whatever scalar is sent; zeros are no date. */
export const judgedDate = (): Field<string> => ({
  schema: judged({ type: 'string', format: 'date' }),
  keep: (value) => (isNoDate(value) ? undefined : textOf(value)),
})

/** The same as year and day of year (contract 2.6). */
export const judgedDayOfYear = (): Field<string> => ({ ...judgedDate(), schema: judgedText(7).schema })

/** A text of which a host code judges a part; its length stays the schema's. */
export const partlyJudgedText = (most: number): Field<string> => ({
  schema: judged({ type: 'string', maxLength: most }).refine(
    (value) => textOf(value).length <= most,
    `has more than ${most} characters`,
  ),
  keep: (value) => textOf(value) || undefined,
})

/** A number that the caller chooses, without a code of its own: nineteen digits, or not given. */
export const chosenNumber = (): Field<string> => ({
  schema: z
    .string()
    .refine((value) => nameOf(value) === undefined || isFullNumber(value), 'is not nineteen digits')
    .nullish(),
  keep: nameOf,
})

/** An object that may be left out; null leaves it out too. */
export const group = <S extends z.ZodRawShape>(shape: S) => sparseObject(shape).nullish()

/** Members by name, as an operation or a record lists them. */
export type Fields = Record<string, Field<string> | Field<number>>

/** What is sent of such members. */
export type Sent<F extends Fields> = { [M in keyof F]?: Scalar }

/** What is kept of such members: what was given, and nothing else. */
export type Kept<F extends Fields> = { -readonly [M in keyof F]?: F[M] extends Field<infer K> ? K : never }

export const schemasOf = <F extends Fields>(fields: F) =>
  Object.fromEntries(Object.entries(fields).map(([member, { schema }]) => [member, schema])) as {
    [M in keyof F]: z.ZodType<Scalar, Scalar>
  }

/** Members that are not given cost nothing; those that are none of the fields are not kept. */
export function keep<F extends Fields>(fields: F, sent: Sent<F>): Kept<F> {
  const kept: Record<string, string | number> = {}
  for (const member in sent) {
    const value = Object.hasOwn(fields, member) ? fields[member]?.keep(sent[member]) : undefined
    if (value !== undefined) kept[member] = value
  }
  return kept as Kept<F>
}
