import { isIP } from 'node:net'
import type { Context, MiddlewareHandler } from 'hono'
import { refuse } from '../answers/refuse.ts'
import { type AccessTokens, tokenObjection } from '../credentials/access-tokens.ts'
import { headersOf, type ReadHeader } from '../requests/headers.ts'
import { carriesBody } from '../requests/unread-body.ts'
import type { LogEntry } from './log-entry.ts'
import { isFromForeignPage } from './origins.ts'

/** Whom the sandbox answers to, beyond what is always meant. */
export type Admitted = {
  /** Further names that it has, in lower case. */
  names: readonly string[]
  /** Origins whose pages may call it; `*` for all. */
  origins: readonly string[]
  tokens: AccessTokens
}

const JSON_TYPE = 'application/json'

/**
 * Guards what is no simulated API, and so could be driven by any web page: the request must be meant for this sandbox,
 * come from no page of another origin, show a token where one is demanded, and have a body of a wanted media type: JSON, which
 * such a page cannot send without asking, or a form, which says from where it comes.
 */
export const guard =
  (admitted: Admitted, log: (entry: LogEntry) => void, demand: Demand = {}): MiddlewareHandler =>
  async (c, next) => {
    const objection = objectionTo(c, admitted, demand)
    if (!objection) return next()
    const [status] = objection
    return refuse(c, log, ...objection, status === 401 ? { 'WWW-Authenticate': 'Bearer realm="sandbox"' } : {})
  }

/** What a guard demands: a media type of a body, and what who may only read may send. */
type Demand = { wanted?: readonly string[]; mayRead?(c: Context): boolean }

const byMethod = (c: Context): boolean => /^(GET|HEAD)$/.test(c.req.method)

type Objection = [status: 401 | 403 | 415, detail: string]

function objectionTo(
  c: Context,
  { names, origins, tokens }: Admitted,
  { wanted = [JSON_TYPE], mayRead = byMethod }: Demand,
): Objection | undefined {
  const header = headersOf(c)
  // None without a socket, and with HTTP/1.0: no browser, so no page that was led here by a name of its own.
  const host = header('host')
  if (host !== undefined && !isOurs(nameIn(host), names))
    return [403, `'${host}' is no name of this sandbox; it becomes one by --allow-host`]
  if (isFromForeignPage(c, host ?? new URL(c.req.url).host, origins))
    return [403, `pages of ${header('origin') ?? 'another site'} may not call the sandbox; --cors lets them`]
  const stranger = tokenObjection(c, tokens, mayRead(c))
  if (stranger) return stranger
  const type = mediaTypeOf(header)
  if (carriesBody(c) && !wanted.includes(type))
    return [415, `send the body as ${wanted.join(' or ')}, not ${type || 'without a media type'}`]
  return undefined
}

const mediaTypeOf = (header: ReadHeader): string => header('content-type')?.split(';')[0]?.trim().toLowerCase() ?? ''

/** A host without its port, in lower case; of an address of IPv6 also without the brackets. */
function nameIn(host: string): string {
  const [, address, name = ''] = /^(?:\[([^\]]*)\]|([^:]*))(?::\d*)?$/.exec(host.toLowerCase()) ?? []
  return address ?? name
}

/** Addresses, and names that no stranger can point here: those without a dot and of zones that are never public. */
const isOurs = (name: string, names: readonly string[]): boolean =>
  isIP(name) !== 0 || /^[^.]+$/.test(name) || /.\.(?:localhost|local|internal)$/.test(name) || names.includes(name)
