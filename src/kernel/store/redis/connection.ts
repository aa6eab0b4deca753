import { once } from 'node:events'
import { createClient } from '@redis/client'
import { Complaint } from '../../complaint.ts'
import { Unreachable } from '../../workspaces/unavailable.ts'
import { withoutSecrets } from './address.ts'
import type { Script } from './scripts.ts'

/** Redis cannot be reached, or does not do what it is asked. */
export class RedisUnavailable extends Unreachable {
  constructor(where: string, why: string) {
    super(`${where} does not keep anything at present: ${why}`)
  }
}

/** How long a connection may take to be made, in milliseconds. */
const PATIENCE_MS = 2000
/** After so long without a word it counts as broken. It is never idle for longer. */
const SILENCE_MS = 3000
const LONGEST_PAUSE_MS = 1000

/** A connection that is made anew whenever it breaks. */
export class Connection {
  /** Where it leads, without user and password. */
  readonly where: string
  /** Why nothing was kept when that was asked last, if it was not. */
  failure: RedisUnavailable | undefined
  readonly #client
  readonly #report: (error: Error) => void
  #isOpen = false
  #readiness: Promise<unknown> | undefined

  private constructor(url: string, report: (error: Error) => void) {
    this.where = withoutSecrets(url)
    this.#report = report
    this.#client = createClient({
      url,
      name: 'issuer-sandbox',
      disableOfflineQueue: true,
      socket: {
        connectTimeout: PATIENCE_MS,
        socketTimeout: SILENCE_MS,
        // At the start nothing is to be gone on with.
        reconnectStrategy: (tries) => this.#isOpen && Math.min(LONGEST_PAUSE_MS, 50 * 2 ** tries),
      },
    })
    this.#client.on('error', (error: Error) => this.#failed(error))
  }

  /** `report` is told when it breaks. @throws Complaint where it cannot be made */
  static async open(url: string, report: (error: Error) => void): Promise<Connection> {
    const connection = new Connection(url, report)
    try {
      await connection.#client.connect()
    } catch (error) {
      throw new Complaint(`${connection.where} cannot be used: ${reasonOf(error)}`)
    }
    connection.#isOpen = true
    return connection
  }

  /** One that is just being made anew is waited for, but nothing is sent twice. @throws RedisUnavailable */
  async run(script: Script, keys: string[], args: (string | number)[]): Promise<unknown> {
    const options = { keys, arguments: args.map(String) }
    try {
      if (!this.#client.isReady) await this.#coming()
      const answer = await this.#client.evalSha(script.sha, options).catch((error: Error) => {
        if (!error.message.startsWith('NOSCRIPT')) throw error
        return this.#client.eval(script.text, options)
      })
      this.failure = undefined
      return answer
    } catch (error) {
      throw this.#failed(error)
    }
  }

  async close(): Promise<void> {
    this.#isOpen = false
    if (this.#client.isReady) await this.#client.close()
    else this.#client.destroy()
  }

  /** Until there is a connection again; an error where that is not soon, or the next attempt fails. */
  #coming(): Promise<unknown> {
    this.#readiness ??= once(this.#client, 'ready', { signal: AbortSignal.timeout(PATIENCE_MS) }).finally(() => {
      this.#readiness = undefined
    })
    return this.#readiness
  }

  /** Told once, until it works again. */
  #failed(error: unknown): RedisUnavailable {
    const isKnown = this.failure !== undefined
    this.failure = new RedisUnavailable(this.where, reasonOf(error))
    if (this.#isOpen && !isKnown) this.#report(this.failure)
    return this.failure
  }
}

function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException
  return code === 'ABORT_ERR' ? 'it does not answer' : (code ?? message)
}
