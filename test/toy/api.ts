import { z } from 'zod'
import type { Face } from '../../src/http/face.ts'
import { operation } from '../../src/http/operation.ts'
import { isoInstant } from '../../src/kernel/clock.ts'
import { type Problem, Refusal, refuse } from '../../src/kernel/problem.ts'
import type { Slice } from '../../src/kernel/scenario/slice.ts'
import { table } from '../../src/kernel/tables/table.ts'

/** A small API of nobody's, to test what all APIs have in common. */
const Book = z.strictObject({ id: z.string(), title: z.string(), author: z.string(), added: z.string() })
type Book = z.infer<typeof Book>

const Reader = z.strictObject({ id: z.string(), name: z.string(), birthDate: z.string() })

export const books = table<Book>()({ name: 'toy.books', indexes: { author: (book) => book.author } })
const readers = table<z.infer<typeof Reader>>()({ name: 'toy.readers' })
const loans = table<{ id: string; to: string }>()({ name: 'toy.loans', hidden: true })

const problem = (code: string, message: string, status: number, kind: 'request' | 'host' = 'request'): Problem => ({
  ...{ code, message, status, basis: 'documented', source: 'contract 1' },
  trigger: { kind, when: 'always' },
})

const noSuchBook = {
  ...problem('NO-BOOK', 'There is no such book.', 404),
  example: { scenario: 'shelf', method: 'GET', path: '/toy/books/B9' },
}
const titleTaken = problem('TAKEN', 'There is a book of this title.', 422)
const tooLong = problem('LONG', 'The title is too long.', 422)
const closed = problem('CLOSED', 'The library is closed.', 503, 'host')

const NewBook = z.object({
  title: z.string().meta({ description: 'On its cover.' }),
  author: z.string().default('nobody'),
  shelf: z.object({ room: z.string().optional() }).optional(),
})

const params = z.object({ id: z.string() })

export const addBook = operation({
  id: 'Book Add',
  method: 'post',
  path: '/toy/books',
  aliases: ['/toy/books/'],
  summary: 'Add a book',
  source: 'contract 2',
  headers: z.object({ 'x-key': z.string().optional() }),
  body: NewBook,
  response: Book,
  problems: [titleTaken, tooLong, closed],
  idempotencyKey: (_workspace, { headers }) => headers['x-key'],
}).handle((workspace, { body: { title, author } }, exchange) => {
  const id = `B${workspace.counters.next('toy.book')}`
  const book = books(workspace).put({ id, title, author, added: isoInstant(exchange.at) })
  const found = [...books(workspace).all()].filter((other) => other.title === title)
  const problems = [...(found.length > 1 ? [titleTaken] : []), ...(title.length > 20 ? [tooLong] : [])]
  if (problems.length) throw new Refusal(problems)
  return book
})

const listBooks = operation({
  id: 'Book List',
  method: 'get',
  path: '/toy/books',
  summary: 'List books',
  source: 'contract 2',
  query: z.object({ author: z.string().optional() }),
  response: z.strictObject({ count: z.int(), books: z.array(Book), timeTakenMs: z.number() }),
}).handle((workspace, { query: { author } }, exchange) => {
  const found = author === undefined ? [...books(workspace).all()] : books(workspace).by('author', author)
  return { count: found.length, books: found, timeTakenMs: exchange.timeTakenMs }
})

const readBook = operation({
  id: 'Book Read',
  method: 'get',
  path: '/toy/books/{id}',
  summary: 'Read a book',
  source: 'contract 2',
  params,
  response: Book,
  problems: [noSuchBook],
}).handle((workspace, { params: { id } }) => books(workspace).get(id) ?? refuse(noSuchBook, `No book ${id}.`))

const newest = operation({
  id: 'Book Newest',
  method: 'get',
  path: '/toy/books/newest',
  summary: 'Read the newest book',
  source: 'contract 2',
  response: Book,
  problems: [noSuchBook],
}).handle((workspace) => [...books(workspace).all()].at(-1) ?? refuse(noSuchBook))

const removeBook = operation({
  id: 'Book Remove',
  method: 'delete',
  path: '/toy/books/{id}',
  summary: 'Remove a book',
  source: 'contract 2',
  params,
  response: z.strictObject({}),
}).handle((workspace, { params: { id } }) => {
  books(workspace).remove(id)
  return {}
})

const lend = operation({
  id: 'Book Lend',
  method: 'post',
  path: '/toy/books/{id}/lend',
  summary: 'Lend a book',
  source: 'contract 3',
  params,
  body: z.object({ to: z.string() }),
  bodyType: 'form',
  response: z.strictObject({ to: z.string() }),
  when: (header) => header('x-staff') !== undefined,
}).handle((workspace, { params: { id }, body: { to } }) => {
  loans(workspace).put({ id, to })
  return { to }
})

const breakDown = operation({
  id: 'Break Down',
  method: 'post',
  path: '/toy/break',
  summary: 'Fail halfway',
  source: 'contract 4',
  body: z.object({ answer: z.boolean().default(false) }),
  response: z.strictObject({}),
}).handle((workspace, { body }) => {
  books(workspace).put({ id: 'half', title: 'Half', author: 'nobody', added: '' })
  if (body.answer) return { unknown: 'member' } as never
  throw new TypeError('a mistake of ours')
})

export const toy: Face = {
  name: 'toy',
  title: 'A library (toy)',
  version: '1.0.0',
  contract: 'toy',
  description: 'For tests.',
  basePaths: ['', '/shop'],
  owns: ['/toy', '/shop'],
  operations: [addBook, listBooks, readBook, newest, removeBook, lend, breakDown],
  maxBody: 1000,
  correlationHeader: 'x-correlation',
  echoesCorrelation: true,
  wrongMediaType: 415,
  credential: (header) => header('x-card'),
  success: (data, _operation, { correlationId }) => ({ id: correlationId, data }),
  failure: (failure) => {
    if (failure.kind === 'refused')
      return { status: failure.problems[0]?.status ?? 422, body: { codes: failure.problems.map(({ code }) => code) } }
    if (failure.kind === 'invalid') return { status: 400, body: { invalid: failure.issues.map(({ path }) => path) } }
    return { status: failure.status, body: { message: failure.message } }
  },
}

/** With its id. */
const asItIs = (row: object) => row

export const toySlice: Slice = {
  name: 'toy',
  recordTypes: [
    { table: books, schema: Book, written: asItIs },
    { table: readers, schema: Reader, written: asItIs },
    { table: loans, schema: z.strictObject({ id: z.string(), to: z.string() }), written: asItIs },
  ],
  population: {
    recipe: z.strictObject({ prefix: z.string() }),
    populate:
      ({ prefix }: { prefix: string }) =>
      (people) => ({
        'toy.readers': people.map(({ number, firstName, lastName, birthDate }) => ({
          ...{ id: `${prefix}${number}`, name: `${firstName} ${lastName}`, birthDate },
        })),
      }),
  },
}
