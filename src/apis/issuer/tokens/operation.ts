import * as z from 'zod'
import { TokenForm } from '../../../http/credentials/token-form.ts'
import { type Operation, operation } from '../../../http/operation.ts'
import { clientCredentials } from './credentials.ts'
import { issueToken, TOKEN_LIFETIME } from './domain.ts'
import { clientSecretWrong, clientUnknown, grantTypeMissing, grantTypeUnsupported } from './problems.ts'

const AccessToken = z
  .strictObject({ access_token: z.string(), token_type: z.literal('Bearer'), expires_in: z.int() })
  .meta({ id: 'AccessToken' })

/** At both addresses that the sources give (contract 1). First Vision's tokens are asked for with an api key. */
const PLACES: Pick<Operation, 'id' | 'path' | 'when'>[] = [
  { id: 'accessToken', path: '/oauth/accesstoken' },
  { id: 'accessTokenByTokenUrl', path: '/token', when: (header) => header('apikey') === undefined },
]

export const accessToken = PLACES.map((place) =>
  operation({
    ...place,
    method: 'post',
    summary: 'Give out an access token',
    description: 'OAuth 2 client credentials: client id and secret as HTTP Basic, the grant type as a form.',
    tag: 'Authentication',
    source: 'contract 1; decision Authentication',
    headers: z.object({ authorization: z.string().optional() }),
    body: TokenForm,
    bodyType: 'form',
    response: AccessToken,
    anonymous: true,
    problems: [clientUnknown, clientSecretWrong, grantTypeMissing, grantTypeUnsupported],
    example: {
      headers: { authorization: `Basic ${btoa('demo-issuer:demo-secret')}` },
      body: { grant_type: 'client_credentials' },
    },
  }).handle((workspace, { headers, body }) => {
    // A field without a value is as good as left out (RFC 6749 3.2).
    const { id } = issueToken(workspace, clientCredentials(headers.authorization), body.grant_type || undefined)
    return { access_token: id, token_type: 'Bearer', expires_in: TOKEN_LIFETIME }
  }),
)
