import {
  type Approach,
  type Authentication,
  authentication as byDemands,
  type Demand,
} from '../../../http/credentials/authentication.ts'
import { bearerToken } from '../../../http/credentials/bearer-token.ts'
import { isSameSecret } from '../../../kernel/masking/same-secret.ts'
import type { Workspace } from '../../../kernel/workspaces/workspace.ts'
import { textOf } from '../host/scalar.ts'
import { type AccessToken, accessTokens, type Client, clients } from '../records/clients.ts'
import * as problems from './problems.ts'
import { isRecent, isTimestamp, type Signed, shownText, shownWindow, sign } from './signature.ts'

/** What a caller says of itself, and what is on file about it. */
type Claim = {
  apikey: string
  client: Client | undefined
  clientId: string
  bearer: string | undefined
  token: AccessToken | undefined
  /** As it was sent; empty where the request is not signed, or its body could not be read. */
  signature: string
  signed: Signed
  at: number
}

function claimOf(workspace: Workspace, { header, body, at }: Approach): Claim {
  const apikey = textOf(header('apikey'))
  const bearer = bearerToken(header('authorization'))
  return {
    apikey,
    bearer,
    at,
    client: apikey === '' ? undefined : clients(workspace).get(apikey),
    clientId: textOf(header('x-clientid')),
    token: bearer === undefined ? undefined : accessTokens(workspace).get(bearer),
    signature: body === undefined ? '' : textOf(header('signature')),
    signed: signedIn(header, body),
  }
}

const signedIn = (header: Approach['header'], body = ''): Signed => ({
  apikey: textOf(header('apikey')),
  requestId: textOf(header('x-client-request-id')),
  timestamp: textOf(header('timestamp')),
  body,
})

/** The sources write the same id with zeros before it and without (contract 1.1). */
const withoutZeros = (clientId: string): string => clientId.replace(/^0+/, '')

const isSigned = ({ signature }: Claim): boolean => signature !== ''

/** What the gateway demands, in the order in which it looks (contract 1.1, 1.2, 1.3; decision Authentication). */
const DEMANDS: Demand<Claim>[] = [
  { problem: problems.apiKeyMissing, isMet: ({ apikey }) => apikey !== '' },
  { problem: problems.apiKeyUnknown, isMet: ({ client }) => client !== undefined },
  { problem: problems.clientIdMissing, isMet: ({ clientId }) => clientId !== '' },
  {
    problem: problems.clientIdDiffers,
    applies: ({ client }) => client?.clientId !== undefined,
    isMet: ({ client, clientId }) => withoutZeros(clientId) === withoutZeros(client?.clientId ?? ''),
  },
  { problem: problems.tokenMissing, isMet: ({ bearer }) => bearer !== undefined },
  { problem: problems.tokenUnknown, isMet: ({ token }) => token !== undefined },
  { problem: problems.tokenOfAnother, isMet: ({ token, apikey }) => token?.apikey === apikey },
  { problem: problems.tokenExpired, isMet: ({ token, at }) => token !== undefined && token.expiresAt > at },
  {
    problem: problems.signatureIncomplete,
    applies: isSigned,
    isMet: ({ signed: { requestId, timestamp } }) => requestId !== '' && isTimestamp(timestamp),
  },
  {
    problem: problems.signatureStale,
    applies: isSigned,
    isMet: ({ signed: { timestamp }, at }) => isRecent(timestamp, at),
    expected: ({ at }) => shownWindow(at),
  },
  {
    problem: problems.signatureWrong,
    applies: isSigned,
    isMet: ({ signature, signed, client }) =>
      client !== undefined && isSameSecret(signature, sign(client.clientSecret, signed)),
    expected: ({ signed }) => shownText(signed),
  },
]

/** Who may call the customer services. */
export const authentication: Authentication = {
  ...byDemands(claimOf, DEMANDS),
  signature: (workspace, approach) => {
    const { client, signed } = claimOf(workspace, { ...approach, at: 0 })
    return client && sign(client.clientSecret, signed)
  },
  sign: (secret, { header, body }) => sign(secret, signedIn(header, body)),
}
