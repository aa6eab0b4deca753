import type { Context, Hono } from 'hono'
import { locate } from './addresses/locate.ts'
import { isMeantFor, nothingAt, notOffered, type Paths } from './addresses/nowhere.ts'
import { refuse } from './answers/refuse.ts'
import type { Face } from './face.ts'
import { type Services, serve, serveFailure } from './pipeline.ts'
import { headersOf } from './requests/headers.ts'
import type { Route } from './route.ts'
import { isAcrossSites } from './server/origins.ts'

/** Routes by their paths, literal ones before those with parameters. */
export function pathsOf(routes: Route[]): Paths {
  const paths = new Map<string, Route[]>()
  for (const route of routes)
    for (const base of route.face.basePaths) {
      const path = base + route.path
      const there = paths.get(path)
      if (there) there.push(route)
      else paths.set(path, [route])
    }
  const places = [...paths].map(([path, routes]) => ({ path, routes, segments: path.split('/') }))
  return new Map(places.sort(bySpecificity).map(({ path, routes }) => [path, routes]))
}

/** Puts routes on the router. A method that a path does not offer comes to where nothing is. */
export function mount(app: Hono, paths: Paths, services: Services): void {
  const places = [...paths].map(([path, routes]) => ({ path, routes, segments: path.split('/') }))
  for (const place of places) {
    const { path, routes } = place
    const pattern = patternOf(path)
    for (const route of routes) mountAt(app, { path, pattern }, route, services)
    const hidden = hiddenBehind(place, places)
    if (hidden.length)
      // What this caller asked for is elsewhere, where nothing here is meant for it.
      app.on(hidden, [pattern], (c, next) => (notOffered(c, path, routes) ? c.notFound() : (next() as never)))
  }
}

type Place = { path: string; routes: Route[]; segments: string[] }

/** The methods that a path does not offer, and that a looser one which stands for it too does. */
function hiddenBehind({ segments, routes }: Place, places: Place[]): string[] {
  const looser = places.filter((other) => other.segments !== segments && standsFor(other.segments, segments))
  if (!looser.length) return []
  const offered = routes.map(({ method }) => method)
  const methods = looser.flatMap((other) => other.routes.map(({ method }) => method))
  return [...new Set(methods)].filter((method) => !offered.includes(method))
}

/** Whether a path also stands for another one. Paths differ most at their ends. */
function standsFor(loose: string[], segments: string[]): boolean {
  if (loose.length !== segments.length) return false
  for (let i = loose.length - 1; i > 0; i--)
    if (loose[i] !== segments[i] && !(loose[i] as string).startsWith('{')) return false
  return true
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
  const { face, failure, allowed } = nothingAt(c, paths, faces, others)
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

type Where = { path: string; pattern: string }

function mountAt(app: Hono, { path, pattern }: Where, route: Route, services: Services): void {
  const { face, operation } = route
  const { admitted, log } = services
  // Bodies without a media type, and requests without a body, come through to a simulated API from any page.
  const handler = (c: Context) =>
    !face.control && isAcrossSites(c, admitted.origins) ? refuse(c, log, 403, ACROSS_SITES) : serve(c, route, services)
  const isMeant = operation.when && ((c: Context) => isMeantFor(c, route, path))
  // What this caller asked for is elsewhere, or nowhere.
  app.on([route.method], [pattern], isMeant ? (c, next) => (isMeant(c) ? handler(c) : next()) : handler)
}

/** A path as the router writes it. */
const patternOf = (path: string): string =>
  path.replaceAll(/\{(\w+)\}([^/]*)/g, (_, name: string, ending: string) => parameter(name, ending))

/** A parameter as the router writes it; with an ending it holds that too. */
const parameter = (name: string, ending: string): string =>
  ending ? `:${name}{[^/]+${ending.replaceAll('.', '\\.')}}` : `:${name}`

/**
 * Segment by segment, a literal stands before a parameter with an ending, and that before one without; otherwise
 * alphabetical, to be the same everywhere.
 */
function bySpecificity({ segments: left }: Place, { segments: right }: Place): number {
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
