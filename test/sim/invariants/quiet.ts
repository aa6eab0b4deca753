import { faults } from '../../../src/kernel/faults/faults.ts'
import type { Invariant } from '../invariant.ts'

export const quiet: Invariant = {
  name: 'a refused request, and one that reads, leave the digest',
  watch: () => ({
    step({ request, answer, before, after }, { main }) {
      const world = main.get(request.world)
      // A fault counts what it is for, and loses answers to what was done.
      if (before === after || !world || faults(world).size) return undefined
      const isRefused = answer.status >= 400
      if (!isRefused && request.asked.method !== 'GET') return undefined
      return `${request.asked.method} ${request.asked.path} was answered ${answer.status}, and ${before} became ${after}`
    },
  }),
}
