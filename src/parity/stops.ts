import type { CaseStep } from '../cases/case.ts'

/** So much trouble of the platform is borne. */
const MOST_FAILURES = 2

/** When nothing more is sent: at the first 401 or 429, and at the third failure of the platform (decision Parity). */
export class Stops {
  #failures = 0
  #why: string | undefined

  /** Why nothing more is sent. */
  get why(): string | undefined {
    return this.#why
  }

  at(step: number, what: string): void {
    this.#why ??= `stopped at step ${step}: ${what}`
  }

  /** Judges a status; gives back why the answer tells nothing of the step, if so. */
  heed({ step, answer }: CaseStep, status: number): string | undefined {
    if (status >= 500 && ++this.#failures > MOST_FAILURES) this.at(step, `the platform failed ${this.#failures} times`)
    if (status === 401 || status === 429) this.at(step, `answered ${status}`)
    const isTrouble = status === 401 || status === 429 || status >= 500
    return isTrouble && status !== answer.status ? `answered ${status}` : undefined
  }
}
