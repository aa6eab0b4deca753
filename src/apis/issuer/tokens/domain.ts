import { refuseIf } from '../../../kernel/checks.ts'
import { maskValue } from '../../../kernel/masking/redaction.ts'
import { isSameSecret } from '../../../kernel/masking/same-secret.ts'
import { drawText } from '../../../kernel/random.ts'
import { sometimes } from '../../../kernel/sometimes.ts'
import type { Workspace } from '../../../kernel/workspaces/workspace.ts'
import { now, wireInstant } from '../platform/dates.ts'
import { clientSecretWrong, clientUnknown, grantTypeMissing, grantTypeUnsupported } from './problems.ts'
import { clients, type Token, tokens } from './records.ts'

export type ClientCredentials = { clientId: string; clientSecret: string }

/** Seconds. */
export const TOKEN_LIFETIME = 3600

/** Gives out a token. One for a client that stands for a workspace leads back there (decision Workspaces). */
export function issueToken(
  workspace: Workspace,
  client: ClientCredentials | undefined,
  grantType: string | undefined,
): Token {
  checkClient(workspace, client)
  refuseIf(workspace, grantType === undefined, grantTypeMissing)
  refuseIf(
    workspace,
    grantType !== 'client_credentials',
    grantTypeUnsupported,
    () => `the grant type '${grantType}' is not supported`,
  )
  dropExpired(workspace)
  const text = drawText(workspace.draw('issuer.tokens', workspace.counters.next('issuer.tokens')), 48)
  const clientId = client && maskValue(client.clientId)
  return tokens(workspace).put({
    id: clientId?.startsWith('sandbox-') ? `${clientId}.${text}` : text,
    ...(clientId !== undefined && { clientId }),
    expires: wireInstant(workspace.clock.now() + TOKEN_LIFETIME * 1000),
  })
}

/** From the oldest on, as far as they have expired: all live equally long. */
function dropExpired(workspace: Workspace): void {
  for (const { id, expires } of tokens(workspace).all()) {
    if (expires > now(workspace)) return
    sometimes('expired token dropped')
    tokens(workspace).remove(id)
  }
}

function checkClient(workspace: Workspace, client: ClientCredentials | undefined): void {
  const known = client && clients(workspace).get(client.clientId)
  refuseIf(workspace, known && !isSameSecret(client.clientSecret, known.clientSecret), clientSecretWrong)
  if (known) return
  refuseIf(workspace, workspace.auth === 'strict', clientUnknown)
  const message = client
    ? `no client '${client.clientId}' in this scenario; the platform would refuse it`
    : 'no client id and secret; the platform would refuse this'
  workspace.remark({ kind: client ? 'unknown-client' : 'missing-client', message, path: 'authorization' })
}
