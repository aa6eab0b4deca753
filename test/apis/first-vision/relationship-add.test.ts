import { expect, test } from 'vitest'
import { othersFound, sandbox } from '../../harness.ts'
import { deviations } from './contract.ts'
import { codes, companyRelationship, GENERATE, generation, hostCodes, RELATE, relationship } from './requests.ts'
import { world } from './world.ts'

const ELENA = '0009980011000000010'
const ANDES = '0009980011000000004'

test('a plain relationship gets the next number, and a twin with the partner', async () => {
  const { call } = world()
  const { status, body } = await call('POST', RELATE, relationship({ relationshipName: 'Quiroga' }))
  expect(status).toBe(200)
  expect(body.data).toEqual({
    organization: 998,
    relationshipNumber: '0009980010000000002',
    foreignOrganization: 997,
  })
  expect(deviations('Relationship Number Add', body.data)).toEqual([])
  for (const [organizationNumber, foreignOrganization] of [
    [998, 997],
    [997, 998],
  ]) {
    const kept = await call(
      'GET',
      `/_sandbox/records/first-vision.relationships/${organizationNumber}-0009980010000000002`,
    )
    expect(kept.body).toMatchObject({
      ...{ organizationNumber, foreignOrganization, customerNumber: ELENA, relationshipName: 'Quiroga' },
      ...{ creditLimit: 50_000, billingCycle: 15, billingCycleMode: 1, relationshipBillingLevel: 1 },
    })
  }
})

test('an organization with a single currency keeps it alone', async () => {
  const { call } = world()
  const alone = { organizationNumber: '800', customerNumber: '0008000011000000001' }
  const chosen = { ...alone, relationshipNumber: '0008000010000000077' }
  expect((await call('POST', RELATE, relationship(chosen))).body.data).toEqual({
    organization: 800,
    relationshipNumber: '0008000010000000077',
    foreignOrganization: 0,
  })
  expect(hostCodes(await call('POST', RELATE, relationship(alone)))).toEqual(['AR34S'])
})

test('a reserved number is taken once', async () => {
  const { call } = world()
  const { data } = (await call('POST', GENERATE, generation({ relationshipNumbersRequested: 2 }))).body
  const [first, second] = data.relationshipData
  const add = (relationshipNumber?: string) => call('POST', RELATE, relationship({ relationshipNumber }))
  expect((await add(second.relationshipNumber)).status).toBe(200)
  expect(hostCodes(await add(second.relationshipNumber))).toEqual(['AR36S'])
  expect((await add()).body.data.relationshipNumber).not.toBe(first.relationshipNumber)
  expect((await add(first.relationshipNumber)).status).toBe(200)
})

test('its number is no customer’s, account’s or relationship’s, on either side', async () => {
  const { call, digest } = world()
  const before = await digest()
  const add = async (relationshipNumber: string) =>
    hostCodes(await call('POST', RELATE, relationship({ relationshipNumber })))
  expect(await add('0009980010000000001')).toEqual(['AR36S'])
  expect(await add('0009980011000000001')).toEqual(['AR37S'])
  expect(await add('0009985012000000001')).toEqual(['AR38S'])
  expect(await add('0009970010000000001')).toEqual(['AR40S'])
  expect(await add('0009970011000000001')).toEqual(['AR41S'])
  expect(await add('0009975012000000001')).toEqual(['AR42S'])
  expect(await digest()).toBe(before)
})

test('look-ups go from the organization to its partner, the customers, and the number', async () => {
  const { call } = world()
  const add = async (members: object) => hostCodes(await call('POST', RELATE, relationship(members)))
  const unknown = { customerNumber: '0000000000000099999', relationshipNumber: '0009980010000000001' }
  expect(await add({ ...unknown, organizationNumber: 123 })).toEqual(['AR09S'])
  expect(await add(unknown)).toEqual(['AR19S'])
  expect(await add({ ...unknown, creditLimit: '' })).toEqual(['AR12S'])
  expect(await add({ organizationNumber: '123', modificationAccountLevelFlag: 0 })).toEqual(['AR13S'])
  expect(await add({ organizationNumber: '123', accountControlTableIdentification: 0, billingCurrency: 999 })).toEqual([
    'AR09S',
  ])
})

test('field edits are told together, twenty at most, in the order of their codes', async () => {
  const { call } = world()
  const flags = Object.fromEntries(
    [
      ...[
        'mailCode',
        'amountOrAPercentageFlag',
        'detailLevelStatements',
        'relationshipUpdatedFlag',
        'billingCycleMode',
      ],
      ...['relationshipBillingLevel', 'modificationAccountLevelFlag', 'annualFeeFlag', 'waiveAnnualFeeFlag'],
      ...['lateFeesCode', 'waiveLateChargesFlag', 'levelToChargeNonSufficientFundsFeesFlag', 'modifyCreditLimitFlag'],
      ...['waiveNonSufficientFundsFeeFlag', 'commercialCardFlag', 'creditLimit', 'billingCycle', 'billingCurrency'],
      ...['creditTransaction', 'debitTransactionIdentification', 'blockCode', 'organizationNumber', 'customerNumber'],
    ].map((member) => [member, 'XX']),
  )
  const told = hostCodes(await call('POST', RELATE, flags))
  expect(told).toEqual([
    ...['AR01E', 'AR03E', 'AR04E', 'AR05E', 'AR06E', 'AR07E', 'AR10E', 'AR13E', 'AR15E', 'AR17E'],
    ...['AR18E', 'AR19E', 'AR22E', 'AR24E', 'AR25E', 'AR26E', 'AR27E', 'AR28E', 'AR29E', 'AR30E'],
  ])
})

test('all that a company’s relationship may have is kept', async () => {
  const { call } = await sandbox({ scenario: 'relationship-restrictions' })
  const sent = companyRelationship({
    ...{ relationshipNumber: '0009230010000000099', relationshipName: 'Sarmiento norte', blockCode: 'A', mailCode: 1 },
    ...{ amountOrAPercentageFlag: 1, reserveAmountOrPercentage: 100, detailLevelStatements: 1, annualFeeFlag: 2 },
    ...{ relationshipUpdatedFlag: 1, waiveAnnualFeeFlag: 1, lateFeesCode: 1, waiveLateChargesFlag: 1 },
    ...{ levelToChargeNonSufficientFundsFeesFlag: 2, waiveNonSufficientFundsFeeFlag: 1, modifyCreditLimitFlag: 1 },
    ...{ creditLimitInMonetaryUnits: 900, authorizationCriteriaTable: '001', corporateIdNumber: 77 },
    ...{ monthAndYearInWhichFiscalYearEnd: 122_027, sourceCode: 'WEB', contactName: 'Ana', officerName: 'Luis' },
    ...{ contactPhone: '+54 11 5555 0177', billingCurrency: 840, billingCycleMode: 1 },
    userData: {
      ...{ userDate1: '2026-01-31', userDate2: '2026-02-28', userAmount1: 5, userAmount2: 6 },
      ...{ userField5: 'five', userField6: 'six' },
    },
  })
  expect((await call('POST', RELATE, sent)).body.data.foreignOrganization).toBe(0)
  const kept = await call('GET', '/_sandbox/records/first-vision.relationships/923-0009230010000000099')
  expect(kept.body).toMatchObject({ ...sent, organizationNumber: 923 })
})

test('a customer’s relationships are listed when nothing else is sent, with a finding', async () => {
  const { call } = world()
  const ask = (customerNumber: string) => call('POST', RELATE, { organizationNumber: '998', customerNumber })
  const none = await ask(ELENA)
  expect(none.status).toBe(200)
  expect(othersFound(none.headers)).toBe('1')
  expect(none.body.data).toEqual({
    ...{ organization: 998, relationshipNumber: '0000000000000000000', foreignOrganization: 0 },
    relationships: [],
  })
  await call('POST', RELATE, relationship({ customerNumber: ANDES, relationshipName: 'Andes Norte' }))
  const { relationships, ...first } = (await ask(ANDES)).body.data
  expect(first).toEqual({ organization: 998, relationshipNumber: '0009980010000000001', foreignOrganization: 0 })
  expect(relationships).toEqual([
    { organization: 998, relationshipNumber: '0009980010000000001', relationshipName: 'Andes Logistica' },
    { organization: 998, relationshipNumber: '0009980010000000002', relationshipName: 'Andes Norte' },
  ])
  expect(deviations('Relationship Number Add', first)).toEqual([])
  expect(hostCodes(await ask('0009980011000099999'))).toEqual(['AR19S'])
})

test('any further member, blank or not, makes it the add', async () => {
  const { call } = world()
  const who = { organizationNumber: '998', customerNumber: ELENA }
  const withBlank = async (members: object) => hostCodes(await call('POST', RELATE, { ...who, ...members }))
  expect(await withBlank({ relationshipName: '' })).toEqual(['AR20E'])
  expect(await withBlank({ billingCycle: 1 })).toEqual(['AR12S'])
  expect(await withBlank({ userData: {} })).toEqual(['AR20E'])
  expect(await withBlank({ creditLimit: null })).toEqual(['AR20E'])
  const unknown = await call('POST', RELATE, { ...who, billingCycles: 1 })
  expect(unknown.body.data.relationships).toEqual([])
  expect(othersFound(unknown.headers)).toBe('2')
})

test('the inquiry form is judged by what it has', async () => {
  const { call } = world()
  const ask = async (body: object) => hostCodes(await call('POST', RELATE, body))
  expect(await ask({})).toEqual(['AR06S'])
  expect(await ask({ organizationNumber: 998 })).toEqual(['AR11S'])
  expect(await ask({ organizationNumber: 'AB', customerNumber: 'CD' })).toEqual(['AR01E', 'AR03E'])
  expect(await ask({ organizationNumber: 998, customerNumber: '12' })).toEqual(['AR03S'])
  expect(await ask({ organizationNumber: 123, customerNumber: ELENA })).toEqual(['AR09S'])
})

test('texts without a code that are too long, or no texts, are 400', async () => {
  const { call } = world()
  const wrong = [
    { relationshipName: 'x'.repeat(27) },
    { sourceCode: 7 },
    { userData: [] },
    { userData: { userField5: 5 } },
  ]
  for (const members of wrong) expect(codes(await call('POST', RELATE, relationship(members)))).toEqual(['SANDBOX-400'])
})
