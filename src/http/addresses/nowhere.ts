import type { Context } from 'hono'
import type { Face, Failure } from '../face.ts'
import { headersOf } from '../requests/headers.ts'
import type { Route } from '../route.ts'
import { prefixOf } from './address.ts'
import { nearestPath } from './nearest-path.ts'
import { signpost } from './signposts.ts'

/** Paths with their routes, as `/customer/{number}`, literal ones first. */
export type Paths = ReadonlyMap<string, Route[]>

/** Why no operation is where a request looks for one. No face where the path is none's. */
type Nothing = { face: Face | undefined; failure: Failure & { kind: 'http' }; allowed?: string }

/** What is wrong with a request that no route takes: its method, or else its path. */
export function nothingAt(c: Context, paths: Paths, faces: Face[], others: string[]): Nothing {
  for (const [path, routes] of paths) {
    const nothing = isAt(path, c.req.path) ? notOffered(c, path, routes) : undefined
    if (nothing) return nothing
  }
  return {
    face: faces.find(({ owns }) => owns.some((prefix) => isBelow(c.req.path, prefix))),
    failure: {
      kind: 'http',
      status: 404,
      message: `nothing at ${c.req.method} ${c.req.path}${hint(c, [...paths.keys(), ...others])}`,
    },
  }
}

/** Whether a request is for this operation, at one of its face's base paths. */
export function isMeantFor(c: Context, { operation, path: own }: Route, path: string): boolean {
  const basePath = path.slice(0, path.length - own.length)
  return operation.when?.(headersOf(c), basePath) ?? true
}

/** That a path does not offer the method; undefined where nothing at the path is meant for this caller. */
export function notOffered(c: Context, path: string, routes: Route[]): Nothing | undefined {
  const meant = routes.filter((route) => isMeantFor(c, route, path))
  const [first] = meant
  if (!first) return undefined
  const allowed = [...new Set(meant.map(({ method }) => method))].join(', ')
  const message = `${c.req.method} is not offered here; ${allowed} is`
  return { face: first.face, failure: { kind: 'http', status: 405, message }, allowed }
}

function hint(c: Context, known: string[]): string {
  const prefix = prefixOf(c.req.url)
  const nearest = nearestPath(c.req.path, known)
  if (nearest === undefined) return `; ${signpost(c.req.path, prefix, known) ?? `${prefix}/ tells what there is`}`
  // There is something, but for other callers.
  return nearest === c.req.path ? '' : `; the nearest path is ${prefix}${nearest}`
}

/** Whether a path, as it was asked for, is one of those that a path with parameters stands for. */
export const isAt = (path: string, asked: string): boolean =>
  new RegExp(`^${path.replaceAll('.', '\\.').replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(asked)

/** Whether a path is another one, or below it. */
export const isBelow = (path: string, prefix: string): boolean => path === prefix || path.startsWith(`${prefix}/`)
