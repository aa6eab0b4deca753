import { expect, test } from 'vitest'
import { sandbox } from '../../harness.ts'
import { companyRelationship, hostCodes, RELATE, relationship } from './requests.ts'

const { call } = await sandbox()
const restricted = await sandbox({ scenario: 'relationship-restrictions' })

/** What an add is answered with: its codes, or none when it is done. */
async function codesOf(members: object) {
  const answer = await call('POST', RELATE, relationship(members))
  return answer.status === 200 ? [] : hostCodes(answer)
}
async function codesAt(organizationNumber: number, members: object = {}, customer = 1) {
  const customerNumber = `000${organizationNumber}001100000000${customer}`
  const who = { organizationNumber: String(organizationNumber), customerNumber }
  const answer = await restricted.call('POST', RELATE, relationship({ ...who, ...members }))
  return answer.status === 200 ? [] : hostCodes(answer)
}
async function codesOfCompany(members: object) {
  const answer = await restricted.call('POST', RELATE, companyRelationship(members))
  return answer.status === 200 ? [] : hostCodes(answer)
}

/** Billed as a whole, with all that this takes. */
const WHOLE = {
  relationshipBillingLevel: 0,
  accountControlTableIdentification: 1,
  creditTransaction: 9900,
  debitTransactionIdentification: 9901,
}

test('rule 36: a customer on file, a limit above zero, a day that the system knows, a billing level and its flag', async () => {
  expect(await codesOf({})).toEqual([])
  expect(await codesOf({ customerNumber: null })).toEqual(['AR11S'])
  expect(await codesOf({ customerNumber: '0009980011000099999' })).toEqual(['AR19S'])
  expect(await codesOf({ creditLimit: undefined })).toEqual(['AR12S'])
  expect(await codesOf({ creditLimit: 0 })).toEqual(['AR04E'])
  expect(await codesOf({ creditLimit: -1 })).toEqual(['AR04E'])
  for (const billingCycle of [undefined, '', 0, '00']) expect(await codesOf({ billingCycle })).toEqual(['AR20E'])
  for (const billingCycle of [32, 'AB', 1.5]) expect(await codesOf({ billingCycle })).toEqual(['AR19E'])
  expect(await codesAt(925, { billingCycle: 2 }, 5)).toEqual(['AR24S'])
  expect(await codesAt(925, { billingCycle: 15 }, 5)).toEqual([])
  expect(await codesOf({ relationshipBillingLevel: undefined, modificationAccountLevelFlag: undefined })).toEqual([
    'AR13S',
  ])
  expect(await codesOf({ relationshipBillingLevel: undefined })).toEqual(['AR25S'])
  expect(await codesOf({ modificationAccountLevelFlag: undefined })).toEqual(['AR13S'])
})

test('rule 37: only mixed billing lets subordinates change how they are billed', async () => {
  expect(await codesOf({ modificationAccountLevelFlag: 0 })).toEqual(['AR13S'])
  expect(await codesOf({ ...WHOLE, modificationAccountLevelFlag: 0 })).toEqual(['AR13S'])
  expect(await codesOf({ ...WHOLE, relationshipBillingLevel: 2, modificationAccountLevelFlag: 0 })).toEqual([])
})

test('rule 38: billed as a whole it needs a control table and two memo transactions, billed by subordinates no table', async () => {
  for (const relationshipBillingLevel of [0, 2]) {
    const whole = { ...WHOLE, relationshipBillingLevel }
    expect(await codesOf(whole)).toEqual([])
    expect(await codesOf({ ...whole, creditTransaction: 0 })).toEqual(['AR25S'])
    expect(await codesOf({ ...whole, debitTransactionIdentification: undefined })).toEqual(['AR25S'])
    expect(await codesOf({ ...whole, debitTransactionIdentification: '9900' })).toEqual(['AR26S'])
    expect(await codesOf({ ...whole, accountControlTableIdentification: 0 })).toEqual(['AR27S'])
    expect(await codesOf({ ...whole, accountControlTableIdentification: 99 })).toEqual(['AR20S'])
    expect(await codesOf({ ...whole, creditTransaction: 200 })).toEqual(['AR22S'])
    expect(await codesOf({ ...whole, debitTransactionIdentification: 8888 })).toEqual(['AR23S'])
    expect(await codesOf({ ...whole, billingCurrency: 999 })).toEqual(['AR21S'])
  }
  expect(await codesOf({ accountControlTableIdentification: 1 })).toEqual(['AR28S'])
  expect(await codesOf({ accountControlTableIdentification: '000', billingCurrency: 840 })).toEqual([])
})

test('rule 39: the default limit of a subordinate is at most that of the relationship', async () => {
  expect(await codesOf({ creditLimitInMonetaryUnits: 50_001 })).toEqual(['AR29S'])
  expect(await codesOf({ creditLimitInMonetaryUnits: 50_000 })).toEqual([])
})

test('rule 40: subordinates cycle on days of their own at management level 3 and billed by themselves only', async () => {
  const ownDays = { billingCycleMode: 0 }
  expect(await codesOf(ownDays)).toEqual([])
  expect(await codesAt(921, ownDays)).toEqual(['AR61S'])
  expect(await codesAt(921)).toEqual([])
  expect(await codesOf({ ...WHOLE, ...ownDays })).toEqual(['AR62S'])
  expect(await codesOf({ ...ownDays, detailLevelStatements: 1 })).toEqual(['AR63S'])
  expect(await codesOf({ ...ownDays, accountControlTableIdentification: 1 })).toEqual(['AR28S'])
  expect(await codesOf({ ...ownDays, billingCurrency: 32 })).toEqual(['AR65S'])
  expect(await codesOf({ ...ownDays, creditTransaction: 9900 })).toEqual(['AR66S'])
  expect(await codesOf({ ...ownDays, debitTransactionIdentification: 9900 })).toEqual(['AR67S'])
  expect(await codesOf({ ...ownDays, modificationAccountLevelFlag: 0 })).toEqual(['AR13S'])
})

test('rule 41: what is a company’s is refused elsewhere, and four members are compulsory for one', async () => {
  const commercial = {
    corporationCustomerOrAddressNumber: '0009980011000000004',
    identifyRelationshipsGroupFlag: 'GRP',
    authorizationCriteriaTable: 'AAA',
    numberToAssociateCardholderToRelationship: 'CC-1',
    monthInWhichFiscalYearEnds: 12,
    monthAndYearInWhichFiscalYearEnd: 122099,
    corporateIdNumber: 7,
    sourceCode: 'WEB',
    contactName: 'Elena',
    contactPhone: '+54 11 5555 0110',
    officerName: 'Tomás',
    userData: {
      ...{ userDate1: '2026-03-02', userDate2: '2026-03-02', userAmount1: 1, userAmount2: 2 },
      ...{ userField5: 'A', userField6: 'B' },
    },
  }
  const seventeen = Array.from({ length: 17 }, (_, index) => `AR${34 + index}E`)
  expect(await codesOf(commercial)).toEqual([...seventeen, 'AR56E'])
  expect(await codesOf({ ...commercial, commercialCardFlag: 0 })).toEqual([...seventeen, 'AR56E'])
  const nothing = { monthInWhichFiscalYearEnds: 0, corporateIdNumber: 0, userData: { userAmount1: 0, userField5: ' ' } }
  expect(await codesOf({ ...nothing, contactName: '', monthAndYearInWhichFiscalYearEnd: 0 })).toEqual([])
  expect(await codesOfCompany({})).toEqual([])
  const { userData, ...terms } = commercial
  expect(await codesOfCompany({ ...terms, userData, corporationCustomerOrAddressNumber: undefined })).toEqual(['AR17S'])
  expect(await codesOfCompany({ identifyRelationshipsGroupFlag: ' ' })).toEqual(['AR18S'])
  expect(await codesOfCompany({ numberToAssociateCardholderToRelationship: '' })).toEqual(['AR53E'])
  expect(await codesOfCompany({ monthInWhichFiscalYearEnds: undefined })).toEqual(['AR55E'])
})

test('rule 42: kind 3 goes with HCS and with it alone, and an organization that is not commercial has kind 0', async () => {
  const company = { customerNumber: '0009240011000000001', corporationCustomerOrAddressNumber: '0009240011000000001' }
  const withHcs = { ...company, organizationNumber: '924' }
  expect(await codesOfCompany({ ...withHcs, commercialCardFlag: 3 })).toEqual([])
  for (const commercialCardFlag of [1, 2]) {
    expect(await codesOfCompany({ ...withHcs, commercialCardFlag })).toEqual(['AR15S'])
    expect(await codesOfCompany({ commercialCardFlag })).toEqual([])
  }
  expect(await codesOfCompany({ commercialCardFlag: 3 })).toEqual(['AR16S'])
  const elsewhere = { organizationNumber: '921', customerNumber: '0009210011000000001' }
  expect(await codesOfCompany({ ...elsewhere, commercialCardFlag: 1 })).toEqual(['AR14S'])
  expect(await codesAt(924)).toEqual([])
})

test('rule 43: a contract expires in a real month to come, month and year in either order', async () => {
  const expires = async (monthAndYearInWhichFiscalYearEnd: unknown) =>
    codesOfCompany({ monthAndYearInWhichFiscalYearEnd })
  for (const month of [42026, '042026', 202604, 122099]) expect(await expires(month)).toEqual([])
  for (const month of [32026, 22026, 202603]) expect(await expires(month)).toEqual(['AR59E'])
  for (const month of [132027, 202713, 1]) expect(await expires(month)).toEqual(['AR58E'])
  for (const month of ['MAR', 0, 1.5, 1220271]) expect(await expires(month)).toEqual(['AR57E'])
})

test('rule 44: where bills are not consolidated, what that takes may not be sent', async () => {
  expect(await codesAt(922, WHOLE)).toEqual(['AR11E', 'AR14E', 'AR16E', 'AR21E'])
  expect(await codesAt(922, { modificationAccountLevelFlag: 0 })).toEqual(['AR23E'])
  expect(await codesAt(922)).toEqual([])
  expect(await codesAt(922, { relationshipBillingLevel: undefined, modificationAccountLevelFlag: '' })).toEqual([])
})

test('rule 45: an organization may have relationships off, to add and to ask for', async () => {
  expect(await codesAt(920)).toEqual(['AR10S'])
  const asked = { organizationNumber: '920', customerNumber: '0009200011000000001' }
  expect(hostCodes(await restricted.call('POST', RELATE, asked))).toEqual(['AR10S'])
})
