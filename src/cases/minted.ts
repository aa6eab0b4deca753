import type { CaseStep } from './case.ts'
import { tokensOf, withoutZeros } from './tokens.ts'

/** Time is nobody's making. */
const DAY = /^\d{4}-\d{2}-\d{2}/

/** The values that the sandbox made up in a session, and the steps that made them: answers to steps that changed something show them first. */
export class Minted {
  readonly #makers = new Map<string, number>()

  constructor(steps: readonly CaseStep[]) {
    const known = new Set<string>()
    let before: string | undefined
    for (const { step, request, answer, digest } of steps) {
      for (const token of tokensIn(request)) known.add(withoutZeros(token))
      for (const token of tokensOf(answer.body).map(withoutZeros)) {
        if (digest !== before && !known.has(token) && !DAY.test(token)) this.#makers.set(token, step)
        known.add(token)
      }
      before = digest
    }
  }

  has(token: string): boolean {
    return this.#makers.has(withoutZeros(token))
  }

  /** The steps that made what a request names. */
  makersOf(request: CaseStep['request']): number[] {
    return tokensIn(request).flatMap((token) => this.makerOf(token) ?? [])
  }

  makerOf(token: string): number | undefined {
    return this.#makers.get(withoutZeros(token))
  }
}

const tokensIn = ({ path, headers, body = '' }: CaseStep['request']): string[] =>
  [path, ...Object.values(headers), body].flatMap(tokensOf)
