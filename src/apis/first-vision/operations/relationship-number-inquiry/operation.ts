import { operation } from '../../../../http/operation.ts'
import { textOf } from '../../host/scalar.ts'
import { inquireRelatedAccounts } from './domain.ts'
import { judgeRelationshipNumberInquiry } from './edits.ts'
import { RC, RC_UNKNOWN } from './problems.ts'
import { RelationshipPath, RelationshipQuery, RelationshipTotals, relationshipTotals } from './wire.ts'

export const relationshipNumberInquiry = operation({
  id: 'Relationship Number Inquiry',
  method: 'get',
  path: '/customer/{customerNumber}/relationship',
  summary: 'Add up the accounts under all relationships of a customer',
  description:
    'No relationship number comes back; accounts of the organization and of its foreign partner are told apart.',
  tag: 'Relationships',
  source: 'contract 5.1',
  params: RelationshipPath,
  query: RelationshipQuery,
  response: RelationshipTotals,
  problems: [...Object.values(RC), ...Object.values(RC_UNKNOWN)],
}).handle((workspace, { params, query }) => {
  const request = { ...params, ...query }
  judgeRelationshipNumberInquiry(request)
  const organizationNumber = Number(textOf(request.organizationNumber))
  return relationshipTotals(inquireRelatedAccounts(workspace, organizationNumber, textOf(request.customerNumber)))
})
