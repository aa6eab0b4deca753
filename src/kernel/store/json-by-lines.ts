import { deepFreeze } from '../tables/freeze.ts'
import { shortTurns } from '../turns.ts'

/** A shorter text is read at once, in characters. */
const SHORT = 256 * 1024

/** So many characters are read before it is looked whether requests are to have their turn. */
const AT_ONCE = 64 * 1024

/**
 * The value of a JSON text, in one part or several, as `JSON.parse` has it. That cannot be interrupted, so what stands one a
 * line, as rows do in state documents, is read bit by bit while requests are served, and frozen; last the text with a mark in
 * its place. No value of JSON but a list or an object goes on over the end of a line, so a line from `{` to `}` that can be
 * read is a value wherever it stands, and an object in its place is as right or wrong there. A text of another form is read at
 * once.
 * @throws SyntaxError
 */
export async function jsonByLines(parts: readonly string[]): Promise<unknown> {
  try {
    if (parts.length > 1 || (parts[0] ?? '').length > SHORT) return await inPieces(parts)
  } catch {
    // It may be written otherwise, or be no JSON: what is read at once says why.
  }
  return JSON.parse(parts.join(''))
}

async function inPieces(parts: readonly string[]): Promise<unknown> {
  const rest = shortTurns()
  const lines = new Lines()
  for (const part of parts) {
    for (const _ of lines.take(part)) await rest()
    await rest()
  }
  return lines.value()
}

/** What is read of lines: lists of those that are a row each, and the text around them. */
class Lines {
  /** The beginning of a line that is not whole yet. */
  #begun = ''
  readonly #around = ['']
  readonly #lists: unknown[][] = [];

  /** Takes in what comes next, in pieces. */
  *take(part: string): Generator<undefined> {
    const text = this.#begun + part
    const end = part.lastIndexOf('\n') + 1
    const whole = end && this.#begun.length + end
    this.#begun = whole ? text.slice(whole) : text
    for (let from = 0; from < whole; ) {
      const end = endOfRows(text, from, whole)
      // A comma behind the last one stays where it is.
      const last = end > from && text[end - 1] === ',' ? end - 1 : end
      if (last > from) {
        this.#lists.push(deepFreeze(JSON.parse(`[${text.slice(from, last)}]`)))
        this.#around.push('')
        yield
      }
      const after = text.indexOf('\n', last) + 1
      this.#around[this.#around.length - 1] += text.slice(last, after)
      from = after
    }
  }

  /** The value of all. @throws SyntaxError also where it is not sure what it is */
  value(): unknown {
    const around = this.#around
    around[around.length - 1] += this.#begun
    // What is written in escapes could be the mark.
    if (around.some((text) => text.includes('\\u'))) throw new SyntaxError('escapes')
    const mark = absentIn(around)
    const text = around.map((part, index) => (index ? `{"${mark}":${index - 1}}${part}` : part)).join('')
    return filled(JSON.parse(text), mark, this.#lists)
  }
}

/** The end of the lines from a place on that are a row each, of so many as are read at once; the place where there is none. */
function endOfRows(text: string, from: number, whole: number): number {
  let end = from
  for (let place = from; place < whole && end - from < AT_ONCE; ) {
    const to = text.indexOf('\n', place)
    const last = text[to - 1] === ',' ? to - 2 : to - 1
    if (text[place] !== '{' || text[last] !== '}') break
    end = to
    if (last === to - 1) break
    place = to + 1
  }
  return end
}

/** The name of a member that is in none of some texts. */
function absentIn(texts: string[]): string {
  let name = 'lines'
  while (texts.some((text) => text.includes(`"${name}"`))) name += '+'
  return name
}

/** A value with what was read before in the place of its marks. */
function filled(value: unknown, mark: string, lists: unknown[][]): unknown {
  const listOf = (marked: unknown) =>
    typeof marked === 'object' && marked !== null && Object.hasOwn(marked, mark)
      ? lists[(marked as Record<string, number>)[mark] as number]
      : undefined
  // `flatMap` takes several times as long.
  const itemsOf = (items: unknown[]): unknown[] => {
    const all: unknown[] = []
    for (const item of items) for (const one of listOf(item) ?? [inside(item)]) all.push(one)
    return all
  }
  const inside = (item: unknown): unknown => {
    if (typeof item !== 'object' || item === null) return item
    if (Array.isArray(item)) return itemsOf(item)
    const list = listOf(item)
    if (list?.length === 1) return list[0]
    if (list) throw new SyntaxError('a list stands where there is none')
    const members = item as Record<string, unknown>
    for (const name in members) {
      const member = inside(members[name])
      if (member !== members[name]) members[name] = member
    }
    return item
  }
  return inside(value)
}
