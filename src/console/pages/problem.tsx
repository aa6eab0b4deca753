import type { NotAnswered } from '../asking.ts'
import type { Shown, View } from '../page.ts'

/** What the control plane refused, in its own words, and where to go on. */
export const problem = (view: View, { status, title, message }: NotAnswered): Shown => ({
  title,
  status,
  back: view.link('/'),
  body: (
    <>
      <h1>
        {status} · {title}
      </h1>
      <p class="notice outside" role="alert">
        {message}
      </p>
      <p>
        <a href={view.link('/requests')}>Requests</a> · <a href={view.link('/')}>Overview</a>
      </p>
    </>
  ),
})
