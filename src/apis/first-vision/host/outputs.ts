import * as z from 'zod'
import type { ExactNumber } from '../../../kernel/text/exact-number.ts'
import { type Amount, asNumber, Exact, shownAmount } from './amount.ts'
import { dateOfYear } from './calendar.ts'

/** One member of an answer: its schema, and how a value becomes it; none is left out (decision Empty members). */
export type Output<T> = {
  schema: z.ZodType<T, T>
  of(value: unknown): T
  /** The stored member it shows, where that has another name. */
  from?: string
}

/** The members of an answer, groups within groups. */
export type Shape = { [member: string]: Output<unknown> | Shape }

export type Rendered<S> = { [M in keyof S]: S[M] extends Output<infer T> ? T : Rendered<S[M]> }

/** Schemas are made when they are first asked for: a start need not wait for them. */
const output = <T>(schema: () => z.ZodType<T, T>, of: (value: unknown) => T, from?: string): Output<T> => ({
  get schema() {
    return schema()
  },
  of,
  ...(from !== undefined && { from }),
})

/** A text; blank where there is none. */
export const text = (most: number, from?: string): Output<string> =>
  output(
    () => z.string().max(most),
    (value) => String(value ?? ''),
    from,
  )

/** A numeric code that this answer shows as text; zero where there is none. */
export const digitText = (most: number, from?: string): Output<string> =>
  output(
    () => z.string().max(most),
    (value) => String(value || 0),
    from,
  )

export const integer = (digits: number, from?: string): Output<number> =>
  output(
    () =>
      z
        .int()
        .min(0)
        .max(Math.min(10 ** digits - 1, Number.MAX_SAFE_INTEGER)),
    (value) => Number(value ?? 0),
    from,
  )

export const amount = (digits = 17, from?: string): Output<number | ExactNumber> =>
  output(
    () => z.union([z.number().lt(10 ** digits), Exact]).meta(asNumber({ exclusiveMaximum: 10 ** digits })),
    (value) => shownAmount((value ?? 0) as Amount),
    from,
  )

export const truth = (): Output<boolean> =>
  output(
    () => z.boolean(),
    (value) => value === true,
  )

export const date = (from?: string): Output<string | null> =>
  output(
    () => z.iso.date().nullable(),
    (value) => (value ? String(value) : null),
    from,
  )

/** A date that is stored as year and day of year (contract 2.6). */
export const dayOfYear = (from?: string): Output<string | null> =>
  output(
    () => z.iso.date().nullable(),
    (value) => dateOfYear(String(value ?? '')) ?? null,
    from,
  )

/** A code, documented with these values. */
export const among = <T extends string | number>(values: T[], code: Output<T>): Output<T> =>
  output(() => code.schema.refine((value) => values.includes(value)).meta({ enum: values }), code.of, code.from)

/** Records one by one; none where nothing is stored. */
export const list = <S extends Shape>(shape: S): Output<Rendered<S>[]> =>
  output(
    () => z.array(schemaOf(shape)),
    (records) => ((records ?? []) as object[]).map((record) => render(shape, record)),
  )

const isOutput = (part: Shape[string] | undefined): part is Output<unknown> => typeof part?.of === 'function'

export const schemaOf = <S extends Shape>(shape: S): z.ZodType<Rendered<S>, Rendered<S>> =>
  z.lazy(() =>
    z.strictObject(
      Object.fromEntries(
        Object.entries(shape).map(([member, part]) => [member, isOutput(part) ? part.schema : schemaOf(part)]),
      ),
    ),
  ) as unknown as z.ZodType<Rendered<S>, Rendered<S>>

/** Shows a record in a shape: every member, in order, groups filled from the same record. */
export function render<S extends Shape>(shape: S, record: object): Rendered<S> {
  const stored = record as Record<string, unknown>
  const shown: Record<string, unknown> = {}
  for (const member in shape) {
    const part = shape[member] as Shape[string]
    shown[member] = isOutput(part) ? part.of(stored[part.from ?? member]) : render(part, record)
  }
  return shown as Rendered<S>
}
