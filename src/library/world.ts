import type {
  Case,
  Explanation,
  Fault,
  Problem,
  RecordChanges,
  Refused,
  Replay,
  Snapshot,
  Standing,
  Step,
  StepSummary,
  Verification,
} from '../shapes/index.ts'
import type { World } from '../world.ts'

/** How requests reach a sandbox: in this process, or over the network. */
export type Reach = {
  /** Where it is for clients, without a path. */
  url: string
  fetch(request: Request): Promise<Response>
  /** What the control plane demands, if anything. */
  token?: string | undefined
}

const DEFAULT_WORKSPACE = 'default'

/** A workspace of a sandbox, wherever that is: each call is one of the control plane. */
export function worldOf(name: string, reach: Reach): World {
  const call = async (method: string, path: string, body?: unknown): Promise<Response> => {
    const headers: Record<string, string> = { 'x-sandbox-workspace': name }
    if (reach.token !== undefined) headers.authorization = `Bearer ${reach.token}`
    if (body !== undefined) headers['content-type'] = 'application/json'
    const text = typeof body === 'string' ? body : JSON.stringify(body)
    const url = new URL(`/_sandbox${path}`, reach.url)
    const request = new Request(url, { method, headers, ...(body !== undefined && { body: text }) })
    const response = await reach.fetch(request)
    if (response.ok) return response
    throw await refused(response)
  }
  const json = async <T>(method: string, path: string, body?: unknown): Promise<T> =>
    (await (await call(method, path, body)).json()) as T
  const part = encodeURIComponent
  return {
    name,
    url: name === DEFAULT_WORKSPACE ? reach.url : `${reach.url}/w/${name}`,
    fetch: (input, init) => inWorld(name, reach, input, init),
    load: (scenario, choice = {}) => json<Standing>('POST', `/scenarios/${part(scenario)}/load`, choice),
    reset: () => json<Standing>('POST', '/reset'),
    digest: async () => (await json<{ digest: string }>('GET', '/digest')).digest,
    changes: () => json<RecordChanges>('GET', '/changes'),
    clock: {
      read: () => json('GET', '/clock'),
      set: (clock) => json('PUT', '/clock', clock),
      advance: (move) => json('POST', '/clock/advance', move),
    },
    requests: {
      list: async (match = {}) =>
        (await json<{ requests: StepSummary[] }>('GET', `/requests${queryOf(match)}`)).requests,
      read: (id) => json<Step>('GET', `/requests/${id}`),
      explain: (id) => json<Explanation>('GET', `/requests/${id}/explain`),
      verify: (expected) => json<Verification>('POST', '/requests/verify', expected),
      clear: async () => void (await call('DELETE', '/requests')),
    },
    faults: {
      list: () => json('GET', '/faults'),
      arm: (fault) => json<Fault>('POST', '/faults', fault),
      release: async (id) => (await json<{ released: string[] }>('POST', `/faults/${part(id)}/release`)).released,
      remove: async (id) => void (await call('DELETE', `/faults/${part(id)}`)),
      clear: async () => void (await call('DELETE', '/faults')),
    },
    case: () => json<Case>('GET', '/case'),
    replay: (session) => json<Replay>('POST', '/case/replay', session),
    snapshot: (named) => json<Snapshot>('PUT', `/snapshots/${part(named)}`),
    restore: (named) => json<Standing>('POST', `/snapshots/${part(named)}/restore`),
    exportState: async () => (await call('GET', '/state')).text(),
    importState: (state) => json<Standing>('PUT', '/state', state),
    fork: async (other, at) => {
      await call('PUT', `/workspaces/${part(other)}`, { from: name, ...(at !== undefined && { at }) })
      return worldOf(other, reach)
    },
    delete: async () => void (await call('DELETE', `/workspaces/${part(name)}`)),
  }
}

/** Sends to the sandbox what is meant for whatever host; the world by a header, so that links in answers are the caller's own. */
function inWorld(name: string, reach: Reach, input: string | URL | Request, init?: RequestInit): Promise<Response> {
  const isRequest = input instanceof Request
  const { pathname, search } = new URL(isRequest ? input.url : input, reach.url)
  const headers = new Headers(init?.headers ?? (isRequest ? input.headers : undefined))
  headers.set('x-sandbox-workspace', name)
  const url = new URL(pathname + search, reach.url)
  return reach.fetch(new Request(isRequest ? new Request(url, input) : url, { ...init, headers }))
}

function queryOf(match: Record<string, string | number | undefined>): string {
  const query = new URLSearchParams()
  for (const [member, value] of Object.entries(match)) if (value !== undefined) query.set(member, String(value))
  return query.size ? `?${query}` : ''
}

async function refused(response: Response): Promise<Refused> {
  const text = await response.text()
  const problem: Problem = isJson(response)
    ? JSON.parse(text)
    : { type: 'about:blank', title: response.statusText, status: response.status, detail: text.slice(0, 200) }
  return Object.assign(new Error(problem.detail), { name: 'Refused' as const, status: response.status, problem })
}

const isJson = ({ headers }: Response): boolean => /\bjson\b/.test(headers.get('content-type') ?? '')
