import type { Bindings } from '../cases/bindings.ts'
import type { CaseStep } from '../cases/case.ts'
import { jsonOf } from '../cases/difference.ts'
import { tokensOf } from '../cases/tokens.ts'
import { isTelling, type Noise } from './noise.ts'

/** How two answers, or two values in them, are to each other: from the least to what weighs most. */
export const RELATIONS = [
  ...['same', 'noise', 'same after binding'],
  ...['header', 'order', 'value', 'shape', 'code or status'],
] as const satisfies string[]
export type Relation =
  | 'same'
  | 'noise'
  | 'same after binding'
  | 'header'
  | 'order'
  | 'value'
  | 'shape'
  | 'code or status'

/** A place where they are not the same to the letter; what is not there is undefined. */
export type Remark = { relation: Relation; path: string; expected?: unknown; actual?: unknown }

export type Answer = CaseStep['answer']

export const isSame = (relation: Relation): boolean =>
  RELATIONS.indexOf(relation) <= RELATIONS.indexOf('same after binding')

export const weightiest = (relations: readonly Relation[]): Relation =>
  relations.reduce<Relation>((a, b) => (RELATIONS.indexOf(b) > RELATIONS.indexOf(a) ? b : a), 'same')

export const STATUS = 'answer.status'
const BODY = 'answer.body'

/** Holds answers against those that were recorded, member by member. */
export class Comparison {
  readonly #bindings: Bindings
  readonly #noise: Noise
  /** What of the case each value of there stands for: one stands for one. */
  readonly #standsFor = new Map<string, string>()

  constructor(bindings: Bindings, noise: Noise) {
    this.#bindings = bindings
    this.#noise = noise
  }

  /** `codesIn` finds the codes of the catalogue in a body. */
  *of(recorded: Answer, actual: Answer, codesIn: (body: string) => string[]): Generator<Remark> {
    const codes = [recorded, actual].map(({ body }) => codesIn(body).join(', '))
    if (recorded.status !== actual.status)
      yield { relation: 'code or status', path: STATUS, expected: recorded.status, actual: actual.status }
    if (codes[0] !== codes[1])
      yield { relation: 'code or status', path: `${BODY} codes`, expected: codes[0], actual: codes[1] }
    const [one, other] = [jsonOf(recorded.body), jsonOf(actual.body)]
    if (one && other) yield* this.#values(one.value, other.value, BODY)
    else if (one || other) yield* this.#apart('shape', BODY, recorded.body, actual.body)
    else yield* this.#texts(recorded.body, actual.body, BODY)
    yield* this.#headers(recorded.headers, actual.headers)
  }

  /** What a gateway adds tells nothing; what it leaves out or says otherwise does. */
  *#headers(recorded: Answer['headers'], actual: Answer['headers']): Generator<Remark> {
    for (const [shown, value] of Object.entries(recorded)) {
      const name = shown.toLowerCase()
      if (!isTelling(name)) continue
      const [path, other] = [`answer.headers.${name}`, actual[name]]
      if (other === undefined) yield* this.#apart('header', path, value, other)
      else if (withoutSpace(value) === withoutSpace(other) || this.#noise.isBetween(path, value, other)) continue
      else {
        const isExpected = this.#bindings.inText(value) === other
        yield* this.#apart(isExpected ? 'same after binding' : 'header', path, value, other)
      }
    }
  }

  *#values(one: unknown, other: unknown, path: string): Generator<Remark> {
    if (Object.is(one, other) && typeof one !== 'string') return
    if (kindOf(one) !== kindOf(other)) yield* this.#apart('shape', path, one, other)
    else if (typeof one === 'string' || typeof one === 'number') yield* this.#texts(one, other as string | number, path)
    else if (Array.isArray(one)) yield* this.#lists(one, other as unknown[], path)
    else if (isObject(one)) yield* this.#members(one, other as Record<string, unknown>, path)
    else yield* this.#apart('value', path, one, other)
  }

  *#members(one: Record<string, unknown>, other: Record<string, unknown>, path: string): Generator<Remark> {
    for (const name of new Set([...Object.keys(one), ...Object.keys(other)]))
      yield* this.#values(one[name], other[name], `${path}.${name}`)
  }

  /** What stands in another place is of another order, where nothing else is the matter. */
  *#lists(one: unknown[], other: unknown[], path: string): Generator<Remark> {
    const inPlace = [...this.#members({ ...one }, { ...other }, path)]
    const isOtherwise = inPlace.some(({ relation }) => !isSame(relation))
    if (isOtherwise && one.length === other.length && this.#isReordered(one, other, path))
      yield* this.#apart('order', path, one, other)
    else if (one.length !== other.length) yield* this.#otherLength(one, other, path)
    else yield* inPlace
  }

  /** Items more or fewer are another value of a list, and no other shape. */
  *#otherLength(one: unknown[], other: unknown[], path: string): Generator<Remark> {
    const shared = Math.min(one.length, other.length)
    yield* this.#apart('value', `${path}.length`, one.length, other.length)
    yield* this.#members({ ...one.slice(0, shared) }, { ...other.slice(0, shared) }, path)
  }

  #isReordered(one: unknown[], other: unknown[], path: string): boolean {
    const left = [...other]
    return one.every((item) => {
      const index = left.findIndex((there) =>
        [...this.#values(item, there, `${path}.*`)].every((remark) => isSame(remark.relation)),
      )
      return index >= 0 && left.splice(index, 1)
    })
  }

  *#texts(one: string | number, other: string | number, path: string): Generator<Remark> {
    const [text, there] = [String(one), String(other)]
    const isExpected = this.#bindings.inText(text) === there && this.#standForOne(text, there)
    if (isExpected && text === there) return
    if (this.#noise.isBetween(path, one, other)) yield { relation: 'noise', path, expected: one, actual: other }
    else yield* this.#apart(isExpected ? 'same after binding' : 'value', path, one, other)
  }

  /** Whether what is bound in them is like what it stands for, and stands for nothing else. */
  #standForOne(text: string, there: string): boolean {
    if (text === there) return true
    const others = tokensOf(there)
    return tokensOf(text).every((token, index) => {
      const other = others[index] as string
      if (token === other) return true
      const known = this.#standsFor.get(other) ?? token
      this.#standsFor.set(other, known)
      return known === token
    })
  }

  *#apart(relation: Relation, path: string, expected: unknown, actual: unknown): Generator<Remark> {
    yield { relation: this.#noise.isAt(path) ? 'noise' : relation, path, expected, actual }
  }
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

const kindOf = (value: unknown): string => (value === null ? 'null' : Array.isArray(value) ? 'list' : typeof value)

/** Media types are the same in any case and with any space. */
const withoutSpace = (text: string): string => text.toLowerCase().replaceAll(' ', '')
