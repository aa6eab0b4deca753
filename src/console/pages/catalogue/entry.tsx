import { curlOf } from '../../curl.ts'
import type { View } from '../../page.ts'
import { Excerpt } from '../../parts/excerpt.tsx'
import { Prose } from '../../parts/prose.tsx'
import { Status } from '../../parts/status.tsx'
import { CONSOLE } from '../../places.ts'
import type { CatalogueEntry } from '../../told.ts'

type Props = {
  view: View
  entry: CatalogueEntry
  code: string
  operations: string[]
  /** What each of its examples may take of the page, in bytes. */
  most: number
}

const HOW = {
  request: 'A request brings it about',
  host: 'A condition of the host, which a fault stands for',
  shadowed: 'Another refusal always comes before it; a fault brings it about',
}

/** One refusal: what it says and when, on what that rests, and the request that meets it beside one that does not. */
export function Entry({ view, entry, code, operations, most }: Props) {
  const { message, status, basis, source, links, trigger, example, counterExample } = entry
  const [operation = ''] = operations
  return (
    <section class="panel entry" aria-label={`${code} of ${operation}`}>
      <h2>
        <Status status={status} /> {message.slice(0, 300)}
      </h2>
      <div class="body">
        <p>
          <span class="basis">{basis}</span> <a href={view.link(links[0] ?? '/_sandbox/sources')}>{source}</a>{' '}
          {links.slice(1).map((link) => (
            <a href={view.link(link)}>{link.split('#')[1] ?? 'more'}</a>
          ))}
        </p>
        <p>
          {HOW[trigger.kind]}: <Prose text={trigger.when} />
          {trigger.by && (
            <>
              {' '}
              (<a href={view.link(`/catalogue/errors/${entry.api}/${encodeURIComponent(trigger.by)}`)}>{trigger.by}</a>)
            </>
          )}
          .
        </p>
        <Operations view={view} api={entry.api} operations={operations} />
        <div class="sides">
          {example && <Call view={view} title={`Refused, on ${example.scenario}`} request={example} most={most} />}
          {counterExample && (
            <Call view={view} title={`Let pass, on ${counterExample.scenario}`} request={counterExample} most={most} />
          )}
        </div>
        {(example ?? (trigger.fault && counterExample)) && (
          <form method="post" action={view.link(`${CONSOLE}/trigger`)} class="row">
            <input type="hidden" name="next" value={view.address} />
            <input type="hidden" name="api" value={entry.api} />
            <input type="hidden" name="code" value={code} />
            <input type="hidden" name="operation" value={operation} />
            <button type="submit">Run the trigger</button>
            <span class="soft">in a world made for it; its answer opens.</span>
          </form>
        )}
      </div>
    </section>
  )
}

const Operations = ({ view, api, operations }: { view: View; api: string; operations: string[] }) => (
  <p class="mono soft">
    {api}:{' '}
    {operations.slice(0, 40).map((operation, index) => (
      <>
        {index > 0 && ', '}
        <a href={view.link('/catalogue', { api, operation })}>{operation}</a>
      </>
    ))}
    {operations.length > 40 && ` and ${operations.length - 40} more`}
  </p>
)

type CallProps = { view: View; title: string; request: CallSent; most: number }

const Call = ({ view, title, request, most }: CallProps) => (
  <Excerpt title={title} text={curlOf(request, view.home)} most={most} />
)

type CallSent = NonNullable<CatalogueEntry['example']>
