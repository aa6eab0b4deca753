import type { Invariant } from '../invariant.ts'
import { askedOf, granted, PROBE, put, remove } from './probe.ts'

const MAIN = '/api/v2/issuers/1234/customers/CUS10000375016/addresses/ADDREF_MAIN_POSTAL_ADDRESS_1000000000417761'

type Version = { startDate: string; endDate?: string; temporary?: boolean }

export const mainHistory: Invariant = {
  name: 'the permanent versions of a main address follow one another without overlap or hole',
  watch: () => ({
    async end({ main }, chosen) {
      await granted(main, put(`/workspaces/${PROBE}`, { from: chosen }))
      await granted(main, remove('/faults'))
      const asked = { method: 'GET', path: `${MAIN}/address-versions`, headers: {} }
      const { status, text } = await askedOf(main, { does: 'ask', world: PROBE, asked })
      // There are scenarios without it, and such as demand a token.
      if (status !== 200) return undefined
      const versions: Version[] = JSON.parse(text).data
      const permanent = versions.filter((version) => !version.temporary)
      if (!permanent.length) return `in ${chosen} it has none`
      for (const [index, { endDate }] of permanent.entries()) {
        const next = permanent[index + 1]?.startDate
        if (endDate !== next) return `in ${chosen} one ends at ${endDate}, and the next begins at ${next}`
      }
      return undefined
    },
  }),
}
