import * as z from 'zod'
import { type Amount, amountOf, asNumber, Exact } from './amount.ts'
import { asSent } from './as-sent.ts'
import { isFullNumber, isNoDate, NUMBER_LENGTH, nameOf, type Scalar, textOf } from './scalar.ts'
import { sparseObject } from './sparse-object.ts'

/**
 * One member of a request: how it is read, and what of it is kept on record. What is not given is not kept, and nothing
 * is required by a schema: that is for host codes to say (decision Not given). Minimum lengths are not enforced.
 */
export type Member<Kept extends string | number> = {
  schema: z.ZodType<Scalar>
  /** Characters or digits it has at most. */
  most: number
  keep(value: Scalar): Kept | undefined
}

/** A text without a code of its own: another type, or a longer text, does not fit the schema. */
export const text = (most: number): Member<string> => ({
  schema: z.string().max(most).nullish(),
  most,
  keep: (value) => (textOf(value) === '' ? undefined : String(value)),
})

const number = z.union([z.number(), Exact]).meta(asNumber())

/** A number without a code of its own, of at most so many digits before the point; read as an amount is kept. */
export const amount = (digits: number) =>
  number
    .transform((value): Amount => amountOf(String(value)))
    .refine((value) => wholeDigits(value) <= digits, `has more than ${digits} digits`)
    .nullish()

const wholeDigits = (amount: Amount): number => String(amount).replace(/^-|\..*$/g, '').length

const scalar = z.union([z.string(), z.number(), z.boolean(), Exact])

type Documented = {
  type: 'string' | 'integer' | 'boolean'
  format?: string
  enum?: (string | number)[]
  maxLength?: number
  maximum?: number
}

/** Its schema takes any scalar; the document describes only what the host code lets pass. */
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
export const judgedInteger = (most: number, values?: number[]): Member<number> => ({
  schema: judged({ type: 'integer', maximum: 10 ** most - 1, ...(values && { enum: values }) }),
  most,
  keep: (value) => (/^\d+$/.test(textOf(value)) ? Number(value) : undefined),
})

/** An amount in whole units that a host code judges, whatever scalar is sent. */
export const judgedAmount = (most: number): Member<Amount> => ({
  ...judgedInteger(most),
  keep: (value) => (/^\d+$/.test(textOf(value)) ? amountOf(textOf(value)) : undefined),
})

/** A truth value that a host code judges, whatever scalar is sent. */
export const judgedTruth = () => judged({ type: 'boolean' })

/** A text that a host code judges, its length included, whatever scalar is sent. */
export const judgedText = (most: number, values?: string[]): Member<string> => ({
  schema: judged({ type: 'string', maxLength: most, ...(values && { enum: values }) }),
  most,
  keep: (value) => textOf(value) || undefined,
})

/** A date that a host code judges, whatever scalar is sent; zeros are no date. */
export const judgedDate = (): Member<string> => ({
  schema: judged({ type: 'string', format: 'date' }),
  most: 'YYYY-MM-DD'.length,
  keep: (value) => (isNoDate(value) ? undefined : textOf(value)),
})

/** A date as year and day of year (contract 2.6) that a host code judges. */
export const judgedDayOfYear = (): Member<string> => ({ ...judgedText(7), keep: judgedDate().keep })

/** A text of which a host code judges a part; its length is judged by the schema. */
export const partlyJudgedText = (most: number): Member<string> => ({
  schema: judged({ type: 'string', maxLength: most }).refine(
    (value) => textOf(value).length <= most,
    `has more than ${most} characters`,
  ),
  most,
  keep: (value) => textOf(value) || undefined,
})

/** A number that the caller chooses, without a code of its own: nineteen digits, or not given. */
export const chosenNumber = (): Member<string> => ({
  schema: z
    .string()
    .refine((value) => nameOf(value) === undefined || isFullNumber(value), 'is not nineteen digits')
    .nullish(),
  most: NUMBER_LENGTH,
  keep: nameOf,
})

/** An object that may be left out; null leaves it out too. */
export const group = <S extends z.ZodRawShape>(shape: S) => sparseObject(shape).nullish()

/** Members by name, as an operation or a record lists them. */
export type Members = Record<string, Member<string> | Member<number> | Member<Amount>>

/** What is sent of such members. */
export type Sent<F extends Members> = { [M in keyof F]?: Scalar }

/** What is kept of such members: what was given, and nothing else. */
export type Kept<F extends Members> = { -readonly [M in keyof F]?: F[M] extends Member<infer K> ? K : never }

export const schemasOf = <F extends Members>(members: F) =>
  Object.fromEntries(Object.entries(members).map(([member, { schema }]) => [member, schema])) as {
    [M in keyof F]: z.ZodType<Scalar, Scalar>
  }

/**
 * What is kept of such members: what was sent itself, where that is kept as it is. Members that are not given cost nothing;
 * others than these are not kept.
 */
export function keeper<F extends Members>(members: F): (sent: Sent<F>) => Kept<F> {
  const known = new Map(Object.entries(members))
  return (sent) => asSent(sent, (value, name) => known.get(name)?.keep(value as Scalar)) as Kept<F>
}
