import { isShort, maskValue } from '../../kernel/masking/redaction.ts'
import { ExactNumber, numberOf } from '../../kernel/text/exact-number.ts'
import type { Issue } from '../face.ts'
import { type Members, MOST_ITEMS } from './members.ts'

type Sent = Record<string, unknown>

/**
 * One way through a body, as far as its schema goes, before anything else sees it: the numbers of real-looking cards are
 * masked where they stand, and what a schema would not judge well, or does not know, is told.
 */
export class SentBody {
  /** The paths of what was masked. */
  readonly masked: string[] = []
  readonly issues: Issue[] = []
  /** Whether the schema knows every member: what was not gone through may have others. */
  isKnown = true
  #items = 0

  constructor(body: unknown, members: Members | undefined) {
    if (members) this.#enter(body, members, '')
  }

  #enter(value: unknown, known: Members, path: string): void {
    if (Array.isArray(value)) {
      if (!known.isList || this.#isTooMuch(value.length, path)) return
      for (let i = 0; i < value.length; i++) {
        if (typeof value[i] === 'object') this.#enterObject(value[i], known, `${path}${i}.`)
        else this.#mask(value as unknown as Sent, String(i), path)
      }
    } else if (!known.isList) this.#enterObject(value, known, path)
  }

  #enterObject(value: unknown, known: Members, path: string): void {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return
    // A schema would take it for an object without members.
    if (value instanceof ExactNumber) this.#tell(path, 'Invalid input: expected object, received number')
    else if (known.others === 'expected') this.#enterRecord(value as Sent, path)
    else
      for (const name in value) {
        const inner = known.get(name)
        if (inner) this.#enter((value as Sent)[name], inner, `${path}${name}.`)
        else if (known.has(name)) this.#mask(value as Sent, name, path)
        else this.isKnown = false
      }
  }

  /** An object whose names the caller chooses, so that they are kept as well. */
  #enterRecord(record: Sent, path: string): void {
    const names = Object.keys(record)
    if (this.#isTooMuch(names.length, path)) return
    for (const name of names) {
      this.#mask(record, name, path)
      const kept = maskValue(name)
      if (kept === name) continue
      record[kept] = record[name]
      delete record[name]
      this.masked.push(path + kept)
    }
  }

  #mask(object: Sent, name: string, path: string): void {
    const kept = maskedScalar(object[name])
    if (kept === object[name]) return
    object[name] = kept
    this.masked.push(path + name)
  }

  #isTooMuch(more: number, path: string): boolean {
    this.#items += more
    if (this.#items <= MOST_ITEMS) return false
    this.#tell(path, `has more than ${MOST_ITEMS} items`)
    this.isKnown = false
    return true
  }

  #tell(path: string, message: string): void {
    this.issues.push({ path: `body.${path}`.slice(0, -1), message })
  }
}

/** Masks the values of parameters. Gives the names of those that were masked. */
export function maskParameters(parameters: Sent): string[] {
  const masked: string[] = []
  for (const name in parameters) {
    const value = parameters[name]
    const kept = Array.isArray(value) ? value.map(maskedScalar) : maskedScalar(value)
    if (kept === value || String(kept) === String(value)) continue
    parameters[name] = kept
    masked.push(name)
  }
  return masked
}

function maskedScalar(value: unknown): unknown {
  if (typeof value === 'string') return maskValue(value)
  if (typeof value === 'number' ? isShort(value) : !(value instanceof ExactNumber)) return value
  const digits = String(value)
  const kept = maskValue(digits)
  return kept === digits ? value : numberOf(kept)
}
