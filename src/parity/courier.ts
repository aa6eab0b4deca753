import { setTimeout as wait } from 'node:timers/promises'
import type { CaseStep } from '../cases/case.ts'
import type { Face } from '../http/face.ts'
import { stopwatch, systemTime } from '../kernel/clock.ts'
import { Complaint } from '../kernel/complaint.ts'
import { pathBelow } from './apis.ts'
import type { Answer } from './compare.ts'
import type { Credentials, Purse } from './credentials.ts'
import type { TargetApi } from './target.ts'

type Request = CaseStep['request']

/** Takes a request over the wire. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>

/** A request that cannot be sent, and why. */
export class NotSent extends Complaint {}

/** The target's own credentials lead nowhere, for this request as for all others. */
export class NoToken extends NotSent {}

/** How long an answer may take, in milliseconds. */
const PATIENCE_MS = 30_000

/** A token is asked for anew so long before it ends, in milliseconds. */
const MARGIN_MS = 30_000

/** Takes turns: requests go one after the other, and no more of them a minute than the target bears. */
export class Turns {
  readonly #everyMs: number
  #elapsed: (() => number) | undefined

  constructor(rate: number) {
    this.#everyMs = 60_000 / rate
  }

  async take(): Promise<void> {
    const rest = this.#elapsed ? this.#everyMs - this.#elapsed() : 0
    if (rest > 0) await wait(rest)
    this.#elapsed = stopwatch()
  }
}

/** Brings requests to one API of the target, with its own credentials, and to no other address. */
export class Courier {
  readonly #api: Face
  readonly #base: string
  readonly #credentials: Credentials
  readonly #purse: Purse
  readonly #turns: Turns
  readonly #fetch: Fetch
  #token: { text: string; isGood(): boolean } | undefined

  constructor(api: Face, { baseUrl, auth }: TargetApi, purse: Purse, turns: Turns, fetch: Fetch) {
    this.#api = api
    this.#base = baseUrl
    this.#credentials = purse.of(auth)
    this.#purse = purse
    this.#turns = turns
    this.#fetch = fetch
  }

  /**
   * @throws NotSent where it would lead elsewhere, there is no token for it, or HTTP does not take it
   * @throws NoAnswer
   */
  async send(request: Request, isSigned: boolean): Promise<Answer> {
    const url = this.#urlOf(pathBelow(request.path, this.#api))
    const { headers, body } = request
    const { tokens } = this.#credentials
    const shown = {
      ...headers,
      ...this.#credentials.headers,
      ...(tokens && { authorization: `Bearer ${await this.#tokenOf(tokens)}` }),
    }
    const signed = isSigned ? this.#signed({ ...request, headers: shown }) : shown
    return this.#ask(url, { method: request.method, headers: signed, ...(body !== undefined && { body }) })
  }

  /** As the case signed it, and with the time of now. */
  #signed({ path, headers, body }: Request): Request['headers'] {
    const { signingKey } = this.#credentials
    const timed: Request['headers'] = {
      ...headers,
      ...(headers.timestamp !== undefined && { timestamp: String(systemTime()) }),
    }
    if (signingKey === undefined) return timed
    const signature = this.#api.authentication?.sign?.(signingKey, { header: (name) => timed[name], path, body })
    return { ...timed, ...(signature !== undefined && { signature: this.#purse.keep(signature) }) }
  }

  async #tokenOf({ path, authorization }: NonNullable<Credentials['tokens']>): Promise<string> {
    if (this.#token?.isGood()) return this.#token.text
    const { status, body } = await this.#ask(this.#urlOf(path), {
      method: 'POST',
      headers: {
        ...this.#credentials.headers,
        authorization,
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: 'grant_type=client_credentials',
    })
    const { access_token: text, expires_in: seconds } = status === 200 ? tokenIn(body) : {}
    if (!text) throw new NoToken(`the token endpoint of ${this.#api.name} gives no token (status ${status})`)
    const elapsed = stopwatch()
    const lasts = Number(seconds ?? Number.POSITIVE_INFINITY) * 1000 - MARGIN_MS
    this.#token = { text: this.#purse.keep(text), isGood: () => elapsed() < lasts }
    return text
  }

  async #ask(url: string, init: RequestInit): Promise<Answer> {
    await this.#turns.take()
    try {
      const response = await this.#fetch(url, {
        ...init,
        redirect: 'manual',
        signal: AbortSignal.timeout(PATIENCE_MS),
      })
      return {
        status: response.status,
        headers: Object.fromEntries(response.headers),
        body: await response.text(),
      }
    } catch (error) {
      const { message, cause } = error as Error & { cause?: { code?: string } }
      // Nothing has left where the request itself is not one.
      if (error instanceof TypeError && !cause) throw new NotSent(message)
      throw new NoAnswer(`${new URL(url).host} gave no answer (${cause?.code ?? message})`)
    }
  }

  #urlOf(path: string): string {
    const [base, url] = [new URL(this.#base), new URL(this.#base + path)]
    const home = base.pathname.replace(/\/?$/, '/')
    if (url.origin !== base.origin || !url.pathname.startsWith(home)) throw new NotSent('it leads out of the base URL')
    return url.href
  }
}

/** What was sent was not answered; whether it was carried out is not known. */
export class NoAnswer extends Complaint {}

function tokenIn(body: string): { access_token?: string; expires_in?: string | number } {
  try {
    return JSON.parse(body)
  } catch {
    return {}
  }
}
