import { type Edit, edit, failing, judge } from '../../host/edits.ts'
import { isNumeric, isWrongName, NUMBER_LENGTH, nameOf } from '../../host/scalar.ts'
import { RC } from './problems.ts'
import type { RelationshipRequest as Request } from './wire.ts'

const EDITS: Edit<Request>[] = [
  edit(RC['06E'], ({ organizationNumber }) => isWrongName(organizationNumber, (value) => isNumeric(value, 3))),
  edit(
    RC['07E'],
    ({ customerNumber }) => nameOf(customerNumber) === undefined || !isNumeric(customerNumber, NUMBER_LENGTH),
  ),
]

/** The first stage for the relationship number inquiry; no setting has a say in it. */
export const judgeRelationshipNumberInquiry = (request: Request): void => judge(failing(EDITS, request, undefined))
