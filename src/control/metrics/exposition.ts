import type { Meter } from '../../http/server/meter.ts'
import type { Workspaces } from '../../kernel/workspaces/workspaces.ts'

/** The figures of a process as Prometheus reads them. The library that words them is loaded with the first that asks. */
export class Exposition {
  readonly #meter: Meter
  readonly #workspaces: Workspaces
  readonly #storeLag: () => number
  #figures: Promise<{ metrics(): Promise<string>; contentType: string }> | undefined

  constructor(meter: Meter, workspaces: Workspaces, storeLag: () => number = () => 0) {
    this.#meter = meter
    this.#workspaces = workspaces
    this.#storeLag = storeLag
  }

  async now(): Promise<{ text: string; mediaType: string }> {
    this.#figures ??= import('./figures.ts').then(({ figuresOf }) =>
      figuresOf(this.#meter, this.#workspaces, this.#storeLag),
    )
    const figures = await this.#figures
    return { text: await figures.metrics(), mediaType: figures.contentType }
  }
}
