import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import { describe, expect, onTestFinished, test } from 'vitest'
import { type Answered, caller, sandbox } from './harness.ts'

type Call = (method: string, path: string, body?: unknown, headers?: Record<string, string>) => Promise<Answered>

const ADDRESSES = '/api/v2/issuers/1234/customers/CUS10000375016/addresses'
const SECOND = {
  addressLabel: 'SECOND_POSTAL_ADDRESS',
  addressType: 'POSTAL_MAIL',
  postalAddress: { townName: 'KÖLN', country: 'DE' },
}

/** Served as the program does it, on a socket. */
async function served(): Promise<Call> {
  const { fetch: answer } = await sandbox()
  const server = createAdaptorServer({ fetch: answer }) as Server
  onTestFinished(() => {
    server.close()
    server.closeAllConnections()
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const { port } = server.address() as AddressInfo
  return caller((path, init) => fetch(`http://127.0.0.1:${port}${path}`, init))
}

describe.each<[string, () => Promise<Call>]>([
  ['in memory', async () => (await sandbox()).call],
  ['over a socket', served],
])('%s', (_where, open) => {
  test('what is created is read back, in the encoding it was sent in', async () => {
    const call = await open()
    const created = await call('POST', ADDRESSES, SECOND, { 'wl-correlation-id': 'one' })
    expect(created.status).toBe(200)
    const replayed = await call('POST', ADDRESSES, SECOND, { 'wl-correlation-id': 'one' })
    expect(replayed.headers.get('x-sandbox-replayed')).toBe('true')
    expect(replayed.text).toBe(created.text)
    const { addressReference } = created.body.data.addressIdentifier
    const read = await call('GET', `${ADDRESSES}/${addressReference}`)
    expect(read.body.data).toMatchObject({
      addressIdentifier: { addressReference },
      postalAddress: { townName: 'KÖLN' },
    })
  })

  test('a workspace is named by the path as by the header', async () => {
    const call = await open()
    await call('POST', `/w/one${ADDRESSES}`, SECOND)
    expect((await call('GET', ADDRESSES, undefined, { 'x-sandbox-workspace': 'one' })).body.data).toHaveLength(2)
    expect((await call('GET', ADDRESSES)).body.data).toHaveLength(1)
  })

  test('headers that an operation reads are found in whatever case they are sent', async () => {
    const call = await open()
    const path = '/customer/v3/cards/details?organizationNumber=998'
    for (const name of ['customerNumber', 'customernumber', 'CUSTOMERNUMBER'])
      expect((await call('GET', path, undefined, { [name]: '0009980011000000001' })).status).toBe(200)
    expect((await call('GET', path)).status).toBe(422)
  })

  test('what cannot be read, is too large, or is sent where nothing is, gets the API’s own error', async () => {
    const call = await open()
    const unreadable = await call('POST', ADDRESSES, '{"addressLabel": ')
    expect(unreadable).toMatchObject({ status: 400, body: { responseMetadata: { statusCode: 400 } } })
    const large = await call('POST', ADDRESSES, { ...SECOND, note: 'x'.repeat(1024 * 1024) })
    expect(large).toMatchObject({ status: 413, body: { responseMetadata: { statusCode: 413 } } })
    const method = await call('PATCH', '/customer/l8v2', {})
    expect(method).toMatchObject({ status: 405, body: { hasError: true } })
    expect(method.headers.get('allow')).toContain('POST')
    expect((await call('GET', '/nowhere')).headers.get('content-type')).toBe('application/problem+json')
  })

  test('a query and a path that need escaping arrive as they were meant', async () => {
    const call = await open()
    const filtered = await call('GET', `${ADDRESSES}?filter=postalAddress%2EtownName`)
    expect(filtered.body.data).toEqual([{ postalAddress: { townName: 'BERLIN' } }])
    expect((await call('GET', `${ADDRESSES}/n%C3%B3%20one%2Ftwo`)).status).toBe(404)
  })
})
