import { request } from 'node:http'
import { setImmediate as turn } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { armed, untilHeld } from './fault-setting.ts'
import { answerTo, connection, served } from './served.ts'

const ADDRESSES = '/api/v2/issuers/1234/customers/CUS10000375016/addresses'
const SECOND = {
  addressLabel: 'SECOND_POSTAL_ADDRESS',
  addressType: 'POSTAL_MAIL',
  postalAddress: { townName: 'KÖLN', country: 'DE' },
}

/** Creates an address over a socket of its own; the error's code where no answer came. */
const create = (port: number, headers: Record<string, string> = {}) =>
  new Promise<number | string>((resolve) => {
    const sent = request(
      { port, path: ADDRESSES, method: 'POST', headers: { 'content-type': 'application/json', ...headers } },
      (answer) => {
        answer.on('error', ({ message }) => resolve(message))
        answer.resume().on('end', () => resolve(answer.statusCode ?? 0))
      },
    )
    sent.on('error', ({ code = '' }: NodeJS.ErrnoException) => resolve(code))
    sent.end(JSON.stringify(SECOND))
  })

test.each([
  ['before', 1],
  ['after', 2],
])('a connection that drops %s the create leaves so many addresses on file: %i', async (phase, count) => {
  const { port, call, logged } = await served()
  await armed(call, { match: { operation: 'createAddress' }, effect: { kind: 'drop' }, phase, times: 1 })
  expect(await create(port)).toBe('ECONNRESET')
  expect((await call('GET', ADDRESSES)).body.data).toHaveLength(count)
  expect(logged[1]).toMatchObject({ status: phase === 'before' ? 0 : 200, fault: `drop;phase=${phase};id=fault-1` })
  const step = (await call('GET', '/_sandbox/requests/2')).body
  expect(step).toMatchObject({ status: phase === 'before' ? 0 : 200, fault: { kind: 'drop', phase } })
})

test('a retry of a create whose answer was dropped makes no second one, and the fault knows it', async () => {
  const { port, call } = await served()
  const expected = { operation: 'createAddress', count: 2 }
  await armed(call, { effect: { kind: 'drop' }, phase: 'after', times: 1, expect: expected })
  const mine = { 'wl-correlation-id': 'mine' }
  expect(await create(port, mine)).toBe('ECONNRESET')
  expect(await create(port, mine)).toBe(200)
  expect((await call('GET', ADDRESSES)).body.data).toHaveLength(2)
  expect((await call('GET', '/_sandbox/faults')).body.faults[0].verdict).toBe('passed')
})

test('of an answer that is cut off the head states the whole length, and half of the body comes', async () => {
  const { port, call } = await served()
  await armed(call, { effect: { kind: 'truncate' } })
  const answer = await answerTo(port, `GET ${ADDRESSES} HTTP/1.1\r\nHost: x\r\n\r\n`)
  const [head = '', body = ''] = answer.split('\r\n\r\n')
  const length = Number(/content-length: (\d+)/i.exec(head)?.[1])
  expect(head).toMatch(/^HTTP\/1\.1 200 /)
  expect(head).toMatch(/x-sandbox-fault: truncate;phase=after;id=fault-1/i)
  expect(Buffer.byteLength(body)).toBe(Math.ceil(length / 2))
  expect(await create(port)).toBe('aborted')
})

test('a request that hangs is never answered, and others are', async () => {
  const { port, call, workspaces, logged } = await served()
  await armed(call, { match: { operation: 'createAddress' }, effect: { kind: 'hang' } })
  const { write, socket, told } = await connection(port)
  const body = JSON.stringify(SECOND)
  const head = `Host: x\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}`
  await write(`POST ${ADDRESSES} HTTP/1.1\r\n${head}\r\n\r\n${Buffer.from(body).toString('latin1')}`)
  while (logged.length < 2) await turn()
  expect((await call('GET', ADDRESSES)).body.data).toHaveLength(1)
  expect((await call('GET', '/_sandbox/requests/2')).body).toMatchObject({ status: 0, fault: { kind: 'hang' } })
  expect(told.text).toBe('')
  socket.destroy()
  expect(workspaces.get('default')?.waiting.held).toEqual([])
})

test.each(['before', 'after'])('what hangs %s its turn is let go by a reset', async (phase) => {
  const { port, call, logged } = await served()
  await armed(call, { effect: { kind: 'hang' }, phase })
  const hanging = create(port)
  while (!logged.some(({ fault }) => fault)) await turn()
  await call('POST', '/_sandbox/reset')
  expect(await hanging).toBe(phase === 'before' ? 503 : 200)
  expect((await call('GET', '/_sandbox/requests')).body.requests).toEqual([])
})

test('a held request is carried out when it is released, also where its client has left', async () => {
  const { port, call, failures } = await served()
  await armed(call, { match: { method: 'POST' }, effect: { kind: 'hold' } })
  const sent = request({ port, path: ADDRESSES, method: 'POST', headers: { 'content-type': 'application/json' } })
  sent.on('error', () => {})
  sent.end(JSON.stringify(SECOND))
  await untilHeld(call, 1)
  const left = new Promise((resolve) => sent.once('close', resolve))
  sent.destroy()
  await left
  await call('POST', '/_sandbox/faults/fault-1/release')
  expect((await call('GET', ADDRESSES)).body.data).toHaveLength(2)
  expect(failures).toEqual([])
})
