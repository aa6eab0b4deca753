import type { Customer } from '../../../src/apis/first-vision/records/customers.ts'
import { organizations } from '../../../src/apis/first-vision/records/organizations.ts'
import { priorAddresses } from '../../../src/apis/first-vision/records/prior-addresses.ts'
import { isoInstant } from '../../../src/kernel/clock.ts'
import type { RowWrite } from '../../../src/kernel/journal/step.ts'
import type { Workspace } from '../../../src/kernel/workspaces/workspace.ts'
import type { Invariant } from '../invariant.ts'

export const priorMoves: Invariant = {
  name: 'who moves leaves the address of before the day as a prior one, where the organization keeps them',
  watch: () => ({
    step({ request, answer, before, after }, { main }) {
      const world = main.get(request.world)
      if (before === after || !world || request.asked.path.startsWith('/_sandbox')) return undefined
      const entry = world.journal.entry(Number(answer.headers.get('x-sandbox-request')))
      for (const change of entry?.trace?.changes() ?? []) {
        const complaint = change.type === 'first-vision.customers' ? complaintOn(change, world) : undefined
        if (complaint !== undefined) return complaint
      }
      return undefined
    },
  }),
}

function complaintOn({ before, after }: RowWrite, world: Workspace): string | undefined {
  const [was, is] = [before, after] as [Customer | undefined, Customer | undefined]
  if (!was || !is || (was.ownerData.city ?? '') === (is.ownerData.city ?? '')) return undefined
  const { organizationNumber, customerNumber } = is
  const keeper = [...organizations(world).all()].find((one) => one.organizationNumber === organizationNumber)
  if (keeper?.priorAddressIndicator === 'N') return undefined
  const day = isoInstant(world.clock.now()).slice(0, 10)
  const prior = [...priorAddresses(world).all()].find(
    (one) =>
      one.organizationNumber === organizationNumber &&
      one.customerNumber === customerNumber &&
      one.coOwnerIndicator === 1 &&
      one.pmDate === day,
  )
  if (!prior) return `${is.id} has moved on ${day}, and has no prior address of that day`
  return undefined
}
