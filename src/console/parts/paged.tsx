import type { View } from '../page.ts'

/** The first row that a page shows of a long list: `from` of its query. */
export const fromIn = ({ query }: View): number => Math.max(0, Math.floor(Number(query.get('from')) || 0))

/** The ways to what a list holds before and after the rows that a page shows. */
export function Paged({ view, rows, of }: { view: View; rows: number; of: number }) {
  const from = fromIn(view)
  const starting = (row: number) => view.here({ from: row > 0 ? String(row) : undefined })
  return (
    <p class="pages">
      {from > 0 && <a href={starting(from - rows)}>Previous</a>}
      {from + rows < of && <a href={starting(from + rows)}>Next</a>}
    </p>
  )
}
