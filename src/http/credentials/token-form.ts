import * as z from 'zod'

/**
 * The form that asks for a token (RFC 6749 4.4.2). It is documented as it must be; one without the grant type, or with
 * another, is for the operation to refuse in the words of OAuth.
 */
export const TokenForm = z
  .object({ grant_type: z.string().meta({ override: onlyClientCredentials }).optional() })
  .meta({ override: ({ jsonSchema }: Described) => Object.assign(jsonSchema, { required: ['grant_type'] }) })

type Described = { jsonSchema: object }

function onlyClientCredentials({ jsonSchema }: Described) {
  Object.assign(jsonSchema, { enum: ['client_credentials'] })
}
