import { workspaceIn } from '../http/address.ts'
import type { Face } from '../http/face.ts'
import { pathOf } from '../http/locate.ts'
import { maskCards } from '../kernel/redaction.ts'
import { faultOfName } from '../kernel/workspace-name.ts'

export type Ask = (request: Request) => Response | Promise<Response>

/** Where agents are unless they say so: the world of the tests beside them stays as it is. */
const AGENTS_OWN = 'agent'

type Asked = { query?: Record<string, unknown>; body?: unknown }

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
  async control(method: string, path: string, asked: Asked = {}): Promise<any> {
    const { headers, text } = await this.document(method, path, asked)
    return /json/.test(headers.get('content-type') ?? '') ? JSON.parse(text) : text
  }

  /** The same as it is written, for what is to be sent on as it is. @throws Refused with its reasons */
  async document(method: string, path: string, asked: Asked = {}): Promise<Answer> {
    const answer = await this.#controlled(method, path, asked)
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
    const sent = new Headers(headers)
    const text = body === undefined || typeof body === 'string' ? body : JSON.stringify(body)
    if (text !== undefined && !sent.has('content-type')) sent.set('content-type', 'application/json')
    return this.#send(url, { method, headers: sent, ...(text !== undefined && { body: text }) })
  }

  #controlled(method: string, path: string, { query = {}, body }: Asked): Promise<Answer> {
    const url = new URL(this.address(path))
    for (const [name, value] of Object.entries(query))
      if (value !== undefined) url.searchParams.set(name, String(value))
    const token = this.#request.headers.get('authorization')
    const headers = new Headers(token === null ? {} : { authorization: token })
    if (body === undefined) return this.#send(url.href, { method, headers })
    headers.set('content-type', 'application/json')
    return this.#send(url.href, { method, headers, body: typeof body === 'string' ? body : JSON.stringify(body) })
  }

  async #send(url: string, init: RequestInit): Promise<Answer> {
    const response = await this.#ask(new Request(url, { ...init, signal: this.#request.signal }))
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
        owns.some((owned) => path === owned || path.startsWith(`${owned}/`)) ||
        basePaths.some((base) => operations.some((operation) => base + operation.path === path)),
    )
  }
}
