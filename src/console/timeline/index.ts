import type { Timeline, TimelineTeller, TimelineView } from '../../kernel/timeline.ts'
import { drawingOf } from './drawing.ts'
import { STYLE } from './style.ts'
import { svgOf } from './svg.ts'
import { told } from './told.ts'

/** Timelines for who asks from outside the pages: a picture stands by itself there, and brings its looks along. */
export const teller: TimelineTeller = {
  told,
  drawn: (timeline: Timeline, view: TimelineView) => svgOf(drawingOf(timeline, view), STYLE),
}
