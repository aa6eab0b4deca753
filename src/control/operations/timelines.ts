import * as z from 'zod'
import { operation } from '../../http/operation.ts'
import { instant } from '../../kernel/clock.ts'
import type { Timeline } from '../../kernel/timeline.ts'
import type { Workspace } from '../../kernel/workspaces/workspace.ts'
import type { Controlled } from '../controlled.ts'
import { invalid, notFound } from '../refusals.ts'
import { wholeNumber } from '../steps/selection.ts'

const stretch = { from: z.string().optional(), until: z.string().optional() }

const version = {
  ...{ id: z.string(), temporary: z.boolean(), invalid: z.boolean(), ...stretch, text: z.string() },
  state: z.enum(['in force', 'behind', 'to come', 'ended', 'never in force', 'removed']),
  step: z.int().optional(),
}

const ToldTimeline = z.strictObject({
  title: z.string(),
  zone: z.string(),
  now: z.string(),
  bands: z.array(
    z.strictObject({
      id: z.string(),
      label: z.string(),
      status: z.string().optional(),
      statusSince: z.string().optional(),
      usages: z.array(z.string()),
      note: z.string().optional(),
      reads: z.array(z.strictObject({ ...stretch, version: z.string().optional(), text: z.string() })),
      versions: z.array(z.strictObject(version)),
    }),
  ),
  table: z.array(
    z.strictObject({
      band: z.string(),
      number: z.int(),
      version: z.string(),
      kind: z.string(),
      from: z.string(),
      until: z.string(),
      text: z.string(),
      state: z.string(),
    }),
  ),
})

const params = z.object({ type: z.string(), id: z.string() })

const removed = z.enum(['true', 'false']).default('false')

const Picture = z.strictObject({
  removed,
  width: wholeNumber(1600).pipe(z.int().min(320)).default(1000),
  from: z.string().optional(),
  to: z.string().optional(),
  looks: z.enum(['own', 'page']).default('own'),
})

/** It runs nothing and fetches nothing; its looks are its own. */
const PICTURE = {
  mediaType: 'image/svg+xml',
  headers: {
    'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'",
    'X-Content-Type-Options': 'nosniff',
  },
}

function instantOf(name: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  const read = instant(text)
  if (Number.isNaN(read)) throw invalid(`query.${name}`, `'${text}' is no ISO instant`)
  return read
}

type Asked = { type: string; id: string }

/** Records along time: what reads answer and from when to when, as data and as a picture. */
export function timelines({ timelines: { sources, teller } }: Controlled) {
  function timelineOf(workspace: Workspace, { type, id }: Asked, removed: 'true' | 'false'): Timeline {
    const source = sources.find((candidate) => candidate.type === type)
    if (!source) {
      const types = sources.map((candidate) => candidate.type).join(', ')
      throw notFound(`no timelines of '${type}'; there are ${types ? `those of ${types}` : 'none'}`)
    }
    const timeline = source.of(workspace, id, removed === 'true')
    if (!timeline) throw notFound(`no record '${id}' in ${type}`)
    return timeline
  }
  return [
    operation({
      id: 'readTimeline',
      method: 'get',
      path: '/timelines/{type}/{id}',
      summary: 'A record along time: its versions, and what a read answers from when to when',
      description: 'The clock stays where it is, and nothing of the workspace changes.',
      source: 'decision Timelines',
      params,
      query: z.strictObject({ removed }),
      response: ToldTimeline,
      example: { params: { type: 'issuer.customers', id: 'CUS10000375016' } },
    }).handle(async (workspace, { params, query }) => {
      const timeline = timelineOf(workspace, params, query.removed)
      return (await teller()).told(timeline)
    }),
    operation({
      id: 'drawTimeline',
      method: 'get',
      path: '/timelines/{type}/{id}.svg',
      summary: 'The same as a picture',
      source: 'decision Timelines',
      params,
      query: Picture,
      response: z.string(),
      produces: PICTURE,
      example: { params: { type: 'issuer.customers', id: 'CUS10000375016' }, query: { width: '640' } },
    }).handle(async (workspace, { params, query: { removed, width, looks, ...range } }) => {
      const [from, to] = [instantOf('from', range.from), instantOf('to', range.to)]
      if (from !== undefined && to !== undefined && from >= to) throw invalid('query.to', 'not after from')
      const timeline = timelineOf(workspace, params, removed)
      return (await teller()).drawn(timeline, { width, from, to, looks })
    }),
  ]
}
