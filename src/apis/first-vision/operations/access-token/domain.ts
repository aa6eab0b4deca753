import { drawText } from '../../../../kernel/random.ts'
import type { Workspace } from '../../../../kernel/workspaces/workspace.ts'
import { type AccessToken, accessTokens, TOKEN_SECONDS } from '../../records/clients.ts'

const TOKEN_LENGTH = 28

/** Gives a client a token and remembers until when it is good. */
export function giveToken(workspace: Workspace, apikey: string): AccessToken {
  const key = workspace.draw('first-vision.access-token', workspace.counters.next('first-vision.access-token'))
  const issuedAt = workspace.clock.now()
  dropExpired(workspace)
  return accessTokens(workspace).put({
    id: drawText(key, TOKEN_LENGTH),
    apikey,
    issuedAt,
    expiresAt: issuedAt + TOKEN_SECONDS * 1000,
  })
}

/** From the oldest on, as far as they have expired: all live equally long. */
function dropExpired(workspace: Workspace): void {
  for (const { id, expiresAt } of accessTokens(workspace).all()) {
    if (expiresAt > workspace.clock.now()) return
    accessTokens(workspace).remove(id)
  }
}
