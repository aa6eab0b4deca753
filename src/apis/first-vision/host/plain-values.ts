import type { $ZodCheckMaxLengthDef, $ZodStringDef, $ZodType, $ZodTypeDef, $ZodUnionDef } from 'zod/v4/core'

/** What a schema takes as it is, so that most values need not be read by it: texts up to so long, and perhaps any number. */
export type Plain = { longest: number; numbers: boolean }

export const fitsAsItIs = (value: unknown, { longest, numbers }: Plain): boolean =>
  typeof value === 'string' ? value.length <= longest : numbers && typeof value === 'number' && Number.isFinite(value)

/** Undefined where a schema has more to say of texts than how long they are. */
export function plainOf({ _zod: { def } }: $ZodType): Plain | undefined {
  switch (def.type) {
    case 'optional':
    case 'nullable':
      // What is refined around a schema is not in it.
      return def.checks?.length ? undefined : plainOf((def as $ZodTypeDef & { innerType: $ZodType }).innerType)
    case 'string':
      return textOf(def as $ZodStringDef)
    case 'union':
      return def.checks?.length ? undefined : anyOf((def as $ZodUnionDef).options)
    default:
      return undefined
  }
}

function textOf({ checks = [], format, coerce }: $ZodStringDef & { format?: string }): Plain | undefined {
  let longest = Number.POSITIVE_INFINITY
  for (const { _zod } of checks) {
    const { check, maximum } = _zod.def as $ZodCheckMaxLengthDef
    if (check !== 'max_length') return undefined
    longest = Math.min(longest, maximum)
  }
  return format || coerce ? undefined : { longest, numbers: false }
}

/** The first that takes a value gives it as it is, if it is plain. */
function anyOf([first, ...others]: readonly $ZodType[]): Plain | undefined {
  const text = first && plainOf(first)
  if (!text || text.longest < Number.POSITIVE_INFINITY) return undefined
  const { type, checks, check } = (others[0]?._zod.def ?? {}) as Partial<$ZodTypeDef & { check: string }>
  return { ...text, numbers: type === 'number' && !checks?.length && !check }
}
