import { expect, test } from 'vitest'
import { toySandbox } from '../toy/sandbox.ts'

const when = (kind: string) => ({ kind, when: 'always' })
const stands = { basis: 'documented', source: 'contract 1', link: '/_sandbox/sources/toy#section-1' }
const links = [stands.link]
const noBook = { message: 'There is no such book.', status: 404, ...stands, trigger: when('request') }
const example = { scenario: 'shelf', method: 'GET', path: '/toy/books/B9' }
const taken = { message: 'There is a book of this title.', status: 422, ...stands, trigger: when('request') }

test('the error catalogue is what the operations declare', async () => {
  const { call } = await toySandbox()
  const { errors } = (await call('GET', '/_sandbox/errors')).body
  expect(errors.map(({ operation, code }: Record<string, string>) => `${operation}: ${code}`)).toEqual([
    'Book Add: TAKEN',
    'Book Add: LONG',
    'Book Add: CLOSED',
    'Book Read: NO-BOOK',
    'Book Newest: NO-BOOK',
  ])
  expect(errors[0]).toEqual({ api: 'toy', operation: 'Book Add', code: 'TAKEN', ...taken, links })
  expect(errors[2].trigger).toEqual(when('host'))
  expect(errors[3]).toEqual({ api: 'toy', operation: 'Book Read', code: 'NO-BOOK', ...noBook, links, example })
})

test('a rule stands once, with all operations that it holds for', async () => {
  const { call } = await toySandbox()
  const { rules } = (await call('GET', '/_sandbox/rules')).body
  expect(rules.map(({ rule }: { rule: string }) => rule)).toEqual(['TAKEN', 'LONG', 'CLOSED', 'NO-BOOK'])
  expect(rules[3]).toEqual({
    ...{ api: 'toy', rule: 'NO-BOOK', ...noBook, links, example },
    operations: ['Book Read', 'Book Newest'],
  })
})
