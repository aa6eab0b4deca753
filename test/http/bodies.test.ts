import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { caller, sandbox } from '../harness.ts'
import { toySandbox } from '../toy/sandbox.ts'

type Headers = Record<string, string>

/** Adds a book with a body of these bytes, as they are. */
async function sending() {
  const { app } = await toySandbox({ clock: '2026-03-02T09:00:00Z' })
  return (bytes: Uint8Array, headers: Headers = {}) =>
    caller((path, init) => app.request(path, { ...init, body: bytes }))('POST', '/toy/books', undefined, {
      'content-type': 'application/json',
      ...headers,
    })
}

const book = (title: string): Buffer => Buffer.from(JSON.stringify({ title }))

test.each([
  ['gzip', gzipSync],
  ['X-GZIP', gzipSync],
  ['deflate', deflateSync],
  ['deflate', deflateRawSync],
  ['br', brotliCompressSync],
  ['identity', (bytes: Buffer) => bytes],
  ['gzip, br', (bytes: Buffer) => brotliCompressSync(gzipSync(bytes))],
])('a body that was encoded as %s is read', async (coding, encode) => {
  const send = await sending()
  const answer = await send(encode(book('Müller')), { 'content-encoding': coding })
  expect([answer.status, answer.body.data?.title]).toEqual([200, 'Müller'])
})

test('an encoding that is not read is named, and so is one that the bytes are not in', async () => {
  const send = await sending()
  expect(await send(book('Third'), { 'content-encoding': 'zstd' })).toMatchObject({
    status: 415,
    body: { message: 'the content encoding zstd is not read here; send gzip, deflate, br or none' },
  })
  expect(await send(book('Third'), { 'content-encoding': 'gzip' })).toMatchObject({
    status: 400,
    body: { message: 'the body is not gzip, as its content encoding says' },
  })
})

test.each([
  ['gzip', gzipSync],
  ['deflate', deflateSync],
  ['br', brotliCompressSync],
])('a body of %s that grows beyond the limit is too large', async (coding, encode) => {
  const send = await sending()
  const bomb = encode(Buffer.alloc(200_000, ' '))
  expect(bomb.length).toBeLessThan(1000)
  expect(await send(bomb, { 'content-encoding': coding })).toMatchObject({
    status: 413,
    body: { message: 'the body is larger than 1000 bytes once it is inflated' },
  })
})

test('a body without a stated length is counted as it comes', async () => {
  const send = await sending()
  expect(await send(book('x'.repeat(1000)))).toMatchObject({
    status: 413,
    body: { message: 'the body is larger than 1000 bytes' },
  })
})

test.each(['utf-8', 'UTF-8', '"utf-8"', 'utf8', 'us-ascii'])('a body in charset %s is read', async (charset) => {
  const send = await sending()
  expect((await send(book('Third'), { 'content-type': `application/json; charset=${charset}` })).status).toBe(200)
})

test('a body in another charset is refused by its name', async () => {
  const send = await sending()
  const latin = Buffer.from('{"title":"Müller"}', 'latin1')
  expect(await send(latin, { 'content-type': 'application/json;charset=ISO-8859-1' })).toMatchObject({
    status: 415,
    body: { message: 'the body is said to be in iso-8859-1; send it in UTF-8' },
  })
})

test('bytes that are no text are refused, and the first of them is told', async () => {
  const send = await sending()
  const refused = (message: string) => ({ status: 400, body: { message } })
  expect(await send(Buffer.from('{"title":"Müller"}', 'latin1'))).toMatchObject(
    refused('the body is no text: byte 11 (0xFC) is not UTF-8'),
  )
  expect(await send(Buffer.from('\uFEFF{"title":"x"}', 'utf16le'))).toMatchObject(
    refused('the body is no text: byte 0 (0xFF) is not UTF-8'),
  )
  expect(await send(book('Müller'), { 'content-type': 'application/json; charset=us-ascii' })).toMatchObject(
    refused('the body is no us-ascii: see byte 11'),
  )
})

test('a byte order mark is no part of a body', async () => {
  const send = await sending()
  expect((await send(Buffer.from('\uFEFF{"title":"Third"}'))).body.data.title).toBe('Third')
})

test.each([
  ['the path', 'GET', '/toy/books/M%FCller', 'the path holds %FC, which is not UTF-8'],
  ['the query', 'GET', '/toy/books?author=M%C3', 'the query holds %C3, which is not UTF-8'],
])('%s must be text, once its escapes are undone', async (_where, method, path, message) => {
  const { call } = await toySandbox()
  expect(await call(method, path)).toMatchObject({ status: 400, body: { message } })
})

test('a form must be text, once its escapes are undone; a percent sign alone is itself', async () => {
  const { call } = await toySandbox()
  const form = { 'content-type': 'application/x-www-form-urlencoded', 'x-staff': '1' }
  expect(await call('POST', '/toy/books/B1/lend', 'to=M%FCller', form)).toMatchObject({
    status: 400,
    body: { message: 'the body holds %FC, which is not UTF-8' },
  })
  expect((await call('POST', '/toy/books/B1/lend', 'to=100%+M%C3%BCller', form)).body.data.to).toBe('100% Müller')
})

test('a header that is used as data is text: read, given back and refused as such', async () => {
  const { call } = await toySandbox()
  const bytes = (text: string) => Buffer.from(text, 'utf8').toString('latin1')
  const answer = await call('GET', '/toy/books', undefined, { 'x-correlation': bytes('Zoë 7€') })
  expect([answer.body.id, answer.headers.get('x-correlation')]).toEqual(['Zoë 7€', bytes('Zoë 7€')])
  expect(await call('GET', '/toy/books', undefined, { 'x-correlation': 'Zo\xEB' })).toMatchObject({
    status: 400,
    body: { message: 'the header x-correlation is not UTF-8' },
  })
  expect(await call('POST', '/toy/books', { title: 'Third' }, { 'x-key': 'Zo\xEB' })).toMatchObject({ status: 400 })
})

test.each([
  ['First Vision', '/customer/l8v2', 415],
  ['the issuer', '/api/v2/issuers/1234/customers', 400],
  ['the control plane', '/_sandbox/clock', 415],
])('%s says so in its own words', async (_face, path, status) => {
  const { request } = await sandbox({ scenario: 'empty' })
  const method = path.includes('clock') ? 'PUT' : 'POST'
  const answerTo = async (headers: Headers, body: string | Uint8Array) => {
    const answer = await request(path, { method, headers: { 'content-type': 'application/json', ...headers }, body })
    return [answer.status, await answer.text()]
  }
  const latin = { 'content-type': 'application/json; charset=latin1' }
  expect(await answerTo(latin, '{}')).toEqual([status, expect.stringContaining('latin1')])
  expect(await answerTo({ 'content-encoding': 'lzma' }, '{}')).toEqual([status, expect.stringContaining('lzma')])
  expect(await answerTo({}, Uint8Array.of(0x7b, 0xff))).toEqual([400, expect.stringContaining('byte 1 (0xFF)')])
})
