import type { Slice } from '../../kernel/scenario/slice.ts'
import { FIRST_VISION_LIMITS } from './limit-profiles.ts'
import { population } from './population.ts'
import { RECORD_TYPES } from './records/index.ts'

export { addressTimeline } from './address-timeline.ts'

/** What scenarios may hold of First Vision: its records, and how people become its customers. */
export const firstVisionSlice: Slice = {
  name: 'firstVision',
  recordTypes: RECORD_TYPES,
  limits: FIRST_VISION_LIMITS,
  population,
}
