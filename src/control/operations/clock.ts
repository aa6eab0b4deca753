import * as z from 'zod'
import { operation } from '../../http/operation.ts'
import { clockInstant, isoInstant, later } from '../../kernel/clock.ts'
import { Instant, Period } from '../../kernel/scenario/schema.ts'
import { invalid } from '../refusals.ts'
import { ClockReading } from '../standing.ts'

const ClockSetting = z
  .strictObject({ mode: z.enum(['real', 'running', 'frozen']), now: Instant.optional() })
  .refine(({ mode, now }) => mode !== 'real' || now === undefined, {
    path: ['now'],
    error: 'a real clock follows the system: leave this out, or choose running or frozen',
  })

const Advance = z.union([z.strictObject({ by: Period }), z.strictObject({ to: Instant })], {
  error: 'give either by, an ISO duration such as P1DT2H, or to, an instant',
})

/** The workspace's time (decision Clock). */
export const clock = [
  operation({
    id: 'readClock',
    method: 'get',
    path: '/clock',
    summary: 'The workspace’s time',
    source: 'decision Clock',
    response: ClockReading,
    example: {},
  }).handle((workspace) => workspace.clock.toJSON()),
  operation({
    id: 'setClock',
    method: 'put',
    changesWorld: true,
    path: '/clock',
    summary: 'Set how the workspace’s time passes, and to what instant',
    description: 'Without an instant the clock goes on from where it is. Past instants may be set too, from 1970 on.',
    source: 'decision Clock',
    body: ClockSetting,
    response: ClockReading,
    example: { body: { mode: 'frozen', now: '2026-03-02T09:00:00Z' } },
  }).handle((workspace, { body: { mode, now } }) => {
    workspace.clock.set(mode, now === undefined ? undefined : clockInstant(now))
    return workspace.clock.toJSON()
  }),
  operation({
    id: 'advanceClock',
    method: 'post',
    changesWorld: true,
    path: '/clock/advance',
    summary: 'Let the workspace’s time pass',
    description: 'Days, months and years are the calendar’s, in UTC. A real clock runs on from where it is moved to.',
    source: 'decision Clock',
    body: Advance,
    response: ClockReading,
    example: { body: { by: 'P1DT2H' } },
  }).handle((workspace, { body }) => {
    const now = workspace.clock.now()
    const target = 'by' in body ? later(now, body.by) : clockInstant(body.to)
    const path = 'by' in body ? 'body.by' : 'body.to'
    if (Number.isNaN(target)) throw invalid(path, 'leads beyond where clocks go, from 1970 to 9999-12-30')
    if (target < now) throw invalid(path, `time does not run backwards from ${isoInstant(now)}; PUT clock may set it`)
    workspace.clock.moveTo(target)
    return workspace.clock.toJSON()
  }),
]
