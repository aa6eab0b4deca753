// Where something is, for the caller who asks: in the world that its path names, and below the base path that it used.
// A world that comes by header or credential is not in an address, as it comes that way again.

/** What stands before the path of a world that a request names in its path. */
const PREFIX = /^\/w\/([^/?#]*)/

/** A URL from its path on. */
function fromPath(url: string): string {
  const start = url.indexOf('/', url.indexOf('//') + 2)
  return start < 0 ? '/' : url.slice(start)
}

/** The workspace that a URL's path names, if it names one: as it is written, which may be no name. */
export function workspaceIn(url: string): string | undefined {
  const path = fromPath(url)
  return path.startsWith('/w/') ? PREFIX.exec(path)?.[1] : undefined
}

/** The path as the caller sent it, to the letter, without the query. */
export function sentPath(url: string): string {
  const path = fromPath(url)
  const end = path.includes('?') || path.includes('#') ? path.search(/[?#]/) : -1
  return end < 0 ? path : path.slice(0, end)
}

/** Without the `/w/{workspace}` that most have not. */
const withoutPrefix = (path: string): string => (path.startsWith('/w/') ? path.replace(PREFIX, '') || '/' : path)

/** The path with its query, without the `/w/{workspace}` before it. */
export function targetOf(url: string): string {
  const path = fromPath(url)
  const end = path.indexOf('#')
  return withoutPrefix(end < 0 ? path : path.slice(0, end))
}

/** The path without the `/w/{workspace}` before it, as it was sent. */
export const pathWithin = (url: string): string => withoutPrefix(sentPath(url))

/** The `/w/{workspace}` before a request's path, as it was sent; empty where there is none. */
export const prefixOf = (url: string): string => PREFIX.exec(fromPath(url))?.[0] ?? ''

/** Origin and `/w/{workspace}` of a request, as they were sent. */
export const homeOf = (url: string): string => new URL(url).origin + prefixOf(url)

/** Where one of our own paths is for the caller of a URL. */
export function addressFor(url: string, path: string): string {
  const prefix = prefixOf(url)
  return prefix && path === '/' ? prefix : prefix + path
}
