import { type Approach, authentication as byDemands, type Demand } from '../../../http/credentials/authentication.ts'
import { bearerToken } from '../../../http/credentials/bearer-token.ts'
import type { Workspace } from '../../../kernel/workspaces/workspace.ts'
import { wireInstant } from '../platform/dates.ts'
import { issuerIn } from '../platform/issuer-path.ts'
import * as problems from './credential-problems.ts'
import { type Client, clients, type Token, tokens } from './records.ts'

/** What a caller's token says, and what it asks for. */
type Claim = {
  bearer: string | undefined
  token: Token | undefined
  client: Client | undefined
  issuerId: string | undefined
  at: number
}

function claimOf(workspace: Workspace, { header, path, at }: Approach): Claim {
  const bearer = bearerToken(header('authorization'))
  const token = bearer === undefined ? undefined : tokens(workspace).get(bearer)
  const client = token?.clientId === undefined ? undefined : clients(workspace).get(token.clientId)
  return { bearer, token, client, issuerId: token && issuerIn(path), at }
}

/** What the platform demands, in the order in which it looks (contract 1; decision Authentication). */
const DEMANDS: Demand<Claim>[] = [
  { problem: problems.tokenMissing, isMet: ({ bearer }) => bearer !== undefined },
  { problem: problems.tokenUnknown, isMet: ({ token }) => token !== undefined },
  { problem: problems.tokenExpired, isMet: ({ token, at }) => token !== undefined && token.expires > wireInstant(at) },
  { problem: problems.tokenOfNobody, isMet: ({ client }) => client !== undefined },
  {
    problem: problems.issuerNotPermitted,
    applies: ({ issuerId }) => issuerId !== undefined,
    isMet: ({ client, issuerId = '' }) => client?.issuers.includes(issuerId) === true,
  },
]

/** Who may call for an issuer. */
export const authentication = byDemands(claimOf, DEMANDS)
