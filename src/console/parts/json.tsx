import { beginningOf } from '../beginning.ts'
import type { View } from '../page.ts'
import { placeNamed } from '../record-places.ts'
import type { StoredRecord } from '../told.ts'

/** What one value, and all of them, may take of a page, in bytes. */
const LONGEST = 300
const MOST = 16_000

type Line = { indent: string; before: string; text: string; after: string; to?: string | undefined }

/** A record as JSON that people read: long values are cut, and what names another record leads to it. */
export function Json({ view, type, record }: { view: View; type: string; record: StoredRecord }) {
  const raw = view.link(`/_sandbox/records/${type}/${encodeURIComponent(record.id)}`)
  const lines: Line[] = []
  let [room, isWhole] = [MOST, true]
  for (const line of linesOf(record, '', '', '', { type, record })) {
    const text = beginningOf(line.text, LONGEST)
    isWhole &&= text === line.text
    room -= Buffer.byteLength(text) + Buffer.byteLength(line.before) + (line.to?.length ?? 0) + 20
    if (room < 0) {
      isWhole = false
      break
    }
    lines.push({ ...line, text: text === line.text ? text : `${text}…` })
  }
  return (
    <>
      <pre class="outside json">
        {lines.map(({ indent, before, text, after, to }) => (
          <>
            {indent}
            <span class="soft">{before}</span>
            {to ? <a href={view.link(to)}>{text}</a> : text}
            {`${after}\n`}
          </>
        ))}
      </pre>
      <p class="cut">
        {!isWhole && 'What is long is cut. '}
        <a href={raw}>All of it, as JSON</a>
      </p>
    </>
  )
}

type Of = { type: string; record: StoredRecord }

function* linesOf(value: unknown, indent: string, name: string, after: string, of: Of): Generator<Line> {
  const before = name && `${JSON.stringify(name.slice(0, 100))}: `
  if (typeof value !== 'object' || value === null || !Object.keys(value).length) {
    yield { indent, before, text: JSON.stringify(value), after, to: placeNamed(of.type, of.record, name, value) }
    return
  }
  const isList = Array.isArray(value)
  const members = Object.entries(value)
  yield { indent, before, text: isList ? '[' : '{', after: '' }
  for (const [place, [member, inside]] of members.entries())
    yield* linesOf(inside, `${indent}  `, isList ? '' : member, place < members.length - 1 ? ',' : '', of)
  yield { indent, before: '', text: isList ? ']' : '}', after }
}
