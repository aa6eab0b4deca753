import { expect, test } from 'vitest'
import { z } from 'zod'
import { hasMember, type Members, membersOf } from '../../src/http/requests/members.ts'
import { Places } from '../../src/http/requests/name-places.ts'
import { unknownMembers, unknownParameters } from '../../src/http/requests/unknown-names.ts'

const Address = z.object({ postCode: z.string(), town: z.string().optional() })

const Customer = z.object({
  customerNumber: z.string().default(''),
  address: Address.nullable(),
  addresses: z.array(z.lazy(() => Address)).optional(),
  trimmed: z.preprocess((value) => value, z.object({ name: z.string() })),
  anything: z.record(z.string(), z.string()),
  partlyKnown: z.looseObject({ name: z.string() }),
})

const findingsOf = (value: unknown) => unknownMembers(value, membersOf(Customer) as Members)

test('a body of known members leaves nothing to remark', () => {
  const known = { customerNumber: '1', address: { postCode: '1' }, addresses: [{ town: 'x' }], anything: { a: 'b' } }
  expect(findingsOf(known)).toEqual([])
  expect(findingsOf({ partlyKnown: { nam: '' } })).toEqual([])
  expect(findingsOf({ address: 'not even an object', addresses: {} })).toEqual([])
})

test('an unknown member is remarked where it stands, with the nearest known name', () => {
  expect(findingsOf({ custommerNumber: '1', address: { postcode: '1' }, trimmed: { nam: '' } })).toEqual([
    {
      kind: 'unknown-member',
      message: "'custommerNumber' is no member of this request; the platform ignores it",
      path: 'custommerNumber',
      suggestion: 'customerNumber',
    },
    expect.objectContaining({ path: 'address.postcode', suggestion: 'postCode' }),
    expect.objectContaining({ path: 'trimmed.nam', suggestion: 'name' }),
  ])
})

test('in a list the item is named by its place', () => {
  expect(findingsOf({ addresses: [{ town: 'x' }, { city: 'x' }] })).toMatchObject([{ path: 'addresses.1.city' }])
})

test('lists in lists, however deep, are nothing to look into', () => {
  expect(findingsOf({ addresses: [JSON.parse('['.repeat(100_000) + ']'.repeat(100_000))] })).toEqual([])
})

test.each([
  ['address.town', true],
  ['addresses.town', true],
  ['trimmed.name', true],
  ['anything.of.all', true],
  ['partlyKnown.whatever', true],
  ['town', false],
  ['address.city', false],
  ['address.town.centre', false],
  ['address.constructor', false],
])('a customer has a member %s: %s', (path, known) => expect(hasMember(Customer, path.split('.'))).toBe(known))

test('a name like none that is known comes without a suggestion', () => {
  const [finding] = findingsOf({ favouriteColour: 'red' })
  expect(finding).not.toHaveProperty('suggestion')
})

test('a member named like one that every object has is no exception', () => {
  expect(findingsOf(JSON.parse('{"__proto__": 1, "constructor": 2}')).map(({ path }) => path)).toEqual([
    '__proto__',
    'constructor',
  ])
})

test('a body of nonsense yields a bounded number of bounded remarks', () => {
  const nonsense = Object.fromEntries(Array.from({ length: 5000 }, (_, i) => [`x${i}${'y'.repeat(500)}`, i]))
  const findings = findingsOf(nonsense)
  expect(findings).toHaveLength(50)
  expect(Math.max(...findings.map(({ message }) => message.length))).toBeLessThan(200)
})

test('what is no object has no members', () => {
  expect(membersOf(z.string())).toBeUndefined()
})

test('an unknown parameter of a query is remarked with the nearest known name', () => {
  const known = membersOf(z.object({ showHistory: z.string(), filter: z.string() })) as Members
  expect(unknownParameters({ filter: 'a', showhistory: 'true', page: '1' }, known)).toEqual([
    {
      kind: 'unknown-parameter',
      message: "'showhistory' is no parameter of this request; the platform ignores it",
      path: 'query.showhistory',
      suggestion: 'showHistory',
    },
    expect.objectContaining({ path: 'query.page' }),
  ])
})

test('a name that is known elsewhere in the operation says where it belongs', () => {
  const members = membersOf(Customer) as Members
  const parameters = membersOf(z.object({ page: z.string() })) as Members
  const places = new Places({ members, parameters, params: z.object({ id: z.string() }), headers: ['X-ClientID'] })
  const said = (value: unknown) => unknownMembers(value, members, places).map(({ message }) => message)
  expect(said({ town: 'x', page: 1, id: 1, 'x-clientid': 1, nowhere: 1 })).toEqual([
    "'town' is ignored here: it belongs in 'address'",
    "'page' is ignored here: it is the query parameter 'page'",
    "'id' is ignored here: it is a part of the path",
    "'x-clientid' is ignored here: it is the header 'X-ClientID'",
    "'nowhere' is no member of this request; the platform ignores it: leave it out",
  ])
  expect(said({ address: { customerNumber: '1' } })).toEqual([
    "'customerNumber' is ignored here: it belongs in the body, not in a part of it",
  ])
  expect(unknownParameters({ customerNumber: '1' }, parameters, places)).toMatchObject([{ kind: 'unknown-parameter' }])
})
