import type { Context, MiddlewareHandler } from 'hono'
import { cors } from 'hono/cors'
import { headersOf, type ReadHeader } from '../requests/headers.ts'

/** How long a browser need not ask again, in seconds. */
const MAX_AGE = 600

/** Answers preflights, and lets pages of these origins read what they are answered; `*` for all. */
export function openTo(origins: readonly string[]): MiddlewareHandler {
  const answer = cors({
    origin: origins.includes('*') ? '*' : [...origins],
    exposeHeaders: ['*'],
    maxAge: MAX_AGE,
  })
  return (c, next) => {
    const isAsked = headersOf(c)('access-control-request-method') !== undefined
    // OPTIONS that asks for nothing is no preflight.
    return c.req.method === 'OPTIONS' && !isAsked ? next() : answer(c, next)
  }
}

/** Whether a browser sent this for a page of another origin than the host it is meant for, and than those admitted. */
export function isFromForeignPage(c: Context, host: string, origins: readonly string[]): boolean {
  const header = headersOf(c)
  const origin = header('origin')
  if (isAdmitted(origin, origins)) return false
  return origin === undefined ? isSentAcross(c.req.method, header) : !isSameHost(origin, host)
}

/**
 * Whether a browser says that it sent this from another site to this one. Unlike the origin, that stays right behind a
 * proxy of the page's own site, which changes the host.
 */
export function isAcrossSites(c: Context, origins: readonly string[]): boolean {
  const header = headersOf(c)
  return isSentAcross(c.req.method, header) && !isAdmitted(header('origin'), origins)
}

const isAdmitted = (origin: string | undefined, origins: readonly string[]): boolean =>
  origins.includes('*') || (origin !== undefined && origins.includes(origin))

/** Whoever follows a link to a page is no page that calls. */
function isSentAcross(method: string, header: ReadHeader): boolean {
  const site = header('sec-fetch-site')
  if (site === undefined || site === 'same-origin' || site === 'none') return false
  const isVisit = header('sec-fetch-mode') === 'navigate' && header('sec-fetch-dest') === 'document'
  return !(isVisit && (method === 'GET' || method === 'HEAD'))
}

/** The scheme apart: TLS may end before the sandbox. */
function isSameHost(origin: string, host: string): boolean {
  if (!URL.canParse(origin)) return false
  const page = new URL(origin)
  const meant = `${page.protocol}//${host}`
  return URL.canParse(meant) && page.host !== '' && new URL(meant).host === page.host
}
