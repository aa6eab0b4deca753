import * as z from 'zod'
import { RequestFailed } from '../../http/answers/failure.ts'
import { operation } from '../../http/operation.ts'
import type { Controlled } from '../controlled.ts'
import { stepEvents } from '../step-events.ts'
import { wholeNumber } from '../steps/selection.ts'

const Since = z.strictObject({ since: wholeNumber().optional() })
const LastHeard = z.object({ 'Last-Event-ID': wholeNumber().optional() })

const FULL = 'too many listen already; one must leave first'

/** The journal as it grows. It is about no workspace in memory, as listening neither makes one nor keeps one. */
export const stepStream = ({ workspaces }: Controlled) =>
  operation({
    id: 'streamRequests',
    worldless: true,
    method: 'get',
    path: '/requests/stream',
    summary: 'The steps of the workspace as they are kept, as server-sent events',
    description:
      'An event `step` each, under its number, with what the list of steps says of it; `held` tells all requests that faults hold whenever these are others, without a number; `missed` how many steps could not be sent, `reset` that the numbering begins anew, `end` that the workspace is gone or the sandbox stops.',
    source: 'decision Stream',
    query: Since,
    headers: LastHeard,
    response: z.string(),
    produces: {
      mediaType: 'text/event-stream',
      // A proxy that gathers an answer before it hands it on would hold the events back.
      headers: { 'Cache-Control': 'no-store', 'X-Accel-Buffering': 'no' },
    },
    example: {},
  }).handle((workspace, { query, headers }) => {
    if (workspaces.places.audience.isFull) throw new RequestFailed({ kind: 'http', status: 503, message: FULL })
    return stepEvents(workspaces, workspace.name, headers['Last-Event-ID'] ?? query.since)
  })
