import type { Journal } from '../../../src/kernel/journal/journal.ts'
import type { Invariant } from '../invariant.ts'
import { digestIn, granted, PROBE, put } from './probe.ts'

/** The digests after the steps of one numbering of a journal. */
type Numbering = { journal: Journal; numbering: number; digests: Map<number, string> }

export const back: Invariant = {
  name: 'a world that is taken back to one of its steps is as it was after that',
  watch: () => {
    const steps = new Map<string, Numbering>()
    return {
      step({ request, after }, { main }) {
        const world = main.get(request.world)
        if (!world) return undefined
        const { journal } = world
        const { numbering } = journal
        const known = steps.get(world.name)
        const digests = isOf(known, journal) ? known.digests : new Map<number, string>()
        steps.set(world.name, { journal, numbering, digests: digests.set(world.requests, after) })
        return undefined
      },
      async end({ main }, chosen) {
        const { journal, requests } = await main.use(chosen)
        const known = steps.get(chosen)
        const at = journal.earliest(requests)
        const then = isOf(known, journal) ? known.digests.get(at) : undefined
        if (then === undefined) return undefined
        const digest = digestIn(await granted(main, put(`/workspaces/${PROBE}`, { from: chosen, at })))
        if (digest !== then) return `${chosen} had the digest ${then} after step ${at}, and taken back it has ${digest}`
        return undefined
      },
    }
  },
}

const isOf = (known: Numbering | undefined, journal: Journal): known is Numbering =>
  known?.journal === journal && known.numbering === journal.numbering
