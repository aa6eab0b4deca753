import { workspaceIn } from '../http/addresses/address.ts'
import { pathOf } from '../http/addresses/locate.ts'
import { isAt, isBelow } from '../http/addresses/nowhere.ts'
import type { Face } from '../http/face.ts'
import { maskCards } from '../kernel/masking/redaction.ts'
import { faultOfName } from '../kernel/workspaces/workspace-name.ts'

export type Ask = (request: Request) => Response | Promise<Response>

/** Where agents are unless they say so: the world of the tests beside them stays as it is. */
const AGENTS_OWN = 'agent'

type Question = { query?: Record<string, unknown>; body?: unknown }

export type Call = { method: string; path: string; headers?: Record<string, string> | undefined; body?: unknown }

export type Answer = { status: number; headers: Headers; text: string }

/** What cannot be done, in words for whoever asked. */
export class Refused extends Error {}

/**
 * One workspace, as an agent sees it: its control plane, with the token that the agent showed, and the simulated APIs, with
 * whatever the agent sends. Both are asked as anybody asks them, and nothing else can be.
 */
export class World {
  readonly name: string
  readonly #request: Request
  readonly #ask: Ask
  readonly #apis: Face[]

  /** @throws Refused where the name can be none */
  constructor({ request, ask, apis }: { request: Request; ask: Ask; apis: Face[] }, name: string | undefined) {
    const { url, headers } = request
    this.name = name ?? workspaceIn(url) ?? headers.get('x-sandbox-workspace') ?? AGENTS_OWN
    const fault = faultOfName(this.name)
    if (fault !== undefined) throw new Refused(`'${maskCards(this.name)}' is no workspace name: ${fault}`)
    this.#request = request
    this.#ask = ask
    this.#apis = apis
  }

  /** What the control plane answers. @throws Refused with its reasons */
  // biome-ignore lint/suspicious/noExplicitAny: bodies are whatever the control plane answers
  async control(method: string, path: string, question: Question = {}): Promise<any> {
    const { headers, text } = await this.document(method, path, question)
    return /json/.test(headers.get('content-type') ?? '') ? JSON.parse(text) : text
  }

  /** The same as it is written, for what is to be sent on as it is. @throws Refused with its reasons */
  async document(method: string, path: string, question: Question = {}): Promise<Answer> {
    const answer = await this.#controlled(method, path, question)
    const { status, text } = answer
    if (status < 400) return answer
    const { detail = text, errors = [] } = JSON.parse(text)
    const places = errors.map(({ path: place, message }: Record<string, string>) => `${place}: ${message}`)
    throw new Refused([`${status}: ${detail}`, ...(places.length > 1 ? places : [])].join('\n'))
  }

  /** What a simulated API answers, refusals too. @throws Refused where the path is none's */
  async call({ method, path, headers = {}, body }: Call): Promise<Answer> {
    const url = this.#urlOf(path)
    // What leads out of the world, as by dots, is somewhere else by now.
    if (workspaceIn(url) !== this.name || !this.#isSimulated(pathOf(url)))
      throw new Refused(`${path} is no path of a simulated API; get_world with an api lists its operations`)
    return this.#send(asked(url, { method, headers, body }))
  }

  #controlled(method: string, path: string, { query = {}, body }: Question): Promise<Answer> {
    const url = new URL(this.address(path))
    for (const [name, value] of Object.entries(query))
      if (value !== undefined) url.searchParams.set(name, String(value))
    const token = this.#request.headers.get('authorization')
    const headers: Record<string, string> = token === null ? {} : { authorization: token }
    return this.#send(asked(url.href, { method, headers, body }))
  }

  async #send(request: Request): Promise<Answer> {
    const response = await this.#ask(new Request(request, { signal: this.#request.signal }))
    return { status: response.status, headers: response.headers, text: await response.text() }
  }

  /** Where the control plane answers whoever is no agent. */
  address(path: string): string {
    return this.#urlOf(`/_sandbox/${path}`)
  }

  /** In this world, at the address where the agent reached the sandbox. */
  #urlOf(path: string): string {
    return new URL(`/w/${this.name}${path}`, this.#request.url).href
  }

  #isSimulated(path: string): boolean {
    return this.#apis.some(
      ({ owns, basePaths, operations }) =>
        owns.some((owned) => isBelow(path, owned)) ||
        basePaths.some((base) => operations.some((operation) => isAt(base + operation.path, path))),
    )
  }
}

/** A request with what it carries, which is JSON unless it says something else. @throws Refused where it can be none */
function asked(url: string, { method, headers, body }: Omit<Call, 'path'>): Request {
  try {
    const sent = new Headers(headers)
    if (body === undefined) return new Request(url, { method, headers: sent })
    if (!sent.has('content-type')) sent.set('content-type', 'application/json')
    return new Request(url, { method, headers: sent, body: typeof body === 'string' ? body : JSON.stringify(body) })
  } catch (error) {
    throw new Refused(`this is no request: ${(error as Error).message}`)
  }
}
