import { expect, test } from 'vitest'
import { CUSTOMERS, customers, home, ida, NORA } from './customers.ts'

const query = (criteria: Record<string, string>) => new URLSearchParams(criteria).toString()

/** Some people beside those of the scenario. */
async function crowd() {
  const made = await customers()
  const people: [lastName: string, firstName: string, more?: object][] = [
    ['Meyer', 'Anna Maria', { employee: true, courtesyTitle: 'Dr.', partnerExternalReference: 'P-1' }],
    ['MAIER', 'Stefan', { employee: false, secondFirstName: 'Hans' }],
    ['Weiß', 'Stephan', { birthDate: '1975-10-22T23:30:00.000+00:00' }],
    ['Şahin', 'Ayşe', { addresses: [{ ...home, postalAddress: { townName: 'Sankt Peter', country: 'DE' } }] }],
  ]
  for (const [lastName, firstName, more] of people) await made.createCustomer(ida({ lastName, firstName, ...more }))
  return made
}

test.each<[Record<string, string>, string[]]>([
  [{ lastName: 'Vogt' }, ['Vogt']],
  [{ lastName: 'vogt', firstName: 'LENA' }, ['Vogt']],
  [{ lastName: 'Marcadas' }, ['MARCADAS']],
  [{ lastName: 'Vog' }, []],
  [{ lastName: 'Vogt', firstName: 'Jonas' }, []],
  [{ lastName: 'AYDIN' }, ['Aydın']],
  [{ lastName: 'WEISS' }, ['Weiß']],
  [{ lastName: 'şahin' }, ['Şahin']],
  [{ lastName: 'Sahin' }, []],
  [{ lastName: 'Vogt ' }, []],
  [{ lastName: 'V%' }, []],
  [{ firstName: 'Ame\u0301lie' }, ['Roux']],
  [{ birthDate: '1988-04-02' }, ['Vogt']],
  [{ birthDate: '1988-04-02T00:00:00.000+00:00' }, ['Vogt']],
  [{ birthDate: '1975-10-22' }, ['Weiß']],
  [{ birthDate: '1988-04-03' }, []],
  [{ courtesyTitle: 'dr.' }, ['Meyer']],
  [{ secondFirstName: 'Hans' }, ['MAIER']],
  [{ partnerExternalReference: 'P-1' }, ['Meyer']],
  [{ employee: 'true' }, ['Meyer']],
  [{ employee: 'false' }, ['MAIER']],
  [{ 'postalAddress.postCode': '10115' }, ['Vogt']],
  [{ 'postalAddress.postCode': '1011' }, []],
  [{ 'postalAddress.townName': 'hamburg' }, []],
  [{ 'postalAddress.townName': 'madrid', 'postalAddress.buildingNumber': '1' }, ['Brandt']],
  [{ 'postalAddress.streetName': 'Lindenweg', 'postalAddress.postCode': '10117' }, []],
  [{ 'postalAddress.streetName': 'Seeweg' }, []],
  [{ 'emailAddress.email': 'Lena.Vogt@example.com' }, ['Vogt']],
  [{ 'phone.localPhoneNumber': '030 23125 001', lastName: 'Vogt' }, ['Vogt']],
  [{ lastName: 'Nobody' }, []],
])('%o finds exactly %o', async (criteria, found) => {
  const { find } = await crowd()
  expect(await find(query(criteria))).toEqual(found)
})

test.each<[Record<string, string>, string[]]>([
  [{ lastName: 'og' }, ['Vogt']],
  [{ lastName: 'EISS' }, ['Weiß']],
  [{ firstName: ' ' }, ['Meyer']],
  [{ lastName: 'V*t' }, []],
  [{ lastName: '%' }, []],
  [{ lastName: '.' }, []],
  [{ firstName: 'maria' }, ['Meyer']],
  [{ lastName: 'ro', firstName: 'mél' }, ['Roux']],
  [{ 'postalAddress.postCode': '1011' }, ['Vogt']],
  [{ 'postalAddress.townName': 'peter' }, ['Şahin']],
  [{ 'postalAddress.streetName': 'lilas', 'postalAddress.buildingNumber': '8' }, ['Roux']],
  [{ 'emailAddress.email': 'vogt@' }, ['Vogt']],
  [{ 'phone.localPhoneNumber': '23125 001', lastName: 'gt' }, ['Vogt']],
  [{ courtesyTitle: 'D' }, []],
  [{ secondFirstName: 'Han' }, []],
  [{ partnerExternalReference: 'P' }, []],
])('with partialSearch, %o finds %o', async (criteria, found) => {
  const { find } = await crowd()
  expect(await find(query({ ...criteria, partialSearch: 'true' }))).toEqual(found)
})

test.each<[Record<string, string>, string[]]>([
  [{ lastName: 'Mayr' }, ['Meyer', 'MAIER']],
  [{ lastName: 'Fogt' }, ['Vogt']],
  [{ lastName: 'Weiss', firstName: 'Stefan' }, ['Weiß']],
  [{ lastName: 'Weiss', phoneticAlgorithm: 'DOUBLE_METAPHONE' }, ['Weiß']],
  [{ lastName: 'Sahin' }, ['Şahin']],
  [{ lastName: 'Aydin' }, ['Aydın']],
  [{ firstName: 'Stefan' }, ['MAIER', 'Weiß']],
  [{ lastName: 'Rou', phoneticAlgorithm: 'COLOGNE_PHONETIC' }, []],
  [{ lastName: 'Rou', phoneticAlgorithm: 'DOUBLE_METAPHONE' }, ['Roux']],
  [{ lastName: 'Rou', phoneticAlgorithm: 'COLOGNE_PHONETIC, DOUBLE_METAPHONE' }, ['Roux']],
  [{ lastName: 'Rou' }, ['Roux']],
  [{ lastName: 'Fogt', 'postalAddress.townName': 'berlin' }, ['Vogt']],
  [{ lastName: 'Fogt', 'postalAddress.townName': 'perlin' }, []],
  [{ lastName: '李' }, []],
])('with phoneticSearch, %o finds %o', async (criteria, found) => {
  const { find } = await crowd()
  expect(await find(query({ ...criteria, phoneticSearch: 'true' }))).toEqual(found)
})

test('a name that no algorithm hears anything in still sounds like itself', async () => {
  const { find, createCustomer } = await customers()
  await createCustomer(ida({ lastName: '李', firstName: '娜' }))
  await createCustomer(ida({ lastName: '王', firstName: '芳' }))
  expect(await find(query({ lastName: '李', phoneticSearch: 'true' }))).toEqual(['李'])
})

test('with both, names are found by their sound and the rest by its parts', async () => {
  const { find } = await crowd()
  const both = { phoneticSearch: 'true', partialSearch: 'true' }
  expect(await find(query({ ...both, lastName: 'Fogt', 'postalAddress.townName': 'erli' }))).toEqual(['Vogt'])
  expect(await find(query({ ...both, lastName: 'Vog' }))).toEqual([])
})

test('phonetic algorithms are those of the issuer; repeated or separated by commas', async () => {
  const { call, find, refusal, findings } = await customers()
  const both = 'phoneticAlgorithm=COLOGNE_PHONETIC&phoneticAlgorithm=DOUBLE_METAPHONE'
  expect(await find(`lastName=Rou&phoneticSearch=true&${both}`)).toEqual(['Roux'])
  const rule = 'phonetic-algorithm-unknown'
  for (const path of [
    `${CUSTOMERS}?phoneticSearch=true&phoneticAlgorithm=SOUNDEX`,
    `${CUSTOMERS}?phoneticAlgorithm=DOUBLE_METAPHONE,SOUNDEX`,
    '/api/v2/issuers/5678/customers?phoneticSearch=true&phoneticAlgorithm=COLOGNE_PHONETIC',
  ])
    expect(await refusal('GET', path)).toEqual({ status: 400, rule, changed: false })
  const swiss = await call('GET', '/api/v2/issuers/5678/customers?lastName=Celler&phoneticSearch=true')
  expect(swiss.body.data).toEqual([])
  expect(await find('lastName=Vogt&phoneticAlgorithm=DOUBLE_METAPHONE')).toEqual(['Vogt'])
  expect(findings()).toEqual([['ignored-parameter', 'query.phoneticAlgorithm']])
})

test('without criteria, or with empty ones, all customers of the issuer are listed, in order of creation', async () => {
  const { find, createCustomer } = await customers()
  const before = await find('')
  expect(before).toEqual(expect.arrayContaining(['MARCADAS', 'Vogt', 'Brandt', 'Roux', 'Aydın']))
  expect(before).not.toContain('Keller')
  await createCustomer(ida())
  const all = await find('')
  expect(all).toEqual([...before, 'Sommer'])
  const empty = 'lastName=&birthDate=&employee=&phoneticSearch=&partialSearch=&page=&offset=&emailAddress.email='
  expect(await find(`${empty}&phoneticAlgorithm=`)).toEqual(all)
})

test('customers are listed as they are read, with nothing embedded', async () => {
  const { call, read } = await customers()
  const { body } = await call('GET', '/api/v2/issuers/5678/customers')
  expect(body.data).toStrictEqual([await read(NORA)])
})

test('pages add up to the whole, each leading to the next', async () => {
  const { call, find } = await crowd()
  const all = await find('')
  const first = `/card-issuing${CUSTOMERS}?offset=4&filter=lastName&filter=firstName`
  const names: string[] = []
  const pages: string[] = []
  for (let path: string | undefined = first; path !== undefined; ) {
    const { body } = await call('GET', path)
    const { links } = body.responseMetadata
    pages.push(links.self)
    names.push(...body.data.map(({ lastName }: { lastName: string }) => lastName))
    path = links.next
  }
  expect(names).toEqual(all)
  expect(pages).toEqual([
    `/card-issuing${CUSTOMERS}?filter=lastName&filter=firstName&offset=4`,
    ...[1, 2, 3].map((page) => `/card-issuing${CUSTOMERS}?filter=lastName&filter=firstName&page=${page}&offset=4`),
  ])
})

test('a page that is exactly the last has no next one, and one beyond it is empty', async () => {
  const { call, find } = await customers()
  const { length } = await find('')
  const whole = await call('GET', `${CUSTOMERS}?offset=${length}`)
  expect(whole.body.data).toHaveLength(length)
  expect(whole.body.responseMetadata.links).toEqual({ self: `${CUSTOMERS}?offset=${length}` })
  const beyond = await call('GET', `${CUSTOMERS}?page=1&offset=${length}`)
  expect([beyond.status, beyond.body.data]).toEqual([200, []])
})

test('a link says what was asked, reserved characters included', async () => {
  const { call } = await customers()
  const path = `${CUSTOMERS}?lastName=V%C3%96GT%26Co&page=0&offset=11`
  expect((await call('GET', path)).body.responseMetadata.links).toEqual({ self: path })
})

test('a hundred customers are a page where nothing else is said', async () => {
  const { call, find, createCustomer } = await customers()
  const { length } = await find('')
  for (let number = length; number < 101; number++) await createCustomer(ida())
  const { body } = await call('GET', CUSTOMERS)
  expect(body.data).toHaveLength(100)
  expect(body.responseMetadata.links).toEqual({ self: CUSTOMERS, next: `${CUSTOMERS}?page=1` })
  expect((await call('GET', body.responseMetadata.links.next)).body.data).toHaveLength(1)
})

test.each([
  'page=-1',
  'page=1.5',
  'page=first',
  'offset=0',
  'offset=2147483648',
  'offset=1e2',
  'page=1&page=2',
  'partialSearch=yes',
  'phoneticSearch=Y',
  'employee=maybe',
  'birthDate=22.10.1975',
  'birthDate=1975-13-01',
  'lastName=A&lastName=B',
])('%s is refused', async (text) => {
  const { refusal } = await customers()
  const { status, rule } = await refusal('GET', `${CUSTOMERS}?${text}`)
  expect(status).toBe(400)
  expect(rule).toContain(`Bad request: query.${text.split('=')[0]}`)
})
