import { NotAnswered } from '../asking.ts'
import { beginningOf } from '../beginning.ts'
import type { Page, View } from '../page.ts'
import { Empty } from '../parts/empty.tsx'
import { withQuery } from '../paths.ts'
import { placeNamed, recordLink } from '../record-places.ts'
import type { RecordPage, StoredRecord } from '../told.ts'
import { asMissing, missing } from './record/missing.tsx'

const ROWS = 50
/** Of a record's own values, and of each id, in bytes: a row is a line. */
const LONGEST = 90
const LONGEST_ID = 80

/** The records of a type: in place of those that they name stand links. */
export const records: Page = {
  path: '/records/:type',
  show: async (view) => {
    const { type = '' } = view.params
    const [q, after] = [view.query.get('q') ?? '', view.query.get('after') ?? undefined]
    const path = `/_sandbox/records/${encodeURIComponent(type)}`
    const asked = withQuery(path, Object.entries({ q, after, limit: String(ROWS) }))
    const page = await view.ask<RecordPage>(asked).catch(asMissing)
    if (page instanceof NotAnswered) return missing(view, page)
    const { total, records: shown, next } = page
    return {
      title: type,
      back: view.link('/records'),
      body: (
        <>
          <p class="trail">
            <a href={view.link('/records')}>Records</a>
          </p>
          <h1>{type}</h1>
          <p class="lead" id="total" data-live>
            {total === 1 ? '1 record' : `${total} records, in the order of their creation`}.
          </p>
          <Filter view={view} type={type} q={q} />
          <div id="records-shown" data-live class="panel scroll">
            {shown.length ? <Rows view={view} type={type} shown={shown} /> : <Nothing view={view} type={type} q={q} />}
          </div>
          <p class="pages">
            {after && <a href={view.here({ after: undefined })}>First</a>}
            {next !== undefined && <a href={view.here({ after: next })}>Next</a>}
          </p>
        </>
      ),
    }
  },
}

function Filter({ view, type, q }: { view: View; type: string; q: string }) {
  return (
    <form method="get" class="filter" action={view.link(`/records/${type}`)}>
      <label>
        Text anywhere in the record
        <input name="q" value={q} autocomplete="off" data-filter maxlength={1000} />
      </label>
      <button type="submit">Filter</button>
      {q && <a href={view.link(`/records/${type}`)}>All</a>}
    </form>
  )
}

type Listed = { view: View; type: string; shown: StoredRecord[] }

const Rows = ({ view, type, shown }: Listed) => (
  <table class="rows">
    <thead>
      <tr>
        <th scope="col">Id</th>
        <th scope="col">Belongs to</th>
        <th scope="col">Says</th>
      </tr>
    </thead>
    <tbody>
      {shown.map((record) => (
        <tr id={`of-${record.id.slice(0, LONGEST_ID)}`}>
          <td class="mono outside">
            <a href={recordLink(view, type, record.id)} data-row>
              {beginningOf(record.id, LONGEST_ID)}
            </a>
          </td>
          <td class="mono outside">
            {namedBy(type, record).map(({ to, value }) => (
              <a href={view.link(to)}>{beginningOf(value, LONGEST_ID)} </a>
            ))}
          </td>
          <td class="outside">{wordsOf(type, record)}</td>
        </tr>
      ))}
    </tbody>
  </table>
)

/** What a record names beside the one issuer or organization that nearly all are of. */
const namedBy = (type: string, record: StoredRecord): { to: string; value: string }[] =>
  Object.entries(record)
    .filter(([member]) => !OF_ALL.includes(member))
    .flatMap(([member, value]) => {
      const to = placeNamed(type, record, member, value)
      return to === undefined ? [] : [{ to, value: String(value) }]
    })
    .slice(0, 2)

const OF_ALL = ['issuerId', 'organizationNumber']

/** The first of its own values that say something. */
function wordsOf(type: string, record: StoredRecord): string {
  const said = Object.entries(record).flatMap(([member, value]) =>
    OF_ALL.includes(member) || placeNamed(type, record, member, value) ? [] : textsOf(value),
  )
  const words = [...new Set(said)].filter((text) => isSaying(text) && !record.id.includes(text)).slice(0, 8)
  const text = words.join(' · ')
  const beginning = beginningOf(text, LONGEST)
  return beginning.length < text.length ? `${beginning}…` : text
}

/** Neither zeros alone nor a long token. */
const isSaying = (text: string): boolean => /[^0]/.test(text) && !/^(?=.*\d)[A-Z\d_]{16,}$/.test(text)

function textsOf(value: unknown): string[] {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return Object.values(value).flatMap(textsOf)
  return typeof value === 'string' ? [value] : []
}

function Nothing({ view, type, q }: { view: View; type: string; q: string }) {
  if (q)
    return (
      <Empty>
        No record of this type has this text. <a href={view.link(`/records/${type}`)}>Show all</a>
      </Empty>
    )
  return (
    <Empty command={`curl '${view.home}/_sandbox/records/${type}'`}>
      There are none {view.query.has('after') ? 'behind this one' : 'yet'}. What a request creates shows here at once,
      and to programs as well:
    </Empty>
  )
}
