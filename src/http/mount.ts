import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { Face } from './face.ts'
import { headersOf } from './headers.ts'
import { type Services, serve, serveFailure } from './pipeline.ts'
import type { Route } from './route.ts'

/** Puts the routes of all faces on the router, literal paths before those with parameters. */
export function mount(app: OpenAPIHono, routes: Route[], services: Services): void {
  const paths = new Map<string, Route[]>()
  for (const route of routes)
    for (const base of route.face.basePaths) {
      const path = base + route.described.path
      paths.set(path, [...(paths.get(path) ?? []), route])
    }
  for (const path of [...paths.keys()].sort(bySpecificity)) mountAt(app, path, paths.get(path) ?? [], services)
}

/** Answers an unknown path in the form of the API whose prefix it has; undefined where it has none's. */
export function serveNotFound(c: Context, faces: Face[], services: Services): Promise<Response> | undefined {
  const face = faces.find(({ owns }) => owns.some((prefix) => isBelow(c.req.path, prefix)))
  const message = `nothing at ${c.req.method} ${c.req.path}`
  return face && serveFailure(c, { face }, { kind: 'http', status: 404, message }, services)
}

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']

const methodOf = ({ described }: Route): string => described.method.toUpperCase()

function mountAt(app: OpenAPIHono, path: string, routes: Route[], services: Services): void {
  const pattern = path.replaceAll(/\{(\w+)\}([^/]*)/g, (_, name: string, ending: string) => parameter(name, ending))
  for (const route of routes) {
    const { operation } = route
    const handler = (c: Context) => serve(c, route, services)
    const isMeant = operation.when
    app.on([methodOf(route)], [pattern], isMeant ? (c, next) => (isMeant(headersOf(c)) ? handler(c) : next()) : handler)
  }
  const offered = routes.map(methodOf)
  // Only where the method is not offered: a second handler beside an operation's would cost every request.
  const others = METHODS.filter((method) => !offered.includes(method))
  app.on(others, [pattern], async (c, next) => {
    const meant = routes.filter(({ operation }) => operation.when?.(headersOf(c)) ?? true)
    const allowed = [...new Set(meant.map(methodOf))]
    const [first] = meant
    // Nothing here is meant for this caller: what it asked for is elsewhere, or nowhere.
    if (!first) return next() as never
    const message = `${c.req.method} is not offered here; ${allowed.join(', ')} is`
    const response = await serveFailure(c, { face: first.face }, { kind: 'http', status: 405, message }, services)
    response.headers.set('Allow', allowed.join(', '))
    return response
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

const isBelow = (path: string, prefix: string): boolean => path === prefix || path.startsWith(`${prefix}/`)
