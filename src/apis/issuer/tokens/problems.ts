import type { Problem } from '../../../kernel/problem.ts'
import { rule } from '../platform/rule.ts'

/** A refusal of the token endpoint, which words it as OAuth has it (RFC 6749 5.2). */
export type OAuthProblem = Problem & { error: 'invalid_client' | 'invalid_request' | 'unsupported_grant_type' }

const request = (clientSecret: string, body: string, clientId = 'demo-issuer', scenario = 'quickstart') => ({
  scenario,
  method: 'POST',
  path: '/oauth/accesstoken',
  headers: {
    authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`,
    'content-type': 'application/x-www-form-urlencoded',
  },
  body,
})

const SOURCE = { basis: 'assumed', source: 'decision Authentication' } as const

export const clientUnknown: OAuthProblem = {
  ...rule('client-unknown', 'the scenario lists no such client', {
    ...SOURCE,
    status: 401,
    when: 'the workspace is strict, and client id and secret are of no client that the scenario lists, or missing',
    example: request('demo-secret', 'grant_type=client_credentials', 'somebody', 'strict-auth'),
  }),
  error: 'invalid_client',
}

export const clientSecretWrong: OAuthProblem = {
  ...rule('client-secret-wrong', 'the secret of this client is another one', {
    ...SOURCE,
    status: 401,
    when: 'the client is one of the scenario’s and the secret is not its own',
    example: request('not-the-secret', 'grant_type=client_credentials'),
  }),
  error: 'invalid_client',
}

export const grantTypeMissing: OAuthProblem = {
  ...rule('grant-type-missing', 'the form has no grant_type', {
    ...SOURCE,
    when: 'the form does not have the field `grant_type`',
    example: request('demo-secret', ''),
  }),
  error: 'invalid_request',
}

export const grantTypeUnsupported: OAuthProblem = {
  ...rule('grant-type-unsupported', 'the grant type is client_credentials', {
    ...SOURCE,
    when: '`grant_type` is not `client_credentials`',
    example: request('demo-secret', 'grant_type=password'),
  }),
  error: 'unsupported_grant_type',
}
