import { deepFreeze } from '../freeze.ts'
import { shortTurns } from '../turns.ts'

/** A shorter text is read at once, in characters. */
const SHORT = 256 * 1024

/** So many characters are read before it is looked whether requests are to have their turn. */
const AT_ONCE = 64 * 1024

/**
 * The value of a JSON text, as `JSON.parse` has it. That cannot be interrupted, so what stands one a line, as rows do in
 * state documents, is read bit by bit while requests are served, and frozen; last the text with a mark in its place. No value
 * of JSON but a list or an object goes on over the end of a line, so a line from `{` to `}` that can be read is a value
 * wherever it stands, and an object in its place is as right or wrong there. A text of another form is read at once.
 * @throws SyntaxError
 */
export async function jsonByLines(text: string): Promise<unknown> {
  if (text.length <= SHORT) return JSON.parse(text)
  try {
    return await inPieces(text)
  } catch {
    // It may be written otherwise, or be no JSON: this says why.
    return JSON.parse(text)
  }
}

async function inPieces(text: string): Promise<unknown> {
  const lists: unknown[][] = []
  const rest = shortTurns()
  const left = ['']
  for (let from = 0; from < text.length; ) {
    const end = endOfRows(text, from)
    if (end === from) {
      const after = lineEnd(text, from) + 1
      left[left.length - 1] += text.slice(from, after)
      from = after
      continue
    }
    // A comma behind the last one stays where it is.
    const last = text[end - 1] === ',' ? end - 1 : end
    left.push('')
    lists.push(deepFreeze(JSON.parse(`[${text.slice(from, last)}]`)))
    from = last
    await rest()
  }
  // What is written in escapes could be the mark.
  if (left.some((part) => part.includes('\\u'))) return JSON.parse(text)
  const mark = absentIn(left)
  const marked = left.map((part, index) => (index ? `{"${mark}":${index - 1}}${part}` : part))
  return filled(JSON.parse(marked.join('')), mark, lists)
}

/** The end of the lines from a place on that are a row each, of so many as are read at once; the place where there is none. */
function endOfRows(text: string, from: number): number {
  let end = from
  for (let place = from; place < text.length && end - from < AT_ONCE; ) {
    const to = lineEnd(text, place)
    const last = text[to - 1] === ',' ? to - 2 : to - 1
    if (text[place] !== '{' || text[last] !== '}') break
    end = to
    if (last === to - 1) break
    place = to + 1
  }
  return end
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from)
  return end < 0 ? text.length : end
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
  const inside = (item: unknown): unknown => {
    if (typeof item !== 'object' || item === null) return item
    if (Array.isArray(item)) return item.flatMap((one) => listOf(one) ?? [inside(one)])
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
