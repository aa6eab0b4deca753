import { Workspace } from '../../../src/kernel/workspaces/workspace.ts'
import type { Invariant } from '../invariant.ts'
import { digestIn, granted, PROBE, post, put } from './probe.ts'

export const reset: Invariant = {
  name: 'a reset leads to the digest of a new world, and twice is once',
  watch: () => ({
    async end({ main }, chosen) {
      await granted(main, put(`/workspaces/${PROBE}`, { from: chosen }))
      const { start } = await main.use(chosen)
      const once = digestIn(await granted(main, post('/reset')))
      const twice = digestIn(await granted(main, post('/reset')))
      const made = new Workspace(PROBE, start, main.time.system).digest()
      if (once !== made) return `${chosen} has the digest ${once} after a reset, a new world like it ${made}`
      if (twice !== once) return `${chosen} has the digest ${once} after a reset, and ${twice} after another`
      return undefined
    },
  }),
}
