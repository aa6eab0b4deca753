/** Asks the control plane by a path such as `/_sandbox/info`, and gives back what it tells. @throws NotAnswered */
export type Ask = <T>(path: string) => Promise<T>

/** Asks it for what is no JSON, as a text. @throws NotAnswered */
export type Read = (path: string) => Promise<string>

/** Sends a request to the sandbox itself, in the world of the visit and with the visitor's credentials. */
export type Send = (
  method: string,
  path: string,
  sent?: { body?: string; headers?: Record<string, string> },
) => Promise<Response>

/** That the control plane refused, in its own words. */
export class NotAnswered extends Error {
  readonly status: number
  readonly title: string

  constructor(status: number, title: string, detail: string) {
    super(detail)
    this.status = status
    this.title = title
  }
}

/** How the sandbox is reached, and in which world. */
const PLACE = ['host', 'x-sandbox-workspace']
/** What a visitor shows of himself. */
const CREDENTIALS = ['authorization', 'cookie']

type Fetch = (request: Request) => Response | Promise<Response>

/** How the control plane is asked for a visit: as if the visitor had. */
export const sendingFor = (visit: Request, prefix: string, fetch: Fetch): Send =>
  sending(visit, prefix, fetch, [...PLACE, ...CREDENTIALS])

/** How a simulated API is asked: what opens the sandbox is no concern of it. */
export const sendingToPlatform = (visit: Request, prefix: string, fetch: Fetch): Send =>
  sending(visit, prefix, fetch, PLACE)

function sending(visit: Request, prefix: string, fetch: Fetch, passedOn: string[]): Send {
  const { origin } = new URL(visit.url)
  return async (method, path, { body, headers = {} } = {}) => {
    const shown = new Headers(headers)
    for (const name of passedOn) {
      const value = visit.headers.get(name)
      if (value !== null && !shown.has(name)) shown.set(name, value)
    }
    return fetch(new Request(origin + prefix + path, { method, headers: shown, ...(body !== undefined && { body }) }))
  }
}

export const askingBy =
  (send: Send): Ask =>
  async <T>(path: string) =>
    (await (await answered(await send('GET', path))).json()) as T

export const readingBy =
  (send: Send): Read =>
  async (path) =>
    (await answered(await send('GET', path))).text()

/** An answer that is none of refusal. @throws NotAnswered */
export async function answered(response: Response): Promise<Response> {
  if (response.ok) return response
  const { title = 'Not answered', detail = '' } = (await response.json().catch(() => ({}))) as Record<string, unknown>
  throw new NotAnswered(response.status, String(title), String(detail))
}
