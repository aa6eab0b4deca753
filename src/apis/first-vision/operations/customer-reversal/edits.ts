import { type Edit, edit, failing, judge } from '../../host/edits.ts'
import { nameOf } from '../../host/scalar.ts'
import type { Organization } from '../../records/organizations.ts'
import { updateProblems } from '../customer-update/edits.ts'
import { GC } from '../customer-update/problems.ts'
import type { CustomerReversalRequest as Request } from './wire.ts'

const EDITS: Edit<Request>[] = [edit(GC['02E'], ({ dummyCustomerNumber }) => nameOf(dummyCustomerNumber) === undefined)]

/** The first stage for the reversal: that of the update, and the generic customer. */
export const judgeCustomerReversal = (request: Request, organization: Organization | undefined, now: number): void =>
  judge([...failing(EDITS, request, undefined), ...updateProblems(request, organization, now)])
