import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { Face } from './face.ts'
import { headersOf } from './headers.ts'
import { locate } from './locate.ts'
import { isMeantFor, methodOf, type Nothing, nothingAt, notOffered, type Paths } from './nowhere.ts'
import { isAcrossSites } from './origins.ts'
import { type Services, serve, serveFailure } from './pipeline.ts'
import { refuse } from './refuse.ts'
import type { Route } from './route.ts'

/** Puts the routes of all faces on the router, literal paths before those with parameters, and gives their paths. */
export function mount(app: OpenAPIHono, routes: Route[], services: Services): Paths {
  const paths = new Map<string, Route[]>()
  for (const route of routes)
    for (const base of route.face.basePaths) {
      const path = base + route.described.path
      paths.set(path, [...(paths.get(path) ?? []), route])
    }
  const sorted = new Map([...paths].sort(([a], [b]) => bySpecificity(a, b)))
  for (const [path, there] of sorted) mountAt(app, path, there, services)
  return sorted
}

/**
 * Answers where nothing is: in the form of the API whose prefix the path has, else with problem details. `others` are the
 * paths that no operation has, which may be meant too.
 */
export async function serveNowhere(
  c: Context,
  paths: Paths,
  faces: Face[],
  services: Services,
  others: string[] = [],
): Promise<Response> {
  return serveNothing(c, nothingAt(c, paths, faces, others), services)
}

async function serveNothing(c: Context, { face, failure, allowed }: Nothing, services: Services): Promise<Response> {
  if (!face) {
    // A bad name is told before what it was to lead to.
    locate(c.req.url, headersOf(c), undefined)
    return refuse(c, services.log, failure.status, failure.message)
  }
  const response = await serveFailure(c, { face }, failure, services)
  if (allowed) response.headers.set('Allow', allowed)
  return response
}

const ACROSS_SITES = 'pages of another site may not call the sandbox; --cors lets them'

/** Those that are tried; any other comes to where nothing is. */
const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']

function mountAt(app: OpenAPIHono, path: string, routes: Route[], services: Services): void {
  const { admitted, log } = services
  const pattern = path.replaceAll(/\{(\w+)\}([^/]*)/g, (_, name: string, ending: string) => parameter(name, ending))
  for (const route of routes) {
    const { face, operation } = route
    // Bodies without a media type, and requests without a body, come through to a simulated API from any page.
    const handler = (c: Context) =>
      !face.control && isAcrossSites(c, admitted.origins)
        ? refuse(c, log, 403, ACROSS_SITES)
        : serve(c, route, services)
    const isMeant = operation.when && ((c: Context) => isMeantFor(c, route, path))
    app.on([methodOf(route)], [pattern], isMeant ? (c, next) => (isMeant(c) ? handler(c) : next()) : handler)
  }
  const offered = routes.map(methodOf)
  // Only where the method is not offered: a second handler beside an operation's would cost every request.
  const others = METHODS.filter((method) => !offered.includes(method))
  app.on(others, [pattern], (c, next) => {
    const nothing = notOffered(c, path, routes)
    // What this caller asked for is elsewhere, or nowhere.
    return nothing ? serveNothing(c, nothing, services) : (next() as never)
  })
}

/** A parameter as the router writes it; with an ending it holds that too. */
const parameter = (name: string, ending: string): string =>
  ending ? `:${name}{[^/]+${ending.replaceAll('.', '\\.')}}` : `:${name}`

/**
 * Segment by segment, a literal stands before a parameter with an ending, and that before one without; otherwise
 * alphabetical, to be the same everywhere.
 */
function bySpecificity(a: string, b: string): number {
  const [left, right] = [a.split('/'), b.split('/')]
  for (let i = 0; i < Math.min(left.length, right.length); i++) {
    const [l, r] = [left[i] ?? '', right[i] ?? '']
    if (l === r) continue
    const difference = looseness(l) - looseness(r)
    if (difference) return difference
    return l < r ? -1 : 1
  }
  return left.length - right.length
}

/** How much a segment of a path may match: itself, what ends as it does, anything. */
function looseness(segment: string): number {
  if (!segment.startsWith('{')) return 0
  return segment.endsWith('}') ? 2 : 1
}
