import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Workspaces } from '../kernel/workspaces/workspaces.ts'
import type { Case } from './case.ts'

export type Envelope = Case['environment']['envelope']

/** Worlds that nobody else sees, and an app that serves them. */
export type Hidden = {
  workspaces: Workspaces
  app: { request(path: string, init: RequestInit): Response | Promise<Response> }
}

/** Where hidden worlds are: made for a form of success bodies when it is first needed, which takes as long as a start. */
export class Backstage {
  /** Makes them anew. */
  readonly make: (envelope: Envelope) => Hidden
  readonly #made = new Map<Envelope, Hidden>()
  /** When the last one is through that uses a world. */
  readonly #through = new Map<string, Promise<void>>()

  constructor(make: (envelope: Envelope) => Hidden) {
    this.make = make
  }

  /** Lends a world of a name: to one at a time, and it is gone afterwards. */
  async lend<R>(envelope: Envelope, name: string, work: (hidden: Hidden) => Promise<R>): Promise<R> {
    const hidden = await this.#of(envelope)
    const key = `${envelope} ${name}`
    const result = (this.#through.get(key) ?? Promise.resolve()).then(() => work(hidden))
    const through = result.then(nothing, nothing)
    this.#through.set(key, through)
    try {
      return await result
    } finally {
      if (this.#through.get(key) === through) {
        this.#through.delete(key)
        await hidden.workspaces.delete(name)
      }
    }
  }

  async #of(envelope: Envelope): Promise<Hidden> {
    const known = this.#made.get(envelope)
    if (known) return known
    const hidden = this.make(envelope)
    this.#made.set(envelope, hidden)
    await nextTurn()
    return hidden
  }
}

const nothing = (): void => {}
