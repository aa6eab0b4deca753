import { refuseIf } from '../../../../kernel/checks.ts'
import type { Workspace } from '../../../../kernel/workspaces/workspace.ts'
import type { Issuer } from '../../issuers/records.ts'
import { dayOf, now, readDate, type WireInstant } from '../../platform/dates.ts'
import { endDateMissing, endDateTooEarly, endDateUnexpected } from '../problems/periods.ts'
import type { CreateAddressRequest } from '../wire/address.ts'

export type Period = { temporary: boolean; startDate: WireInstant; endDate?: WireInstant }

type Sent = Pick<CreateAddressRequest, 'startDate' | 'endDate' | 'temporary'>

/** When a new version is in force. `first`: no active address of the customer has the label. */
export function readPeriod(workspace: Workspace, issuer: Issuer, sent: Sent, first: boolean): Period {
  const { temporary = false, endDate } = sent
  refuseIf(workspace, temporary && endDate === undefined, endDateMissing)
  refuseIf(workspace, !temporary && endDate !== undefined, endDateUnexpected)
  const startDate = startOf(workspace, issuer, sent.startDate, first)
  if (endDate === undefined) return { temporary, startDate }
  const end = readDate(endDate, issuer.timeZone)
  refuseIf(
    workspace,
    end <= startDate,
    endDateTooEarly,
    () => `the end date ${end} is not after the start ${startDate}`,
  )
  return { temporary, startDate, endDate: end }
}

/** Contract 4.8 to 4.11. Days are the issuer's: what is today for the caller may be tomorrow here. */
function startOf(
  workspace: Workspace,
  { timeZone }: Issuer,
  startDate: string | undefined,
  first: boolean,
): WireInstant {
  const present = now(workspace)
  if (startDate === undefined) return present
  const start = readDate(startDate, timeZone)
  const today = dayOf(present, timeZone)
  if (dayOf(start, timeZone) === today) return present
  if (!first && start > present) return start
  const reason = first
    ? 'the first address of a label starts at once; leave it out, and create a later version once it is there'
    : `today is ${today} in ${timeZone}; leave it out, or send a later one`
  const message = `the start date ${startDate} counts as now: ${reason}`
  workspace.remark({ kind: 'ignored-start-date', message, path: 'startDate' })
  return present
}
