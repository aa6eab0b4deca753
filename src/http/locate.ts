import { DEFAULT_WORKSPACE, WORKSPACE_NAME } from '../kernel/workspaces.ts'
import type { Face } from './face.ts'

const PREFIX = /^\/w\/([^/?#]*)/

/** A URL from its path on. */
function fromPath(url: string): string {
  const start = url.indexOf('/', url.indexOf('//') + 2)
  return start < 0 ? '/' : url.slice(start)
}

/** A request's path without the `/w/{workspace}` before it, decoded as routers want it. */
export function pathOf(url: string): string {
  const located = fromPath(url)
  const rest = located.startsWith('/w/') ? located.replace(PREFIX, '') : located
  const end = rest.search(/[?#]/)
  const path = (end < 0 ? rest : rest.slice(0, end)) || '/'
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

/** The workspace of a request: by path, by header, by the credential it sends anyway (decision Workspaces). */
export function locate(url: string, header: (name: string) => string | undefined, face: Face | undefined): string {
  const located = fromPath(url)
  const prefixed = located.startsWith('/w/') ? PREFIX.exec(located)?.[1] : undefined
  const name = prefixed ?? header('x-sandbox-workspace')
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
