import { NotAnswered } from '../asking.ts'
import type { Page, View } from '../page.ts'
import { Json } from '../parts/json.tsx'
import { Tabs } from '../parts/tabs.tsx'
import type { StoredRecord } from '../told.ts'
import { AlongTime } from './record/along-time.tsx'
import { FirstVisionCustomer } from './record/first-vision-customer.tsx'
import { IssuerCustomer } from './record/issuer-customer.tsx'
import { asMissing, missing } from './record/missing.tsx'
import { Since } from './record/since.tsx'
import { Touched } from './record/touched.tsx'

/** What some types of records show beside themselves. */
const PICTURED: Record<string, string> = {
  'issuer.customers': 'Customer',
  'issuer.addresses': 'Along time',
  'first-vision.customers': 'Customer',
}

const OF_ALL = { json: 'Record', since: 'Since the start', requests: 'Requests' }

/** One record: as it is, along time where it has one, what changed in it, and what touched it. */
export const record: Page = {
  path: '/records/:type/:id',
  show: async (view) => {
    const { type = '', id = '' } = view.params
    const path = `/_sandbox/records/${encodeURIComponent(type)}/${encodeURIComponent(id)}`
    const stored = await view.ask<StoredRecord>(path).catch(asMissing)
    if (stored instanceof NotAnswered) return missing(view, stored)
    const pictured = PICTURED[type]
    const tabs: Record<string, string> = { ...(pictured && { picture: pictured }), ...OF_ALL }
    const asked = view.query.get('tab') ?? ''
    const tab = Object.hasOwn(tabs, asked) ? asked : pictured ? 'picture' : 'json'
    const name = nameOf(stored).slice(0, 80)
    return {
      title: `${name} ${id.slice(0, 60)}`.trim(),
      back: view.link(`/records/${type}`),
      body: (
        <>
          <p class="trail">
            <a href={view.link('/records')}>Records</a> / <a href={view.link(`/records/${type}`)}>{type}</a>
          </p>
          <h1 class="outside">{name || id.slice(0, 100)}</h1>
          {name && <p class="lead outside mono">{id.slice(0, 100)}</p>}
          <section class="panel">
            <Tabs view={view} names={tabs} open={tab} />
            <div class="body">{await shownBy(tab, { view, type, record: stored })}</div>
          </section>
        </>
      ),
    }
  },
}

type Shown = { view: View; type: string; record: StoredRecord }

/** What a tab shows, once all of it was asked for. */
async function shownBy(tab: string, shown: Shown) {
  switch (tab) {
    case 'picture':
      return Picture(shown)
    case 'since':
      return Since(shown)
    case 'requests':
      return Touched(shown)
    default:
      return <Json {...shown} />
  }
}

async function Picture({ view, type, record }: Shown) {
  return (
    <>
      {await AlongTime({ view, type, id: record.id })}
      {type === 'issuer.customers' && (await IssuerCustomer({ view, id: record.id }))}
      {type === 'first-vision.customers' && (await FirstVisionCustomer({ view, record }))}
    </>
  )
}

/** Whose a record is, where it says so. */
function nameOf({
  firstName,
  lastName,
  name,
  ownerData,
  embossedName1,
  shortName,
  addressLabel,
}: StoredRecord): string {
  const owner = Object(ownerData).nameLine1
  const found = [firstName, lastName ?? name].filter(Boolean).join(' ') || owner || embossedName1 || shortName
  return String(found ?? addressLabel ?? '')
}
