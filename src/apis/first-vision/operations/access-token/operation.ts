import * as z from 'zod'
import { basicCredentials } from '../../../../http/credentials/basic-credentials.ts'
import { TokenForm } from '../../../../http/credentials/token-form.ts'
import { operation } from '../../../../http/operation.ts'
import { isSameSecret } from '../../../../kernel/masking/same-secret.ts'
import { refuse } from '../../../../kernel/problem.ts'
import type { Workspace } from '../../../../kernel/workspaces/workspace.ts'
import { textOf } from '../../host/scalar.ts'
import { clients, TOKEN_SECONDS } from '../../records/clients.ts'
import { giveToken } from './domain.ts'
import { OAUTH } from './problems.ts'

/** The operations with this tag speak OAuth: neither their answers nor their refusals are in the envelope. */
export const TOKEN_TAG = 'Token'

const Headers = z.object({ apikey: z.string().optional(), authorization: z.string().optional() })
const Token = z.strictObject({
  token_type: z.literal('BearerToken'),
  issued_at: z.string(),
  client_id: z.string(),
  access_token: z.string().length(28),
  expires_in: z.string(),
  status: z.literal('approved'),
})

const contract = {
  method: 'post',
  summary: 'Get an access token',
  description: 'The api key is the user and the client secret the password of `Authorization: Basic`.',
  tag: TOKEN_TAG,
  source: 'contract 1.2',
  headers: Headers,
  body: TokenForm,
  bodyType: 'form',
  response: Token,
  anonymous: true,
  problems: Object.values(OAUTH),
  example: {
    params: { product: 'customers' },
    headers: { apikey: 'demo-first-vision', authorization: `Basic ${btoa('demo-first-vision:demo-secret')}` },
    body: { grant_type: 'client_credentials' },
  },
  /** Another API has a token endpoint on this path; this one’s callers send an api key, or ask below its own base. */
  when: (header: (name: string) => string | undefined, basePath: string) =>
    header('apikey') !== undefined || basePath !== '',
} as const

type Input = { headers: z.infer<typeof Headers>; body: z.infer<typeof TokenForm> }

function answer(workspace: Workspace, { headers: { apikey: sent, authorization }, body }: Input) {
  const apikey = textOf(sent) || refuse(OAUTH.invalidClient)
  checkClient(workspace, apikey, authorization)
  if (body.grant_type !== 'client_credentials') refuse(OAUTH.unsupportedGrantType)
  const { id, issuedAt } = giveToken(workspace, apikey)
  return {
    token_type: 'BearerToken' as const,
    issued_at: String(issuedAt),
    client_id: apikey,
    access_token: id,
    expires_in: String(TOKEN_SECONDS),
    status: 'approved' as const,
  }
}

/**
 * The secret of a client that the scenario lists must be right; any other client is let in where the workspace is relaxed,
 * with a remark (decision Authentication).
 */
function checkClient(workspace: Workspace, apikey: string, authorization: string | undefined): void {
  const sent = basicCredentials(authorization)
  const listed = clients(workspace).get(apikey)
  if (!listed) {
    if (workspace.auth === 'strict') refuse(OAUTH.invalidClient)
    const message = 'the scenario lists no client of this api key; the platform would refuse it'
    workspace.remark({ kind: 'unknown-client', message, path: 'headers.apikey' })
  } else if (sent?.username !== apikey || !isSameSecret(sent.password, listed.clientSecret)) refuse(OAUTH.invalidClient)
}

export const accessTokens = [
  operation({ ...contract, id: 'Access Token', path: '/token', problems: [...contract.problems] }).handle(answer),
  operation({
    ...contract,
    id: 'Access Token of a Product',
    path: '/{product}/token',
    params: z.object({ product: z.string() }),
    problems: [...contract.problems],
  }).handle(answer),
]
