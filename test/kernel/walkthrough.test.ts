import { expect, test } from 'vitest'
import { Scenario } from '../../src/kernel/scenario/schema.ts'
import { filledIn, takenFrom } from '../../src/kernel/scenario/walkthrough.ts'

/** A name as requests hold it. */
const held = (name: string) => `\${${name}}`

const step = (request: object, take?: object) => ({
  title: 'T',
  request: { method: 'GET', path: '/', ...request },
  expect: { status: 200 },
  ...(take && { take }),
})

const messagesOf = (walkthrough: object[]) =>
  Scenario.safeParse({ name: 'one', title: '', summary: '', story: '', walkthrough }).error?.issues.map(
    ({ path, message }) => `${path.join('.')}: ${message}`,
  )

test('what a step takes from its answer stands in the path, the headers and the body of later ones', () => {
  const taken = takenFrom(
    { data: { id: 'A B', list: [{ number: 7 }] } },
    { id: 'data.id', number: 'data.list.0.number' },
  )
  expect(taken).toEqual({ id: 'A B', number: '7' })
  const request = {
    path: `/x/${held('id')}?n=${held('number')}`,
    headers: { authorization: `Bearer ${held('id')}` },
    body: { of: [held('id'), 1, null], note: `${held('number')}/${held('id')}` },
  }
  expect(filledIn(request, taken)).toEqual({
    path: '/x/A%20B?n=7',
    headers: { authorization: 'Bearer A B' },
    body: { of: ['A B', 1, null], note: '7/A B' },
  })
  expect(filledIn({ path: '/' }, taken)).toEqual({ path: '/' })
})

test('what is not in the answer, or is no text or number, cannot be taken', () => {
  for (const body of [{}, null, 'text', { id: null }, { id: { of: 1 } }])
    expect(takenFrom(body, { id: 'id' }), JSON.stringify(body)).toEqual({})
  expect(filledIn({ path: `/${held('id')}`, headers: { a: held('id') } }, {}).headers).toEqual({ a: held('id') })
})

test('a walkthrough has no name that no step before takes', () => {
  const uses = step({ headers: { authorization: `Bearer ${held('token')}` } })
  expect(messagesOf([step({}, { token: 'access_token' }), uses])).toBeUndefined()
  const missing = "walkthrough.0.request: no step before takes 'token'"
  expect(messagesOf([uses, step({}, { token: 'access_token' })])).toEqual([missing])
  expect(messagesOf([step({ path: `/${held('token')}` }, { token: 'access_token' })])).toEqual([missing])
  expect(messagesOf([step({ body: [held('token')] })])).toEqual([missing])
  expect(messagesOf([step({}, { 'a-b': 'id' })])).toHaveLength(1)
})
