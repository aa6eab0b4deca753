import type { Child } from 'hono/jsx'
import type { View } from '../../page.ts'
import { withQuery } from '../../paths.ts'
import type { RecordPage, StoredRecord } from '../../told.ts'

/** No list of related records is longer. */
const ROWS = 20

/** The records of a type with a key in one of its indexes: the first of them, and whether there are more. */
export async function related(view: View, type: string, by: string, key: string): Promise<StoredRecord[]> {
  const path = withQuery(`/_sandbox/records/${type}`, Object.entries({ by, key, limit: String(ROWS) }))
  return (await view.ask<RecordPage>(path)).records
}

type Props = { title: string; columns: string[]; rows: Child[][]; none: string }

/** Records that belong to one, in a few words each. */
export function Related({ title, columns, rows, none }: Props) {
  return (
    <section class="related">
      <h2>{title}</h2>
      {rows.length ? (
        <div class="scroll">
          <table class="rows">
            <thead>
              <tr>
                {columns.map((name) => (
                  <th scope="col">{name}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.slice(0, ROWS).map((cells) => (
                <tr>
                  {cells.map((cell) => (
                    <td class="outside">{cell}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : (
        <p class="soft">{none}</p>
      )}
      {rows.length >= ROWS && <p class="soft">The first {ROWS} of them.</p>}
    </section>
  )
}

/** A value of a record in a cell. */
export const cell = (value: unknown): string => {
  const text = value === undefined || value === null || value === '' ? '—' : String(value)
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}
