import { operation } from '../../../../http/operation.ts'
import { placeNamed } from '../../domain/place.ts'
import { mustName, names } from '../../host/edits.ts'
import { digits, NUMBER_LENGTH } from '../../host/scalar.ts'
import { twoStages } from '../../host/two-stages.ts'
import { inquireRelatedAccounts } from './domain.ts'
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
  example: { params: { customerNumber: '0009980011000000004' }, query: { organizationNumber: 998 } },
}).handle(
  twoStages({
    read: ({ params, query }) => ({ ...params, ...query }),
    place: placeNamed(RC['13S']),
    edits: [
      names(RC['06E'], 'organizationNumber', digits(3)),
      mustName(RC['07E'], 'customerNumber'),
      names(RC['07E'], 'customerNumber', digits(NUMBER_LENGTH)),
    ],
    perform: (workspace, request, place) =>
      relationshipTotals(inquireRelatedAccounts(workspace, place, request.customerNumber.trim())),
  }),
)
