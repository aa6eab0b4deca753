import { DEFAULT_WORKSPACE, WORKSPACE_NAME } from '../sandbox/workspaces.ts'
import type { Face } from './face.ts'

const LOCATION = /^\w+:\/\/[^/?#]*(?:\/w\/(?<workspace>[^/?#]*)(?=[/?#]|$))?(?<path>\/[^?#]*)?/

/** A request's path without the `/w/{workspace}` before it, decoded as routers want it. */
export const pathOf = (url: string): string => {
  const path = LOCATION.exec(url)?.groups?.path ?? '/'
  if (!path.includes('%')) return path
  try {
    // The router decodes parameters once more: an encoded percent sign must outlast this first time.
    return decodeURI(path.replaceAll('%25', '%2525'))
  } catch {
    return path
  }
}

export class BadWorkspaceName extends Error {
  constructor(name: string) {
    super(`'${name}' is no workspace name: use 1 to 63 lower-case letters, digits and dashes, not a dash first`)
  }
}

/** The workspace of a request: by path, by header, by the credential it sends anyway (design 3.3). */
export const locate = (url: string, header: (name: string) => string | undefined, face: Face | undefined): string => {
  const name = LOCATION.exec(url)?.groups?.workspace ?? header('x-sandbox-workspace')
  if (name !== undefined) {
    if (!WORKSPACE_NAME.test(name)) throw new BadWorkspaceName(name)
    return name
  }
  const credential = face?.credential?.(header)
  if (!credential?.startsWith('sandbox-')) return DEFAULT_WORKSPACE
  const named = credential.slice('sandbox-'.length)
  if (!WORKSPACE_NAME.test(named)) throw new BadWorkspaceName(named)
  return named
}
