import type { Workspace } from './workspaces/workspace.ts'

/** What of a record lies along time, as its API tells it. Instants are milliseconds since the epoch. */
export type Timeline = {
  /** Whose it is: a name, where there is one, and what it is filed under. */
  title: string
  /** The IANA zone whose days its API counts by. */
  zone: string
  now: number
  /** In the order in which its API lists them. */
  bands: Band[]
}

/** One thing that has versions. */
export type Band = {
  id: string
  label: string
  /** Whether it is in use, in the words of its API, and since when where that is known. */
  status?: { name: string; inUse: boolean; since: number | undefined }
  usages: string[]
  versions: TimelineVersion[]
  /** Versions that are gone, as far as the journal knows them; only where they were asked for. */
  removed: (TimelineVersion & { step: number })[]
  /** What a read answers at each instant, without a hole; none where its API answers all versions at once. */
  reads: Read[]
  /** What has to be known beside it. */
  note?: string
}

export type TimelineVersion = {
  id: string
  temporary: boolean
  invalid: boolean
  /** The first instant; undefined where nobody knows it. */
  from: number | undefined
  /** The first instant after it; undefined where it goes on. One of no length never counts. */
  until: number | undefined
  /** What it says, as callers sent it: of any length, and not to be trusted. */
  text: string
}

/** What a read answers from one instant to the next; undefined is before all, and after all. */
export type Read = { from: number | undefined; until: number | undefined; version: string | undefined }

/** A type of record that has a timeline. */
export type TimelineSource = {
  /** As `GET /_sandbox/records` names it. */
  type: string
  /** The timeline of one; undefined where there is none of this id. */
  of(workspace: Workspace, id: string, removed: boolean): Timeline | undefined
}

/**
 * What is drawn of a timeline. Without `from` and `to` it is as long as what lies on it; it brings its looks along unless
 * they are those of the page around it.
 */
export type TimelineView = {
  width: number
  from?: number | undefined
  to?: number | undefined
  looks?: 'own' | 'page'
}

/** How a version stands to the workspace's time. */
export type VersionState = 'in force' | 'behind' | 'to come' | 'ended' | 'never in force' | 'removed'

type Told<T> = Omit<T, 'from' | 'until'> & { from?: string; until?: string }

/** A timeline as programs read it: instants in ISO, texts cut and without what does not show. */
export type ToldTimeline = {
  title: string
  zone: string
  now: string
  bands: {
    id: string
    label: string
    status?: string
    statusSince?: string
    usages: string[]
    note?: string
    reads: { from?: string; until?: string; version?: string; text: string }[]
    versions: (Told<TimelineVersion> & { state: VersionState; step?: number })[]
  }[]
  table: TimelineRow[]
}

/** The same for people, in the zone of the timeline. */
export type TimelineRow = {
  band: string
  /** Of the version within its band, by which the picture names it where there is no room for more. */
  number: number
  version: string
  kind: string
  from: string
  until: string
  text: string
  state: string
}

/** Tells and draws timelines. */
export type TimelineTeller = {
  told(timeline: Timeline): ToldTimeline
  /** An SVG document. */
  drawn(timeline: Timeline, view: TimelineView): string
}
