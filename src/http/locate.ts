import { maskCards } from '../kernel/redaction.ts'
import { DEFAULT_WORKSPACE, faultOfName } from '../kernel/workspaces.ts'
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

/** The `/w/{workspace}` before a request's path, as it was sent; empty where there is none. */
export const prefixOf = (url: string): string => PREFIX.exec(fromPath(url))?.[0] ?? ''

export class BadWorkspaceName extends Error {
  constructor(name: string, fault: string) {
    super(`'${maskCards(name)}' is no workspace name: ${fault}`)
  }
}

function checked(name: string): string {
  const fault = faultOfName(name)
  if (fault === undefined) return name
  throw new BadWorkspaceName(name, fault)
}

/** The workspace of a request: by path, by header, by the credential it sends anyway (decision Workspaces). */
export function locate(url: string, header: (name: string) => string | undefined, face: Face | undefined): string {
  const located = fromPath(url)
  const prefixed = located.startsWith('/w/') ? PREFIX.exec(located)?.[1] : undefined
  const name = prefixed ?? header('x-sandbox-workspace')
  if (name !== undefined) return checked(name)
  const credential = face?.credential?.(header)
  if (!credential?.startsWith('sandbox-')) return DEFAULT_WORKSPACE
  return checked(credential.slice('sandbox-'.length))
}
