import type { CaseStep } from './case.ts'
import { jsonOf } from './difference.ts'
import type { Minted } from './minted.ts'
import { leavesOf, tokensOf, withoutZeros, withTokens } from './tokens.ts'

type Answered = { answer: Pick<CaseStep['answer'], 'body'> }

/**
 * Which values that the sandbox made up then it makes up now: ids and numbers are paired at first sight, where they stand
 * at the same place in the answers to a step, and put into the requests that come after it.
 */
export class Bindings {
  readonly #minted: Pick<Minted, 'has'>
  readonly #actual = new Map<string, string>()

  /** Nothing is paired but what was made up then. */
  constructor(minted: Pick<Minted, 'has'>) {
    this.#minted = minted
  }

  /** Pairs what two answers to a step show. */
  pair({ answer: recorded }: Answered, { answer: actual }: Answered): void {
    if (recorded.body === actual.body) return
    const [one, other] = [jsonOf(recorded.body), jsonOf(actual.body)]
    if (!one || !other) return
    const there = new Map(leavesOf(other.value))
    for (const [place, text] of leavesOf(one.value)) this.#pairTokens(tokensOf(text), tokensOf(there.get(place) ?? ''))
  }

  #pairTokens(recorded: string[], actual: string[]): void {
    if (recorded.length !== actual.length) return
    recorded.forEach((token, index) => {
      const other = actual[index] as string
      if (!this.#minted.has(token) || this.#actual.has(token)) return
      this.bind(token, other)
    })
  }

  /** Says that a value of now stands for one of then. */
  bind(recorded: string, actual: string): void {
    this.#actual.set(recorded, actual)
    this.#actual.set(withoutZeros(recorded), withoutZeros(actual))
  }

  isBound(token: string): boolean {
    return this.#actual.has(token)
  }

  /** What stands now for a value of then: itself, where nothing was paired with it. */
  actualOf(token: string): string {
    return this.#actual.get(token) ?? token
  }

  /** A text with the values of now. */
  inText(text: string): string {
    return this.#actual.size ? withTokens(text, (one) => this.actualOf(one)) : text
  }

  /** A request with the values of now. */
  bound({ path, headers, body, ...rest }: CaseStep['request']): CaseStep['request'] {
    const inText = (text: string): string => this.inText(text)
    return {
      ...rest,
      path: inText(path),
      headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, inText(value)])),
      ...(body !== undefined && { body: inText(body) }),
    }
  }
}
