import type * as z from 'zod'
import type { $ZodType } from 'zod/v4/core'

/** A body by media type. */
export type Content = Record<string, { schema: z.ZodType }>

/** A body of one media type. */
export const contentOf = (mediaType: string, schema: $ZodType): Content => ({
  [mediaType]: { schema: schema as z.ZodType },
})
