import { addressTimeline, firstVisionSlice } from '../apis/first-vision/index.ts'
import { addressTimelines, issuerSlice } from '../apis/issuer/index.ts'
import type { Controlled } from '../control/controlled.ts'
import type { Contributions } from '../kernel/scenario/slice.ts'

/** What each simulated API adds to scenarios, and what a fault names that none of them has: only that needs their operations. */
export const addedToScenarios: Required<Contributions> = {
  slices: [firstVisionSlice, issuerSlice],
  objectionsTo: async (fault) => {
    const [{ unknownIn }, { firstVision }, { issuer }] = await Promise.all([
      import('../http/faults/names.ts'),
      import('../apis/first-vision/face.ts'),
      import('../apis/issuer/face.ts'),
    ])
    return unknownIn(fault, [firstVision('wrapped'), issuer()])
  },
}

/** Each API says what of it lies along time; the console tells and draws it, and knows neither of them. */
export const timelines: Controlled['timelines'] = {
  sources: [...addressTimelines, addressTimeline],
  teller: async () => (await import('../console/timeline/index.ts')).teller,
}
