import * as z from 'zod'
import type { $ZodType } from 'zod/v4/core'
import type { Documented } from '../../http/face.ts'
import { accessToken } from './tokens/operation.ts'

const FailureMetadata = z.strictObject({
  correlationId: z.string(),
  responseDateTime: z.string(),
  statusMessage: z.string(),
  statusCode: z.int32().meta({ format: 'int32' }),
})

const Links = z.strictObject({ self: z.string(), next: z.string().optional() }).meta({ id: 'Links' })

const ResponseMetadata = FailureMetadata.extend({
  links: Links.optional(),
  timeTakenMs: z.int().meta({ format: 'int64' }),
}).meta({
  id: 'ResponseMetadata',
})

const ErrorResponse = z.strictObject({ responseMetadata: FailureMetadata }).meta({ id: 'ErrorResponse' })

const OAuthError = z.strictObject({ error: z.string(), error_description: z.string() }).meta({ id: 'OAuthError' })

/** Demands nothing: relaxed authentication takes any credentials or none. */
const anybody = (): Record<string, string[]> => ({})

/** What the document says of the envelope (contract 1); the token endpoints answer as OAuth does. */
export const documented: Documented = {
  success: (response: $ZodType, operation) =>
    accessToken.includes(operation)
      ? response
      : z.strictObject({ responseMetadata: ResponseMetadata, data: response as z.ZodType }),
  failure: (operation) => ({ schema: accessToken.includes(operation) ? OAuthError : ErrorResponse }),
  words: async () => (await import('./words/index.ts')).words,
  credentials: {
    client: {
      type: 'http',
      scheme: 'basic',
      description: 'For the token endpoints: client id and secret. On `quickstart`: `demo-issuer` and `demo-secret`.',
    },
    accessToken: {
      type: 'oauth2',
      flows: { clientCredentials: { tokenUrl: '/oauth/accesstoken', scopes: {} } },
      description: 'The token that `accessToken` gives out, as `Authorization: Bearer`. It lasts an hour.',
    },
  },
  security: (operation) => (accessToken.includes(operation) ? [{ client: [] }] : [{ accessToken: [] }, anybody()]),
}
