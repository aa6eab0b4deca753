import { expect, test } from 'vitest'
import { CUSTOMERS, customers, EXTERNAL_LENA, ida, LENA, NORA } from './customers.ts'

const name = { firstName: 'Lena', lastName: 'Vogt' }
const whole = { ...name, sex: 'female', birthDate: '1988-04-02T00:00:00.000+00:00' }
const classes = { onlineRiskCategory: 'Standard', offlineRiskCategory: 'Standard', commercialStatus: 'Normal' }
const contact = { name: 'Vogt', firstName: 'Karl', birthDate: '1961-08-30' }

test('a PUT answers with the identifier, and dates the update', async () => {
  const { call, read, at, findings } = await customers()
  at('2026-05-04T07:30:00.250Z')
  const { body } = await call('PUT', LENA, { ...whole, ...classes, contacts: [contact], lastName: 'Vogt-Sommer' })
  const customerIdentifier = {
    customerReference: 'CUS10000400001',
    issuerCustomerExternalReference: 'PERSON-2024031500002B',
  }
  expect(body.data).toStrictEqual({ customerIdentifier })
  expect(findings()).toEqual([])
  expect(await read(EXTERNAL_LENA)).toStrictEqual({
    issuerId: '1234',
    customerIdentifier,
    ...whole,
    ...classes,
    lastName: 'Vogt-Sommer',
    lastUpdateDate: '2026-05-04T07:30:00.250+00:00',
  })
})

test('a PUT without contacts is remarked on only where there are some', async () => {
  const { call, findings } = await customers()
  const jonas = { firstName: 'Jonas', lastName: 'Brandt', sex: 'male', birthDate: '1979-11-23' }
  await call('PUT', `${CUSTOMERS}/CUS10000400002`, jonas)
  expect(findings()).toEqual([])
})

test('a PUT empties what it leaves out, with a finding for each attribute that was there', async () => {
  const { call, read, findings } = await customers()
  await call('PATCH', LENA, { offlineRiskCategory: 'Student', employee: false, vulnerabilities: [{ type: 'SIGHT' }] })
  await call('PUT', EXTERNAL_LENA, { ...name, sex: '' })
  expect(findings()).toEqual([
    ['left-out', 'birthDate'],
    ['left-out', 'employee'],
    ['left-out', 'offlineRiskCategory'],
    ['left-out', 'sex'],
    ['left-out', 'vulnerabilities'],
    ['left-out', 'contacts'],
  ])
  const customer = await read(`${LENA}?embed=contacts`)
  expect(customer).toMatchObject({ ...name, ...classes, contacts: [] })
  for (const absent of ['birthDate', 'employee', 'sex', 'vulnerabilities']) expect(customer).not.toHaveProperty(absent)
})

test('a PUT needs both names, and an issuer without defaults all classes', async () => {
  const { refusal, call, read } = await customers()
  for (const body of [{ firstName: 'Lena' }, { ...name, lastName: null }, {}])
    expect(await refusal('PUT', LENA, body)).toEqual({ status: 400, rule: 'customer-name-missing', changed: false })
  const { commercialStatus, ...risks } = classes
  const nora = { firstName: 'Nora', lastName: 'Keller' }
  const missing = await refusal('PUT', NORA, { ...nora, ...risks })
  expect(missing).toEqual({ status: 400, rule: 'commercial-status-missing', changed: false })
  expect((await refusal('PUT', NORA, { ...nora, commercialStatus })).rule).toBe('risk-category-missing')
  expect((await call('PUT', NORA, { ...nora, ...risks, commercialStatus: 'Bankruptcy' })).status).toBe(200)
  expect((await call('PATCH', NORA, { profession: 'Baker' })).status).toBe(200)
  expect(await read(NORA)).toMatchObject({ commercialStatus: 'Bankruptcy', profession: 'Baker' })
})

test('a PATCH changes what it names, and only that', async () => {
  const { call, read, findings } = await customers()
  const before = await read(`${LENA}?embed=contacts`)
  await call('PATCH', LENA, { profession: 'Pilot', commercialStatus: 'Active Customer' })
  expect(findings()).toEqual([])
  expect(await read(`${LENA}?embed=contacts`)).toStrictEqual({
    ...before,
    profession: 'Pilot',
    commercialStatus: 'Active Customer',
    lastUpdateDate: '2026-03-02T09:00:00.000+00:00',
  })
  await call('PATCH', EXTERNAL_LENA, { vulnerabilities: [{ type: 'SIGHT', comment: '' }, { type: 'AGE' }] })
  expect((await read(LENA)).vulnerabilities).toStrictEqual([{ type: 'SIGHT' }, { type: 'AGE' }])
  await call('PATCH', LENA, { vulnerabilities: [] })
  expect(await read(LENA)).not.toHaveProperty('vulnerabilities')
})

test.each([null, ''])('a PATCH with %o empties an attribute, and leaves what it does not name', async (empty) => {
  const { call, read, findings } = await customers()
  const told = {
    employee: true,
    doNotContact: false,
    profession: 'Pilot',
    customerClass: 'A',
    specificFields: { a: '1' },
    vulnerabilities: [{ type: 'SIGHT' }],
    preferredCorrespondenceLanguage: 'de',
  }
  await call('PATCH', LENA, told)
  const names = [...Object.keys(told), 'birthDate', 'sex']
  const before = await read(`${LENA}?embed=contacts`)
  for (const name of names) expect(before).toHaveProperty(name)
  const { status } = await call('PATCH', EXTERNAL_LENA, Object.fromEntries(names.map((name) => [name, empty])))
  expect([status, findings()]).toEqual([200, []])
  const left = Object.fromEntries(Object.entries(before).filter(([name]) => !names.includes(name)))
  expect(await read(`${LENA}?embed=contacts`)).toStrictEqual(left)
  await call('PATCH', LENA, { contacts: empty })
  expect((await read(`${LENA}?embed=contacts`)).contacts).toEqual([])
})

test.each(
  ['firstName', 'lastName', 'onlineRiskCategory', 'offlineRiskCategory', 'commercialStatus'].flatMap((name) =>
    [null, ''].map((empty) => [name, empty] as const),
  ),
)('a PATCH with %s %o is refused, as every customer has one', async (name, empty) => {
  const { refusal } = await customers()
  expect(await refusal('PATCH', LENA, { profession: 'Pilot', [name]: empty })).toEqual({
    status: 400,
    rule: 'attribute-compulsory',
    changed: false,
  })
})

test('an attribute that is emptied is a state of the history', async () => {
  const { call, read } = await customers()
  await call('PATCH', LENA, { sex: null })
  const [before, after] = await read(`${LENA}/customer-history`)
  expect([before.sex, after.sex]).toEqual(['female', undefined])
  await call('PATCH', LENA, { sex: '' })
  expect(await read(`${LENA}/customer-history`)).toHaveLength(2)
})

test('a flag has three states', async () => {
  const { call, read } = await customers()
  const flags = async () => {
    const { employee, doNotContact } = await read(LENA)
    return [employee, doNotContact]
  }
  expect(await flags()).toEqual([undefined, undefined])
  await call('PATCH', LENA, { employee: false })
  expect(await flags()).toEqual([false, undefined])
  await call('PATCH', LENA, { doNotContact: true })
  expect(await flags()).toEqual([false, true])
  await call('PUT', LENA, { ...whole, doNotContact: false })
  expect(await flags()).toEqual([undefined, false])
})

test.each(['PUT', 'PATCH'])('specific fields are merged by a %s, and removed by the text null', async (method) => {
  const { call, read, findings } = await customers()
  const update = (specificFields?: object) => call(method, LENA, { ...whole, ...classes, contacts: [], specificFields })
  const fields = async () => (await read(LENA)).specificFields
  await update({ a: '1', b: '2' })
  await update({ b: '3', c: '' })
  expect(await fields()).toEqual({ a: '1', b: '3', c: '' })
  await update()
  expect(findings()).toEqual([])
  await update({ a: 'null', nobody: 'null' })
  expect(await fields()).toEqual({ b: '3', c: '' })
  await update({ b: 'null', c: 'null' })
  expect(await fields()).toBeUndefined()
})

test.each(['PUT', 'PATCH'])('a %s with contacts replaces the whole list', async (method) => {
  const { call, read, findings } = await customers()
  const departed = { ...contact, departmentName: 'Legal', postalAddress: { country: 'DE', typeCode: 'X' } }
  await call(method, LENA, { ...whole, contacts: [departed, { name: 'Roth' }] })
  expect(findings()).toEqual([
    ['unknown-member', 'contacts.0.departmentName'],
    ['deprecated-member', 'contacts.0.postalAddress.typeCode'],
  ])
  const own = { issuerId: '1234' }
  expect((await read(`${LENA}?embed=contacts`)).contacts).toStrictEqual([
    {
      ...own,
      ...contact,
      contactIdentifier: { contactReference: 'CON10000700001' },
      postalAddress: { country: 'DE' },
    },
    { ...own, name: 'Roth', contactIdentifier: { contactReference: 'CON10000700002' } },
  ])
  await call(method, LENA, { ...whole, contacts: [] })
  expect((await read(`${LENA}?embed=contacts`)).contacts).toEqual([])
})

test('the deprecated member is ignored, with a finding', async () => {
  const { call, read, findings } = await customers()
  for (const method of ['PUT', 'PATCH']) {
    await call(method, LENA, { ...whole, active: false, contacts: [] })
    expect(findings()).toEqual(
      method === 'PUT' ? expect.arrayContaining([['deprecated-member', 'active']]) : [['deprecated-member', 'active']],
    )
    expect(await read(LENA)).not.toHaveProperty('active')
  }
})

test.each<[string, string, object]>([
  ['PATCH', 'risk-category-unknown', { onlineRiskCategory: 'standard' }],
  ['PUT', 'risk-category-unknown', { ...whole, offlineRiskCategory: 'Astronaut' }],
  ['PATCH', 'commercial-status-unknown', { commercialStatus: 'Legendary' }],
  ['PATCH', 'contact-name-missing', { profession: 'Pilot', contacts: [contact, { firstName: 'Ida' }] }],
  ['PUT', 'contact-name-missing', { ...whole, contacts: [{ departmentName: 'Legal' }] }],
])('a %s refused by %s changes nothing', async (method, rule, body) => {
  const { refusal, workspace } = await customers()
  expect(await refusal(method, LENA, body)).toEqual({ status: 400, rule, changed: false })
  expect(workspace.isUnchanged()).toBe(true)
})

test('an external reference outlasts updates', async () => {
  const { call, read, createCustomer } = await customers()
  await createCustomer(ida({ issuerCustomerExternalReference: 'IDA-1' }))
  const path = `${CUSTOMERS}/external-customers/IDA-1`
  await call('PUT', path, { firstName: 'Ida', lastName: 'Winter' })
  await call('PATCH', path, { customerClass: 'A' })
  expect(await read(path)).toMatchObject({ lastName: 'Winter', customerClass: 'A' })
})
