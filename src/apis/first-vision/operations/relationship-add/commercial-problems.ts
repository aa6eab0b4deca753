import { relate, relateAt, relateCompany } from '../../examples/boarding.ts'
import { ANDES } from '../../examples/cast.ts'
import { byRequest as code, family } from '../../host/family.ts'
import type { RelationshipMember } from './members.ts'

/** A member that only a commercial relationship may have. */
function closed(rest: string, member: RelationshipMember, value: string | number) {
  const sent = { [member]: value }
  return code(
    `NOT A COMMERCIAL CARD RELATIONSHIP|${rest}`,
    `commercialCardFlag is 0 or not given, and ${member} is sent`,
    relateAt(923, member.startsWith('user') ? { userData: sent } : sent),
  )
}

/**
 * Relationship Number Add: what goes with a company's relationship, and with no other (contract 4.8, 8 rules 41 to
 * 43).
 */
export const AR_COMMERCIAL = family('AR', 'contract 4.8', 'documented', {
  '14S': code(
    'COMMERCIAL CARD FLAG MUST BE 0 (NOT A COMMERCIAL RELATIONSHIP)',
    'the organization is not commercial, and commercialCardFlag is not 0',
    relate({
      commercialCardFlag: 1,
      numberToAssociateCardholderToRelationship: 'CC-1',
      monthInWhichFiscalYearEnds: 12,
    }),
  ),
  '15S': code(
    'COMMERCIAL FLAG MUST BE "3" WHEN HCS IS ACTIVE',
    'the organization has HCS, and commercialCardFlag is neither 0 nor 3',
    relateCompany({}, 924),
  ),
  '16S': code(
    'COMMERCIAL FLAG CANNOT BE "3" IF HCS IS NOT ACTIVE',
    'the organization has no HCS, and commercialCardFlag is 3',
    relateCompany({ commercialCardFlag: 3 }),
  ),
  '17S': code(
    'CORPORATION CUSTOMER NUMBER IS REQUIRED',
    'the relationship is commercial, and corporationCustomerOrAddressNumber is not given',
    relateCompany({ corporationCustomerOrAddressNumber: '' }),
  ),
  '18S': code(
    'CUSTOMER GROUP CODE IS REQUIRED',
    'the relationship is commercial, and identifyRelationshipsGroupFlag is not given',
    relateCompany({ identifyRelationshipsGroupFlag: '' }),
  ),
  '31S': code(
    'INVALID AUTHORIZATION CIRTERIA TABLE NUMBER',
    'the organization has no such authorization criteria table',
    relateCompany({ authorizationCriteriaTable: 'ZZZ' }),
  ),
  '33E': code(
    'VALID VALUES FOR COMMERCIAL CARD ARE 0 THRU 3',
    'commercialCardFlag is another',
    relate({ commercialCardFlag: 4 }),
  ),
  '34E': closed(" CO CUST NUMB CAN'T BE INPUT", 'corporationCustomerOrAddressNumber', ANDES),
  '35E': closed("CUST GROUP CODE CAN'T BE INPUT", 'identifyRelationshipsGroupFlag', 'GRP'),
  '36E': closed(" AUTH CRITERIA TAB CAN'T INPUT", 'authorizationCriteriaTable', 'AAA'),
  '37E': closed(" COST CENTER NO CAN'T BE INPUT", 'numberToAssociateCardholderToRelationship', 'CC-1'),
  '38E': closed(" FISCAL YR END CAN'T BE INPUT", 'monthInWhichFiscalYearEnds', 12),
  '39E': closed("CURR CONTRACT EXPD CAN'T INPUT", 'monthAndYearInWhichFiscalYearEnd', 122_099),
  '40E': closed(" CO ID NUMB CAN'T BE INPUT", 'corporateIdNumber', 7),
  '41E': closed(" SOURCE CODE CAN'T BE INPUT", 'sourceCode', 'WEB'),
  '42E': closed(" CONTACT NAME CAN'T BE INPUT", 'contactName', 'Elena Quiroga'),
  '43E': closed(" CONTACT PHONE CAN'T BE INPUT", 'contactPhone', '+54 11 5555 0110'),
  '44E': closed(" OFFICERS NAME CAN'T BE INPUT", 'officerName', 'Tomás Vera'),
  '45E': closed(' USER 1 IS NOT OPEN FOR INPUT', 'userDate1', '2026-03-02'),
  '46E': closed(' USER 2 IS NOT OPEN FOR INPUT', 'userDate2', '2026-03-02'),
  '47E': closed(' USER 3 IS NOT OPEN FOR INPUT', 'userAmount1', 1),
  '48E': closed(' USER 4 IS NOT OPEN FOR INPUT', 'userAmount2', 1),
  '49E': closed(' USER 5 IS NOT OPEN FOR INPUT', 'userField5', 'A'),
  '50E': closed(' USER 6 IS NOT OPEN FOR INPUT', 'userField6', 'A'),
  '51E': code(
    'CORPORATION CUSTOMER NUMBER MUST BE NUMERIC',
    'corporationCustomerOrAddressNumber is not',
    relateCompany({ corporationCustomerOrAddressNumber: 'ANDES' }),
  ),
  '52E': code(
    'THE VALID VALUES FOR AUTH CRITERIA TAB NUMB ARE THRU AAA TO 999',
    'authorizationCriteriaTable is not three characters of A to Z and 0 to 9',
    relateCompany({ authorizationCriteriaTable: 'A' }),
    { basis: 'inferred', source: 'contract 4.8, 9 #46' },
  ),
  '53E': code(
    'COST CENTER REPORTING NUMBER IS REQUIRED',
    'the relationship is commercial, and numberToAssociateCardholderToRelationship is not given',
    relateCompany({ numberToAssociateCardholderToRelationship: '' }),
  ),
  '54E': code(
    'THE VALID VALUE OF FISCAL YEAR END IS THROUGH 01 TO 12',
    'monthInWhichFiscalYearEnds is another',
    relateCompany({ monthInWhichFiscalYearEnds: 13 }),
  ),
  '55E': code(
    'FISCAL YEAR END IS REQUIRED',
    'the relationship is commercial, and monthInWhichFiscalYearEnds is not given, or zero',
    relateCompany({ monthInWhichFiscalYearEnds: null }),
  ),
  '56E': code(
    "NOT A COMMERCIAL ORG AND CURRENT CONTRACT EXPIRE DATE CAN'T INPUT",
    'the organization is not commercial, and monthAndYearInWhichFiscalYearEnd is sent',
    relateCompany({ monthAndYearInWhichFiscalYearEnd: 122_099 }, 925),
  ),
  '57E': code(
    'CURRENT CONTRACT EXPIRE DATE MUST BE NUMERIC AND GREATER THAN 0',
    'monthAndYearInWhichFiscalYearEnd is not numeric, or zero on a commercial relationship',
    relateCompany({ monthAndYearInWhichFiscalYearEnd: 0 }),
  ),
  '58E': code(
    'INVALID DATE IN CURRENT CONTRACT EXPIRE DATE',
    'monthAndYearInWhichFiscalYearEnd is no month and year, in either order',
    relateCompany({ monthAndYearInWhichFiscalYearEnd: 132_099 }),
    { source: 'contract 4.8, 9 #43' },
  ),
  '59E': code(
    'CURRENT CONTRACT EXPIRE DATE MUST BE GREATER THAN TODAY',
    'monthAndYearInWhichFiscalYearEnd is this month, or one before it',
    relateCompany({ monthAndYearInWhichFiscalYearEnd: 122_025 }),
  ),
  '60E': code(
    'CORPORATE ID NUMBER MUST BE NUMERIC',
    'corporateIdNumber is not',
    relateCompany({ corporateIdNumber: 'A' }),
  ),
  '61E': code(
    'USER DATE 1 MUST BE NUMERIC',
    'userData.userDate1 is not digits, dashes apart',
    relateCompany({ userData: { userDate1: 'SOON' } }),
  ),
  '62E': code(
    'USER DATE 1 - INVALID DATE',
    'userData.userDate1 is no date of the calendar',
    relateCompany({ userData: { userDate1: '2026-02-30' } }),
  ),
  '63E': code(
    'USER DATE 2 MUST BE NUMERIC',
    'userData.userDate2 is not digits, dashes apart',
    relateCompany({ userData: { userDate2: 'SOON' } }),
  ),
  '64E': code(
    'USER DATE 2 - INVALID DATE',
    'userData.userDate2 is no date of the calendar',
    relateCompany({ userData: { userDate2: '2026-02-30' } }),
  ),
  '65E': code(
    'USER AMOUNT 1 MUST BE NUMERIC',
    'userData.userAmount1 is not',
    relateCompany({ userData: { userAmount1: 'A' } }),
  ),
  '66E': code(
    'USER AMOUNT 2 MUST BE NUMERIC',
    'userData.userAmount2 is not',
    relateCompany({ userData: { userAmount2: 'A' } }),
  ),
})
