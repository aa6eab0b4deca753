import { Difference } from '../../parts/difference.tsx'
import { Empty } from '../../parts/empty.tsx'
import type { Explanation, StoredRecord } from '../../told.ts'

/** Which records it changed, and in what. */
export function Changes({ told: { before, after } }: { told: Explanation }) {
  const ids = [...new Set([...before, ...after].map(({ id }) => id))]
  if (!ids.length) return <Empty>It changed no record.</Empty>
  const find = (records: StoredRecord[], id: string) => records.find((record) => record.id === id)
  return (
    <>
      {ids.slice(0, 20).map((id) => {
        const [was, is] = [find(before, id), find(after, id)]
        return (
          <>
            <h2 class="outside">
              {!was ? 'Created' : !is ? 'Deleted' : 'Changed'} <span class="mono">{id.slice(0, 120)}</span>
            </h2>
            <Difference before={was} after={is} />
          </>
        )
      })}
    </>
  )
}
