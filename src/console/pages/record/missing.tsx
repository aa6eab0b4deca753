import { NotAnswered } from '../../asking.ts'
import type { Shown, View } from '../../page.ts'
import { Empty } from '../../parts/empty.tsx'

/** That there is no such thing, which a page says in its own way; any other refusal goes on. */
export function asMissing(error: unknown): NotAnswered {
  if (error instanceof NotAnswered && error.status === 404) return error
  throw error
}

/** In place of a type or record that is not there: what there is. It may have been there, and be deleted. */
export const missing = (view: View, { message }: NotAnswered): Shown => ({
  title: 'No such record',
  status: 404,
  back: view.link('/records'),
  body: (
    <>
      <p class="trail">
        <a href={view.link('/records')}>Records</a>
      </p>
      <h1>No such record</h1>
      <p class="notice outside">{message.slice(0, 600)}</p>
      <Empty command={`curl '${view.home}/_sandbox/records'`}>
        What was deleted since the start stands among the <a href={view.link('/changes')}>changes</a>. The types that
        there are, with their counts:
      </Empty>
    </>
  ),
})
