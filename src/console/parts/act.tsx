import type { PropsWithChildren } from 'hono/jsx'
import type { View } from '../page.ts'
import { CONSOLE } from '../places.ts'

type Props = PropsWithChildren<{
  view: View
  /** What is asked of the control plane, such as `PUT /_sandbox/snapshots/{name}`: `{name}` is the field `in.name`. */
  request: string
  /** The body, beside members that fields named `body.…` give. */
  body?: object
  label: string
  title?: string
  /** Where the browser goes afterwards; back to this page unless said. */
  next?: string
}>

/** A button, with fields where there are children, that asks something of the control plane: without script too. */
export function Act({ view, request, body, label, title, next = view.address, children }: Props) {
  return (
    <form method="post" action={view.link(`${CONSOLE}/act`)} class="act">
      <input type="hidden" name="request" value={request} />
      {body && <input type="hidden" name="body" value={JSON.stringify(body)} />}
      <input type="hidden" name="next" value={next} />
      {children}
      <button type="submit" title={title}>
        {label}
      </button>
    </form>
  )
}
