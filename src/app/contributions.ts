import { addressTimeline, firstVision, firstVisionSlice } from '../apis/first-vision/index.ts'
import { addressTimelines, issuer, issuerSlice } from '../apis/issuer/index.ts'
import type { Controlled } from '../control/controlled.ts'
import { unknownIn } from '../http/faults/names.ts'
import type { Contributions } from '../kernel/scenario/slice.ts'

/** What each simulated API adds to scenarios, and what a fault names that none of them has. */
export const addedToScenarios: Required<Contributions> = {
  slices: [firstVisionSlice, issuerSlice],
  objectionsTo: (fault) => unknownIn(fault, [firstVision('wrapped'), issuer()]),
}

/** Each API says what of it lies along time; the console tells and draws it, and knows neither of them. */
export const timelines: Controlled['timelines'] = {
  sources: [...addressTimelines, addressTimeline],
  teller: async () => (await import('../console/timeline/index.ts')).teller,
}
