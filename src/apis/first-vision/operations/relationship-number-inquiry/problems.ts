import { ANDES, MARIA } from '../../examples/cast.ts'
import { askRelationships } from '../../examples/inquiries.ts'
import { byRequest as code, family } from '../../host/family.ts'

/** Relationship Number Inquiry (contract 5.1). */
export const RC = family('RC', 'contract 5.1', 'inferred', {
  '06E': code('ORG IS NOT NUMERIC', 'organizationNumber is not numeric', askRelationships(ANDES, 'AB'), {
    basis: 'documented',
  }),
  '07E': code(
    'CUST NBR IS NOT NUMERIC OR NOT SPACES',
    'the customer number is blank, zeros or not numeric',
    askRelationships('ANDES'),
  ),
  '13S': code(
    'ORG INVALID',
    'the organization, or the one that keeps its customers, is not configured, or none is given',
    askRelationships(ANDES, 123),
  ),
})

/** The code has two messages; this is the one for a customer that is not found (contract 9 #47). */
export const RC_UNKNOWN = family('RC', 'contract 5.1', 'inferred', {
  '07E': code(
    'CUST NBR IS INVALID',
    'the customer is not on file, or has no relationship in the organization',
    askRelationships(MARIA),
  ),
})
