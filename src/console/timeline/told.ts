import { isoInstant } from '../../kernel/clock.ts'
import type { Band, Timeline, TimelineRow, TimelineVersion, ToldTimeline, VersionState } from '../../kernel/timeline.ts'
import { momentOf } from './axis.ts'
import { plain, spoken } from './plain.ts'

/** A timeline as data, and as a table. */
export function told(timeline: Timeline): ToldTimeline {
  const { zone, now } = timeline
  return {
    title: plain(timeline.title),
    zone,
    now: isoInstant(now),
    bands: timeline.bands.map((band) => bandTold(band, now)),
    table: timeline.bands.flatMap((band) => rowsOf(band, zone, now)),
  }
}

function bandTold(band: Band, now: number): ToldTimeline['bands'][number] {
  const { id, label, status, usages, note, reads, versions, removed } = band
  const since = status?.since
  return {
    id,
    label: plain(label),
    ...(status && { status: status.name }),
    ...(since !== undefined && { statusSince: isoInstant(since) }),
    usages: usages.map(plain),
    ...(note !== undefined && { note: plain(note) }),
    reads: reads.map((read) => ({
      ...stretchOf(read),
      ...(read.version !== undefined && { version: read.version }),
      text: answerOf(band, read.version),
    })),
    versions: [
      ...versions.map((version) => ({ ...versionTold(version), state: stateOf(band, version, now) })),
      ...removed.map((version) => ({ ...versionTold(version), state: 'removed' as const, step: version.step })),
    ],
  }
}

const versionTold = ({ id, temporary, invalid, text, ...stretch }: TimelineVersion) => ({
  ...{ id, temporary, invalid },
  ...stretchOf(stretch),
  text: plain(text),
})

const stretchOf = ({ from, until }: { from: number | undefined; until: number | undefined }) => ({
  ...(from !== undefined && { from: isoInstant(from) }),
  ...(until !== undefined && { until: isoInstant(until) }),
})

/** What a read answers, in a line. */
export function answerOf({ versions, status }: Band, id: string | undefined): string {
  const version = versions.find((candidate) => candidate.id === id)
  if (!version) return 'a read answers 404: no version is in force'
  const marks = [
    version.temporary && 'temporary',
    version.invalid && 'invalid',
    status && !status.inUse && status.name,
  ].filter((mark) => mark)
  return `a read answers ${plain(version.id)}: ${plain(version.text)}${marks.length ? ` (${marks.join(', ')})` : ''}`
}

/** What a read answers at an instant, by its version; undefined where it answers none. */
export const readAt = ({ reads }: Band, at: number): string | undefined =>
  reads.findLast(({ from }) => from === undefined || from <= at)?.version

/** What it is, beside others; where there is but one kind, an address. */
export const kindOf = ({ reads }: Band, { temporary }: TimelineVersion): string =>
  temporary ? 'temporary' : reads.length ? 'permanent' : 'address'

/** How a version stands to an instant, as far as the answers of reads tell. */
export function stateOf(band: Band, { id, from, until }: TimelineVersion, now: number): VersionState {
  if (from !== undefined && from === until) return 'never in force'
  if (from !== undefined && from > now) return 'to come'
  if (until !== undefined && until <= now) return 'ended'
  return !band.reads.length || readAt(band, now) === id ? 'in force' : 'behind'
}

function rowsOf(band: Band, zone: string, now: number): TimelineRow[] {
  const row = (version: TimelineVersion, number: number, state: string): TimelineRow => ({
    band: spoken(band.label),
    number,
    version: version.id,
    kind: kindOf(band, version),
    from: version.from === undefined ? 'not known' : momentOf(version.from, zone),
    until: version.until === undefined ? 'open' : momentOf(version.until, zone),
    text: plain(version.text),
    state: [state, version.invalid && 'invalid', band.status?.inUse === false && band.status.name]
      .filter((word) => word)
      .join(', '),
  })
  return [
    ...band.versions.map((version, place) => row(version, place + 1, stateOf(band, version, now))),
    ...band.removed.map((version, place) =>
      row(version, band.versions.length + place + 1, `removed by request ${version.step}`),
    ),
  ]
}
