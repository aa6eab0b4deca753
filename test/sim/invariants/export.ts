import type { Invariant } from '../invariant.ts'
import { standingOf } from '../standing.ts'
import { askedOf, get, granted, PROBE, put } from './probe.ts'

export const exported: Invariant = {
  name: 'a world that is exported, and imported elsewhere, is the same world',
  watch: () => ({
    async end({ main, twin }, chosen) {
      const document = await granted(main, { ...get('/state'), world: chosen })
      const imported = await askedOf(twin.sandbox, put('/state', document.text))
      if (imported.status !== 200) return `the state of ${chosen} is refused elsewhere: ${imported.text}`
      const [one, other] = [standingOf(await main.use(chosen)), standingOf(await twin.sandbox.use(PROBE))]
      if (one !== other) return `${chosen} stands at ${one}, and what was imported of it at ${other}`
      return undefined
    },
  }),
}
