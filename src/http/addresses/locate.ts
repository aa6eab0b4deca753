import { maskCards } from '../../kernel/masking/redaction.ts'
import { DEFAULT_WORKSPACE, faultOfName } from '../../kernel/workspaces/workspace-name.ts'
import { RequestFailed } from '../answers/failure.ts'
import type { Face } from '../face.ts'
import { pathWithin, workspaceIn } from './address.ts'

/** A request's path without the `/w/{workspace}` before it, decoded as routers want it. */
export function pathOf(url: string): string {
  const path = pathWithin(url)
  if (!path.includes('%')) return path
  try {
    // The router decodes parameters once more: an encoded percent sign must outlast this first time.
    return decodeURI(path.replaceAll('%25', '%2525'))
  } catch {
    return path
  }
}

function checked(name: string): string {
  const fault = faultOfName(name)
  if (fault === undefined) return name
  const message = `'${maskCards(name)}' is no workspace name: ${fault}`
  throw new RequestFailed({ kind: 'http', status: 400, message })
}

/** The workspace of a request: by path, by header, by the credential it sends anyway (decision Workspaces). @throws RequestFailed where that is none */
export function locate(url: string, header: (name: string) => string | undefined, face: Face | undefined): string {
  const name = workspaceIn(url) ?? header('x-sandbox-workspace')
  if (name !== undefined) return checked(name)
  const credential = face?.credential?.(header)
  if (!credential?.startsWith('sandbox-')) return DEFAULT_WORKSPACE
  return checked(credential.slice('sandbox-'.length))
}
