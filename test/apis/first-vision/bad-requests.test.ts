import { expect, test } from 'vitest'
import { othersFound, sandbox } from '../../harness.ts'
import { ADD, codes, customer, GENERATE, generation, INQUIRE, inquiry } from './requests.ts'

const { call, workspaces } = await sandbox()
const digest = () => workspaces.get('default')?.digest()
const start = digest()

const add = (person: object) => customer({ organizationNumber: 998 }, person)

test.each([
  ['JSON that is cut off', ADD, '{"customerData": {'],
  ['no body', ADD, ''],
  ['a list for a body', ADD, []],
  ['a text for a body', GENERATE, '"998"'],
  ['a scalar where an object belongs', ADD, { customerData: 5 }],
  ['a list where an object belongs', ADD, { customerData: { customerKeyData: [] } }],
  ['an object where a scalar belongs', ADD, add({ title: {} })],
  ['an object where a judged scalar belongs', ADD, add({ income: {} })],
  ['a list where a judged scalar belongs', GENERATE, generation({ customerNumbersRequested: [1] })],
  ['a number where a text without a code belongs', ADD, add({ title: 5 })],
  ['a truth value where a text without a code belongs', ADD, add({ email: true })],
  ['a text where an amount without a code belongs', ADD, { ...add({}), resvData: { reservedAmt1: '5' } }],
  ['a text of 41 characters for a name line', ADD, add({ nameLine1: 'x'.repeat(41) })],
  ['a mail address of 61 characters', ADD, add({ email: `${'x'.repeat(49)}@example.com` })],
  ['a customer number of 20 digits', ADD, customer({ organizationNumber: 998, customerNumber: '1'.repeat(20) })],
  ['a tax number of 26 characters', ADD, add({ identificationNumberFlag: 1, identificationNumber: '1'.repeat(26) })],
  ['an amount of 18 digits', ADD, { ...add({}), resvData: { reservedAmt5: 1e17 } }],
  ['a context of 21 characters', INQUIRE, inquiry('0009980011000000001', { context: 'x'.repeat(21) })],
])('%s is answered with 400 in the envelope', async (_what, path, body) => {
  const answer = await call('POST', path, body)
  expect(answer.status).toBe(400)
  expect(answer.body).toMatchObject({ hasError: true, data: null })
  expect(codes(answer)).toEqual(['SANDBOX-400'])
  expect(digest()).toBe(start)
})

test('several misfits are told together, each with its place', async () => {
  const { body } = await call('POST', ADD, add({ title: 5, nameLine1: 'x'.repeat(41) }))
  const places = body.errors.map(({ description }: { description: string }) => description.split(':')[0])
  const person = 'body.customerData.ownerCoOwnerData.ownerData'
  expect(places).toEqual([`${person}.title`, `${person}.nameLine1`])
})

test('another media type is 415, another method 405, a body over a megabyte 413', async () => {
  const text = await call('POST', ADD, '<customer/>', { 'content-type': 'application/xml' })
  expect([text.status, ...codes(text)]).toEqual([415, 'SANDBOX-415'])
  const read = await call('GET', ADD)
  expect([read.status, read.headers.get('allow'), ...codes(read)]).toEqual([405, 'POST', 'SANDBOX-405'])
  const large = await call('POST', ADD, { padding: 'x'.repeat(1024 * 1024) })
  expect([large.status, ...codes(large)]).toEqual([413, 'SANDBOX-413'])
  const nowhere = await call('POST', '/latam-gfs-apis/portal/customer/l8v9', {})
  expect([nowhere.status, ...codes(nowhere)]).toEqual([404, 'SANDBOX-404'])
  expect(digest()).toBe(start)
})

test('a refusal by the host changes nothing, not even when numbers were drawn before it', async () => {
  const { call: ask, workspaces: worlds } = await sandbox({ scenario: 'number-range-exhausted' })
  const before = worlds.get('default')?.digest()
  const refused = await ask(
    'POST',
    GENERATE,
    generation({ customerNumbersRequested: 3, embosserNumbersRequested: 10, accountNumbersRequested: 4 }),
  )
  expect(codes(refused)).toEqual(['VPL5SNG11S'])
  expect(worlds.get('default')?.digest()).toBe(before)
  expect((await ask('POST', GENERATE, generation({ customerNumbersRequested: 3 }))).status).toBe(200)
})

test('members that the platform does not know are taken, with a finding', async () => {
  const answer = await call('POST', ADD, { ...add({ nameLine4: 'x' }), trace: 1 })
  expect(answer.status).toBe(200)
  expect(othersFound(answer.headers)).toBe('2')
})

test('minimum lengths, patterns and value lists without a code are not enforced', async () => {
  const person = { nameLine3: '', email: 'no address', houseNumber: 'B-12', address2Indicator: 'X' }
  expect((await call('POST', ADD, add(person))).status).toBe(200)
})

test('a request without the id that the platform demands is taken, with a finding that says what to send', async () => {
  const { call } = await sandbox()
  const sent = { organizationNumber: 998, customerNumber: '0009980011000000001' }
  const taken = await call('POST', '/customer/accountNumber', sent, { 'x-client-request-id': '' })
  expect(taken.status).toBe(200)
  expect(taken.headers.get('x-sandbox-finding')).toMatch(/demands X-Client-Request-Id: send an id/)
  // What is ignored is told before it.
  const odd = await call('POST', '/customer/accountNumber', { ...sent, nothing: 1 }, { 'x-client-request-id': '' })
  expect(odd.headers.get('x-sandbox-finding')).toMatch(/'nothing'/)
})
