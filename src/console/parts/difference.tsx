import { beginningOf } from '../beginning.ts'
import type { StoredRecord } from '../told.ts'

/** Longer values are cut, in bytes: the record's own page has them. */
const LONGEST = 120
const MOST = 60

/** Values that say nothing of a record that came or went. */
const EMPTY = /^("0*"|null)$/

type Sides = { before: StoredRecord | undefined; after: StoredRecord | undefined; most?: number }

/** Two states of a record, member by member, as far as they differ; of one alone, what it says. */
export function Difference({ before, after, most = MOST }: Sides) {
  const [was, is] = [leavesOf(before), leavesOf(after)]
  const names = [...new Set([...was.keys(), ...is.keys()])].filter((name) =>
    before && after ? was.get(name) !== is.get(name) : !EMPTY.test(was.get(name) ?? is.get(name) ?? ''),
  )
  return (
    <>
      <div class="scroll">
        <table class="diff">
          <thead>
            <tr>
              <th scope="col">Member</th>
              {before && <th scope="col">Before</th>}
              {after && <th scope="col">After</th>}
            </tr>
          </thead>
          <tbody>
            {names.slice(0, most).map((name) => (
              <tr>
                <td class="mono outside">{cut(name)}</td>
                {before && <td class="outside">{cut(was.get(name))}</td>}
                {after && <td class="outside">{cut(is.get(name))}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {names.length > most && <p class="soft more">{names.length - most} more are not shown.</p>}
    </>
  )
}

function cut(text = '—'): string {
  const beginning = beginningOf(text, LONGEST)
  return beginning.length < text.length ? `${beginning}…` : text
}

/** The values of a record by their dotted paths, as JSON. */
function leavesOf(value: unknown, path = '', leaves = new Map<string, string>()): Map<string, string> {
  if (value === undefined) return leaves
  if (typeof value === 'object' && value !== null)
    for (const [name, member] of Object.entries(value)) leavesOf(member, path ? `${path}.${name}` : name, leaves)
  else leaves.set(path, JSON.stringify(value))
  return leaves
}
