import type { View } from '../../page.ts'
import { withQuery } from '../../paths.ts'
import type { Clock, ToldTimeline } from '../../told.ts'
import { AsOf, Mover } from './mover.tsx'

/** A picture that is larger, in bytes, stands on its own; no table is longer. */
const LARGEST = 22_000
const ROWS = 40

type Props = { view: View; type: string; id: string }

/** The addresses of a record along time: what is in force, the picture, the ways to move the clock, and the same as a table. */
export async function AlongTime({ view, type, id }: Props) {
  const path = `/_sandbox/timelines/${type}/${encodeURIComponent(id)}`
  const removed = view.query.get('removed') === 'true' ? 'true' : undefined
  const [told, picture, clock] = await Promise.all([
    view.ask<ToldTimeline>(withQuery(path, [['removed', removed]])),
    view.read(withQuery(`${path}.svg`, Object.entries({ removed, looks: 'page', width: '1000' }))),
    view.ask<Clock>('/_sandbox/clock'),
  ])
  if (!told.bands.length)
    return (
      <p class="soft" id="drawing" data-live>
        No address is on file.
      </p>
    )
  return (
    <>
      <InForce told={told} />
      <section class="scroll drawing" id="drawing" data-live aria-label="Timeline" tabindex={0}>
        {Buffer.byteLength(picture) < LARGEST ? (
          <Drawn picture={picture} />
        ) : (
          <p>
            The picture is large, and stands <a href={view.link(`${path}.svg`)}>on its own</a>.
          </p>
        )}
      </section>
      <AsOf view={view} zone={told.zone} />
      <Mover view={view} told={told} clock={clock} />
      <Removed view={view} told={told} isShown={removed !== undefined} />
      <Versions told={told} />
    </>
  )
}

/** Drawn by the sandbox itself, which escapes every text in it. */
const Drawn = ({ picture }: { picture: string }) => <div dangerouslySetInnerHTML={{ __html: picture }} />

/** What the world's time makes of the addresses: an answer for each. */
const InForce = ({ told }: { told: ToldTimeline }) => (
  <div id="in-force" data-live>
    <h2>In force now</h2>
    <dl class="pairs">
      {told.bands.slice(0, ROWS).map((band) => (
        <div>
          <dt class="outside">{spelt(band.label)}</dt>
          <dd class="outside">
            {current(band, told.now)}
            {band.note && <span class="soft"> {band.note}</span>}
          </dd>
        </div>
      ))}
    </dl>
  </div>
)

function current({ reads, versions, status }: ToldTimeline['bands'][number], now: string): string {
  const read = reads.findLast(({ from }) => from === undefined || from <= now)
  const version = reads.length
    ? versions.find(({ id }) => id === read?.version)
    : versions.find(({ state }) => state === 'in force')
  if (!version) return reads.length ? 'none: a read answers 404' : 'none'
  const marks = [version.temporary && 'temporary', version.invalid && 'invalid', status !== 'ACTIVE' && status]
  return [version.text || 'an empty address', ...marks.filter(Boolean)].join(', ')
}

/** Whether versions that are gone are drawn too, as outlines of dots. */
function Removed({ view, told, isShown }: { view: View; told: ToldTimeline; isShown: boolean }) {
  if (!isShown)
    return (
      <p>
        <a href={view.here({ removed: 'true' })}>Show removed versions too</a>
      </p>
    )
  const isNone = told.bands.every(({ versions }) => versions.every(({ state }) => state !== 'removed'))
  return (
    <p id="removed" data-live>
      {isNone && 'No version was removed, as far as the journal knows. '}
      <a href={view.here({ removed: undefined })}>Without removed versions</a>
    </p>
  )
}

function Versions({ told: { table, zone } }: { told: ToldTimeline }) {
  return (
    <>
      <section class="scroll" id="versions" data-live aria-label="The same as a table" tabindex={0}>
        <table class="rows versions">
          <caption>The same as a table, in {zone} time</caption>
          <thead>
            <tr>
              {['Address', 'No.', 'Kind', 'From', 'Until', 'Says', 'State'].map((name) => (
                <th scope="col">{name}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.slice(0, ROWS).map(({ band, number, kind, from, until, text, state }, place) => (
              <tr id={`version-${place}`} class={/^in force/.test(state) ? 'open' : undefined}>
                <td class="outside">{band}</td>
                <td>{number}</td>
                <td>{kind}</td>
                <td>{from}</td>
                <td>{until}</td>
                <td class="outside says">{text}</td>
                <td>{state}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {table.length > ROWS && <p class="soft">And {table.length - ROWS} versions more.</p>}
    </>
  )
}

/** A label as people say it: `MAIN_POSTAL_ADDRESS` is a main postal address. */
const spelt = (label: string): string =>
  /^[A-Z_\d]+$/.test(label) ? label[0] + label.slice(1).toLowerCase().replaceAll('_', ' ') : label
