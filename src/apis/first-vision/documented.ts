import * as z from 'zod'
import type { Documented } from '../../http/face.ts'
import type { Envelope } from './host/envelope.ts'
import { TOKEN_TAG } from './operations/access-token/operation.ts'

const text = z.string().optional()

const GatewayError = z.strictObject({ code: z.string(), description: z.string() }).meta({ id: 'GatewayError' })

const ErrorResponse = z
  .strictObject({ hasError: z.literal(true), errors: z.array(GatewayError).min(1), data: z.null() })
  .meta({ id: 'ErrorResponse' })

const OAuthError = z.strictObject({ error: z.string(), error_description: z.string() }).meta({ id: 'OAuthError' })

/** Demands nothing: relaxed authentication takes any credentials or none. */
const anybody = (): Record<string, string[]> => ({})

/** What the document says of headers and envelope (contract 1.1, 1.4); the token endpoints answer as OAuth does. */
export const documented = (envelope: Envelope): Documented => ({
  success: (response, { tag }) =>
    tag === TOKEN_TAG || envelope === 'bare'
      ? response
      : z.strictObject({
          hasError: z.literal(false),
          errors: z.array(GatewayError).max(0),
          data: response as z.ZodType,
        }),
  failure: ({ tag }) => ({ schema: tag === TOKEN_TAG ? z.union([OAuthError, ErrorResponse]) : ErrorResponse }),
  words: async () => (await import('./words/index.ts')).words,
  headers: { 'X-ClientID': text, Signature: text, 'X-Client-Request-Id': text, Timestamp: text },
  credentials: {
    client: {
      type: 'http',
      scheme: 'basic',
      description:
        'For the token endpoint: the api key as the user, its secret as the password. On `quickstart`: `demo-first-vision` and `demo-secret`.',
    },
    apikey: {
      type: 'apiKey',
      in: 'header',
      name: 'apikey',
      description: 'The client’s key: `demo-first-vision` on `quickstart`, or `sandbox-{workspace}` for a workspace.',
    },
    accessToken: {
      type: 'oauth2',
      flows: { clientCredentials: { tokenUrl: '/token', scopes: {} } },
      description: 'The token that `accessToken` gives out, as `Authorization: Bearer`. It lasts 900 seconds.',
    },
  },
  security: ({ tag }) => (tag === TOKEN_TAG ? [{ client: [] }] : [{ apikey: [], accessToken: [] }, anybody()]),
})
