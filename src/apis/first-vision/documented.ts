import * as z from 'zod'
import type { Documented } from '../../http/face.ts'
import type { Envelope } from './host/envelope.ts'
import { TOKEN_TAG } from './operations/access-token/operation.ts'

const GatewayError = z.strictObject({ code: z.string(), description: z.string() }).meta({ id: 'GatewayError' })

const ErrorResponse = z
  .strictObject({ hasError: z.literal(true), errors: z.array(GatewayError).min(1), data: z.null() })
  .meta({ id: 'ErrorResponse' })

const OAuthError = z.strictObject({ error: z.string(), error_description: z.string() }).meta({ id: 'OAuthError' })

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
  headers: {
    'X-ClientID': z.string().optional().describe('The client organization; demanded where authentication is strict.'),
    Signature: z.string().optional().describe('An HMAC of the request; checked where it is sent.'),
    'X-Client-Request-Id': z.string().optional().describe('Up to 40 characters; sent back as it came.'),
    Timestamp: z.string().optional().describe('Milliseconds since the epoch; part of what is signed.'),
  },
  credentials: {
    apikey: { type: 'apiKey', in: 'header', name: 'apikey' },
    accessToken: { type: 'http', scheme: 'bearer' },
  },
})
