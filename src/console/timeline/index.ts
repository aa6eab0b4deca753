import type { Timeline, TimelineTeller, TimelineView } from '../../kernel/timeline.ts'
import { drawingOf } from './drawing.ts'
import { STYLE } from './style.ts'
import { svgOf } from './svg.ts'
import { told } from './told.ts'

/** Timelines for who asks the control plane: a picture by itself brings its looks along, one within a page has the page's. */
export const teller: TimelineTeller = {
  told,
  drawn: (timeline: Timeline, view: TimelineView) =>
    svgOf(drawingOf(timeline, view), view.looks === 'page' ? undefined : STYLE),
}
