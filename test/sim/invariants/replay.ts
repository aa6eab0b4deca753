import type { Invariant } from '../invariant.ts'
import { get, granted } from './probe.ts'

/**
 * What a case may say of itself that is no fault: it is empty, nobody was answered, a body was too long to be kept, or a
 * secret is unknown to its world.
 */
const HARMLESS =
  /nothing was asked of it|it was never answered|is none that this world knows|longer than the journal keeps/

export const replay: Invariant = {
  name: 'the journal, played again in a world of its own, gives the same bytes',
  watch: () => ({
    async end({ main, disk }, chosen) {
      const { text } = await granted(main, { ...get('/case'), world: chosen })
      const { reasons = [], steps }: { reasons?: string[]; steps: { answer: { status: number } }[] } = JSON.parse(text)
      // What a disk refused it would have granted another time.
      if (disk.hadTrouble && steps.some(({ answer }) => answer.status === 503)) return undefined
      const reason = reasons.find((one) => !HARMLESS.test(one))
      if (reason !== undefined) return `of ${chosen}: ${reason}`
      return undefined
    },
  }),
}
