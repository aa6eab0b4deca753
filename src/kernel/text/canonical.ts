import { hash } from 'node:crypto'
import { configure } from 'safe-stable-stringify'

const stringify = configure({ deterministic: true, circularValue: Error })

/** JSON text with sorted member names: equal values have equal texts. */
export const canonical = (value: unknown): string => stringify(value) as string

export const sha256 = (text: string): string => hash('sha256', text)

/** A member of objects of one shape, and its text in the object before. */
type Member = { name: string; begin: string; value: unknown; text: string }

/** Where the names of members lead, one after the other; at the last, the members in the order of their names. */
class Shape {
  readonly #next = new Map<string, Shape>()
  /** Most objects are of the shape of the one before. */
  #last: { name: string; shape: Shape } | undefined
  #members: Member[] | undefined

  after(name: string): Shape {
    if (this.#last?.name === name) return this.#last.shape
    const shape = this.#next.get(name) ?? new Shape()
    this.#next.set(name, shape)
    this.#last = { name, shape }
    return shape
  }

  membersOf(object: object): Member[] {
    this.#members ??= Object.keys(object)
      .sort()
      .map((name, place) => {
        const begin = `${place ? ',' : ''}${JSON.stringify(name)}:`
        return { name, begin, value: undefined, text: '' }
      })
    return this.#members
  }
}

/**
 * Writes many values as `canonical` does. The order of members is found once for all objects of a shape, and what one has
 * as the one before it is not written again: so none may change meanwhile.
 */
export function canonicalWriter(): (value: unknown) => string {
  const none = new Shape()
  const write = (value: unknown): string => {
    if (typeof value === 'string') return JSON.stringify(value)
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return canonical(value)
    let shape = none
    for (const name in value) shape = shape.after(name)
    let text = '{'
    for (const member of shape.membersOf(value)) {
      const own = (value as Record<string, unknown>)[member.name]
      // What is not there is not written, nor is the comma before what comes after it.
      if (own === undefined) return canonical(value)
      if (own !== member.value) {
        // Within it may be an object of the same shape, so both are noted together.
        const text = member.begin + write(own)
        member.value = own
        member.text = text
      }
      text += member.text
    }
    return `${text}}`
  }
  return write
}
