import { expect, test } from 'vitest'
import { ADD, customer } from '../apis/first-vision/requests.ts'
import { createAddress } from '../cases/session.ts'
import { sandbox } from '../harness.ts'
import { toySandbox } from '../toy/sandbox.ts'

const ada = { author: 'Ada', added: '2025-12-02T00:00:00.000Z' }

test('records are what is stored, page by page, in the order of creation', async () => {
  const { call } = await toySandbox({ clock: '2026-03-02T09:00:00Z' })
  for (const title of ['Third', 'Fourth', 'Fifth']) await call('POST', '/toy/books', { title })
  await call('DELETE', '/toy/books/B2')
  const ids = async (query: string) => {
    const { total, records, next } = (await call('GET', `/_sandbox/records/toy.books${query}`)).body
    return { total, next, ids: records.map(({ id }: { id: string }) => id) }
  }
  expect(await ids('')).toEqual({ total: 4, next: undefined, ids: ['B1', 'B3', 'B4', 'B5'] })
  expect(await ids('?limit=2')).toEqual({ total: 4, next: 'B3', ids: ['B1', 'B3'] })
  expect(await ids('?limit=2&after=B3')).toEqual({ total: 4, next: undefined, ids: ['B4', 'B5'] })
  expect(await ids('?after=B5')).toEqual({ total: 4, next: undefined, ids: [] })
  expect((await call('GET', '/_sandbox/records/toy.books?limit=1')).body).toEqual({
    type: 'toy.books',
    total: 4,
    records: [{ id: 'B1', title: 'Notes', ...ada }],
    next: 'B1',
  })
})

test('the types of records are told with their counts', async () => {
  const { call } = await toySandbox()
  await call('POST', '/toy/books', { title: 'Third' })
  const { types } = (await call('GET', '/_sandbox/records')).body
  expect(types.map(({ type }: { type: string }) => type)).toEqual(['toy.books', 'toy.readers'])
  expect(types[0].total).toBe((await call('GET', '/_sandbox/records/toy.books')).body.total)
})

test('records are chosen by a key of an index, and by a text that stands in them', async () => {
  const { call } = await sandbox()
  const ids = async (query: string) =>
    (await call('GET', `/_sandbox/records/issuer.contracts?${query}`)).body.records.map(({ id }: { id: string }) => id)
  const [first, second] = await ids('')
  expect(await ids('by=customer&key=CUS10000375016')).toEqual([first])
  expect(await ids('by=customer&key=nobody')).toEqual([])
  expect(await ids(`q=${second.toUpperCase()}`)).toEqual([second])
  expect(await ids(`by=customer&key=CUS10000375016&q=${second}`)).toEqual([])
  expect(await ids('q=%22')).toEqual([])
})

test.each([
  ['by=customer', 'by and key belong together'],
  ['key=1', 'by and key belong together'],
  ['by=toString&key=1', 'not one of customer'],
  ['q=', ''],
])('records cannot be chosen with %s', async (query, message) => {
  const { status, text } = await (await sandbox()).call('GET', `/_sandbox/records/issuer.contracts?${query}`)
  expect(status).toBe(400)
  expect(text).toContain(message)
})

test('one record is read by its id', async () => {
  const { call } = await toySandbox()
  expect((await call('GET', '/_sandbox/records/toy.books/B1')).body).toEqual({ id: 'B1', title: 'Notes', ...ada })
})

test('a type or record that is not there is 404, and so is bookkeeping', async () => {
  const { call } = await toySandbox()
  for (const path of ['toy.boks', 'toy.boks/B1', 'toy.books/B9', 'toy.loans', 'toString'])
    expect((await call('GET', `/_sandbox/records/${path}`)).status).toBe(404)
  const { detail } = (await call('GET', '/_sandbox/records/toy.boks')).body
  expect(detail).toBe("no records 'toy.boks'; there are toy.books, toy.readers")
})

test.each([
  ['limit=0', 'query.limit'],
  ['limit=1001', 'query.limit'],
  ['limit=-1', 'query.limit'],
  ['limit=two', 'query.limit'],
  ['limit=', 'query.limit'],
  ['limit=1&limit=2', 'query.limit'],
  ['after=B9', 'query.after'],
  ['befor=B1', 'query'],
])('a page cannot be asked for with %s', async (query, path) => {
  const { call } = await toySandbox()
  const answer = await call('GET', `/_sandbox/records/toy.books?${query}`)
  expect(answer).toMatchObject({ status: 400, body: { errors: [{ path }] } })
})

test('what was only looked into makes no difference to the order in which changes are told', async () => {
  const told = async (looked: string[]) => {
    const { call } = await sandbox()
    for (const path of looked) await call('GET', path)
    await call('POST', ADD, customer({ organizationNumber: 998 }))
    await call(...createAddress('SECOND_POSTAL_ADDRESS'))
    return [(await call('GET', '/_sandbox/changes')).text, (await call('GET', '/_sandbox/state')).body.tables]
  }
  const paths = ['/api/v2/issuers/1234/customers/CUS10000375016/addresses']
  const [[changes, tables], [looked, its]] = [await told([]), await told(paths)]
  expect(changes).toContain('first-vision.customers')
  expect(looked).toBe(changes)
  expect(Object.keys(its)).toEqual(Object.keys(tables))
})

test('changes are the records that differ from the start, with before and after', async () => {
  const { call, workspaces } = await toySandbox({ clock: '2026-03-02T09:00:00Z' })
  const changes = async () => (await call('GET', '/_sandbox/changes')).body
  expect(await changes()).toEqual({ created: [], updated: [], deleted: [] })
  await call('POST', '/toy/books', { title: 'Third' }, { 'x-key': 'k' })
  await call('DELETE', '/toy/books/B1')
  await call('POST', '/toy/books/B2/lend', 'to=Max', {
    'content-type': 'application/x-www-form-urlencoded',
    'x-staff': '1',
  })
  const { books } = await import('../toy/api.ts')
  const workspace = await workspaces.use('default')
  const second = books(workspace).get('B2')
  if (second) books(workspace).patch(second, { author: 'Grace' })
  const b2 = { id: 'B2', title: 'More notes', author: 'Ada', added: '2025-12-31' }
  expect(await changes()).toEqual({
    created: [
      {
        type: 'toy.books',
        id: 'B3',
        after: { id: 'B3', title: 'Third', author: 'nobody', added: '2026-03-02T09:00:00.000Z' },
      },
    ],
    updated: [{ type: 'toy.books', id: 'B2', before: b2, after: { ...b2, author: 'Grace' } }],
    deleted: [{ type: 'toy.books', id: 'B1', before: { id: 'B1', title: 'Notes', ...ada } }],
  })
  expect((await call('GET', '/_sandbox/info')).body.workspace.changes).toBe(3)
  await call('POST', '/_sandbox/reset')
  expect(await changes()).toEqual({ created: [], updated: [], deleted: [] })
})
