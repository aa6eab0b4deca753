import { expect, test } from 'vitest'
import { served } from '../http/served.ts'
import { agentAt } from './agent.ts'

const PING = { jsonrpc: '2.0', id: 1, method: 'ping' }
const HEADERS = { 'content-type': 'application/json', accept: 'application/json, text/event-stream' }

/** A question by hand, as no client would send it. */
async function asked(headers: Record<string, string>, options: Parameters<typeof served>[0] = {}) {
  const { call } = await served(options)
  return call('POST', '/mcp', PING, { ...HEADERS, ...headers })
}

test('it answers whom the control plane answers', async () => {
  expect((await asked({})).status).toBe(200)
  expect((await asked({ host: 'localhost:4020' })).status).toBe(200)
  expect((await asked({ host: 'evil.example' })).status).toBe(403)
  expect((await asked({ host: 'localhost:4020', origin: 'https://evil.example' })).status).toBe(403)
  expect((await asked({ host: 'localhost:4020', origin: 'http://localhost:4020' })).status).toBe(200)
  expect((await asked({ 'content-type': 'text/plain' })).status).toBe(415)
  expect((await asked({}, { adminToken: 'rule' })).status).toBe(401)
  expect((await asked({ authorization: 'Bearer wrong' }, { adminToken: 'rule' })).status).toBe(401)
})

test('only questions are answered, and none that is too large', async () => {
  const { call } = await served()
  expect((await call('GET', '/mcp', undefined, HEADERS)).status).toBe(405)
  expect((await call('DELETE', '/mcp', undefined, HEADERS)).status).toBe(405)
  expect((await call('POST', '/mcp', 'no json', HEADERS)).status).toBe(400)
  expect((await call('POST', '/mcp', ' '.repeat(2 ** 20 + 1), HEADERS)).status).toBe(413)
  expect((await call('POST', '/w/Bad.Name/mcp', PING, HEADERS)).status).toBe(400)
})

test('with tokens, one rules and one reads', async () => {
  const { url } = await served({ adminToken: 'rule', readToken: 'look' })
  const { use: rule } = await agentAt(url, { headers: { authorization: 'Bearer rule' } })
  const { use: look } = await agentAt(url, { headers: { authorization: 'Bearer look' } })
  expect((await rule('reset_world')).isError).toBe(false)
  expect((await look('get_world')).json.workspace.name).toBe('agent')
  const refused = await look('reset_world')
  expect(refused).toMatchObject({ isError: true, texts: ['403: this token may only read'] })
  // The sandbox's own token is nothing to a simulated API.
  await rule('call_api', { method: 'GET', path: '/api/v2/issuers/1234/customers/CUS10000375016' })
  expect((await rule('explain_request', { id: 1, exchange: true })).texts.join()).toContain('{"request":{},')
})

test('a client that asks to be told of changes is refused at once, and goes on', async () => {
  const { url } = await served()
  const { client, use } = await agentAt(url, { revision: '2026-07-28' })
  await expect(client.listen({ toolsListChanged: true })).rejects.toThrow('Subscription limit reached')
  expect((await use('get_world')).json.workspace.name).toBe('agent')
})
