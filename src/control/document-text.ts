import * as z from 'zod'

/** A JSON document as text, which is sent as it is. */
export const DocumentText = z
  .string()
  .meta({ override: ({ jsonSchema }: { jsonSchema: object }) => Object.assign(jsonSchema, { type: 'object' }) })
