import type { CaseStep } from '../cases/case.ts'
import type { Place } from './apis.ts'

/** From where on two worlds need not be the same any more: of one API, or of all where the step was of none. */
export class Partings {
  readonly #why = new Map<string | undefined, string>()

  note({ step }: CaseStep, place: Place | undefined, what: string): void {
    const api = place?.api.name
    if (!this.#why.has(api)) this.#why.set(api, `step ${step} ${what}`)
  }

  /** Why the worlds of a step may have parted before it. */
  before = ({ api }: Place): string | undefined => this.#why.get(undefined) ?? this.#why.get(api.name)
}
