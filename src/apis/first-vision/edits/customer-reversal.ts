import { type Edit, edit, failing, judge } from '../edits.ts'
import { GC } from '../problems/customer-update.ts'
import type { Organization } from '../records/organizations.ts'
import { nameOf } from '../scalar.ts'
import type { CustomerReversalRequest as Request } from '../wire/customer-reversal.ts'
import { updateProblems } from './customer-update.ts'

const EDITS: Edit<Request>[] = [edit(GC['02E'], ({ dummyCustomerNumber }) => nameOf(dummyCustomerNumber) === undefined)]

/** The first stage for the reversal: that of the update, and the generic customer. */
export const judgeCustomerReversal = (request: Request, organization: Organization | undefined, now: number): void =>
  judge([...failing(EDITS, request, undefined), ...updateProblems(request, organization, now)])
