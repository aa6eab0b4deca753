import { Empty } from '../../parts/empty.tsx'
import type { Explanation, StoredRecord } from '../../told.ts'

/** Longer values are cut: the record's own page has them. */
const LONGEST = 120
const MOST = 60

/** Which records it changed, and in what. */
export function Changes({ told: { before, after } }: { told: Explanation }) {
  const ids = [...new Set([...before, ...after].map(({ id }) => id))]
  if (!ids.length) return <Empty>It changed no record.</Empty>
  const find = (records: StoredRecord[], id: string) => records.find((record) => record.id === id)
  return (
    <>
      {ids.slice(0, 20).map((id) => (
        <Change id={id} before={find(before, id)} after={find(after, id)} />
      ))}
    </>
  )
}

type Sides = { id: string; before: StoredRecord | undefined; after: StoredRecord | undefined }

function Change({ id, before, after }: Sides) {
  const [was, is] = [leavesOf(before), leavesOf(after)]
  const names = [...new Set([...was.keys(), ...is.keys()])].filter((name) => was.get(name) !== is.get(name))
  return (
    <>
      <h2 class="outside">
        {!before ? 'Created' : !after ? 'Deleted' : 'Changed'} <span class="mono">{id.slice(0, 120)}</span>
      </h2>
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
            {names.slice(0, MOST).map((name) => (
              <tr>
                <td class="mono outside">{name}</td>
                {before && <td class="outside">{cut(was.get(name))}</td>}
                {after && <td class="outside">{cut(is.get(name))}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {names.length > MOST && <p class="soft">And {names.length - MOST} members more.</p>}
    </>
  )
}

const cut = (text = '—'): string => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text)

/** The values of a record by their dotted paths, as JSON. */
function leavesOf(value: unknown, path = '', leaves = new Map<string, string>()): Map<string, string> {
  if (value === undefined) return leaves
  if (typeof value === 'object' && value !== null)
    for (const [name, member] of Object.entries(value)) leavesOf(member, path ? `${path}.${name}` : name, leaves)
  else leaves.set(path, JSON.stringify(value))
  return leaves
}
