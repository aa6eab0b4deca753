import { expect, test } from 'vitest'
import { agent } from './agent.ts'

const CUSTOMER = '/api/v2/issuers/1234/customers/CUS10000375016'

test.each([undefined, '2026-07-28'])(
  'an agent finds out why its request was refused (revision %s)',
  async (revision) => {
    const { use, call, failures } = await agent({}, revision === undefined ? {} : { revision })
    expect((await use('list_scenarios', { q: 'temporary address' })).texts[0]).toMatch(/^temporary-address-active: /m)
    const loaded = await use('load_scenario', { name: 'temporary-address-active', clock: '2026-03-02T09:00:00Z' })
    expect(loaded.json).toMatchObject({ workspace: 'agent', scenario: 'temporary-address-active' })
    const page = await use('list_scenarios', { name: 'temporary-address-active' })
    expect(page.texts[0]).toMatch(/^# .*\n(?:.*\n)*## Cast\n(?:.*\n)*## Walkthrough\n/)

    const refused = await use('call_api', { method: 'GET', path: '/api/v2/issuers/1234/customers/NOBODY/addresses' })
    expect(refused.isError).toBe(false)
    expect(refused.json).toMatchObject({ status: 404, headers: { 'x-sandbox-rule': 'customer-unknown' } })
    expect(refused.next).toContain('explain_request {"id":1}')
    const explained = await use('explain_request', { id: 1, exchange: true })
    expect(explained.json).toMatchObject({
      operation: 'listAddressesForCustomer',
      rule: 'customer-unknown',
      status: 404,
    })
    expect(explained.texts.join('\n')).toContain('"X-Sandbox-Rule":"customer-unknown"')

    expect((await use('find_requests', { status: '4xx' })).json).toMatchObject({ id: 1, status: 404 })
    expect((await use('verify_requests', { match: { status: '4xx' }, count: 2 })).json).toMatchObject({ ok: false })
    expect((await use('coverage')).json).toMatchObject({ requests: 1 })
    expect((await use('coverage', { operation: 'listAddressesForCustomer' })).json).toMatchObject({
      statuses: { 404: 1 },
    })
    // Whoever works beside it sees nothing of that.
    expect((await call('GET', '/_sandbox/requests')).body.requests).toEqual([])
    expect(failures).toEqual([])
  },
)

test('time, faults and snapshots are ruled as by the control plane', async () => {
  const { use, call } = await agent()
  await use('snapshot', { action: 'take', name: 'before' })
  expect((await use('set_clock', { by: 'P1D' })).json).toEqual({ mode: 'frozen', now: '2026-03-03T09:00:00.000Z' })
  expect((await use('set_clock', { now: '2026-05-01T00:00:00Z' })).json.now).toBe('2026-05-01T00:00:00.000Z')
  const fault = { match: { api: 'issuer' }, effect: { kind: 'status', status: 502 }, times: 1 }
  expect((await use('set_fault', { fault })).json).toMatchObject({ id: 'fault-1', used: 0 })
  const get = () => use('call_api', { method: 'GET', path: CUSTOMER })
  expect((await get()).json.status).toBe(502)
  expect((await get()).json.status).toBe(200)
  expect((await use('set_fault')).json.faults).toMatchObject([{ used: 1 }])
  expect((await use('set_fault', { remove: 'all' })).json.deleted).toEqual(['fault-1'])
  expect((await use('snapshot', { action: 'compare', name: 'before' })).json).toHaveProperty('changes')
  expect((await use('snapshot', { action: 'restore', name: 'before' })).json.clock.now).toBe('2026-03-02T09:00:00.000Z')
  expect((await use('reset_world')).json.digest).toBe((await call('GET', '/_sandbox/digest')).body.digest)
})

test('addresses are shown along time', async () => {
  const { use } = await agent()
  await use('load_scenario', { name: 'temporary-address-active', clock: '2026-03-02T09:00:00Z' })
  const { texts } = await use('list_scenarios', { name: 'temporary-address-active' })
  const customer = /CUS\d+/.exec(texts[0] ?? '')?.[0] ?? ''
  const shown = await use('show_address_timeline', { customer })
  expect(shown.json).toMatchObject({ now: '2026-03-02T09:00:00.000Z' })
  expect(shown.texts[1]).toMatch(/ \| temporary \| .* to .* \| in force \| /)
  expect((await use('show_address_timeline', { customer: 'CUS1' })).isError).toBe(true)
})

test('a session is played again as it was, and is had as a file', async () => {
  const { use, call } = await agent()
  expect((await use('case', { action: 'replay' })).json).toMatchObject({ verdict: 'nothing' })
  await use('call_api', { method: 'GET', path: CUSTOMER })
  await use('set_clock', { by: 'P1D' })
  const shown = await use('case', { action: 'show' })
  expect(shown.json).toMatchObject({ scenario: 'quickstart', reproducible: true, steps: 2 })
  expect(shown.texts[1]).toMatch(/^1 GET \/api\S+ 200\n2 POST \S+ 200$/)
  const [, path = ''] = /curl http:\/\/[^/]+(\S+)/.exec(shown.next ?? '') ?? []
  expect((await call('GET', path)).body.steps).toHaveLength(2)
  expect((await use('case', { action: 'replay' })).json).toMatchObject({ verdict: 'identical', steps: 2 })
})

test('a world is that of the argument, of the path, or the agents’ own', async () => {
  const { use } = await agent()
  expect((await use('get_world')).json.workspace.name).toBe('agent')
  expect((await use('get_world', { workspace: 'ci-1' })).json.workspace.name).toBe('ci-1')
  const { use: inWorld } = await agent({}, { path: '/w/mine/mcp' })
  expect((await inWorld('get_world')).json.workspace.name).toBe('mine')
  expect((await inWorld('get_world', { workspace: 'ci-1' })).json.workspace.name).toBe('ci-1')
})

test('errors are found by their words, few of them whole', async () => {
  const { use } = await agent()
  expect((await use('find_error', { code: 'VPL5SNA03E' })).json).toMatchObject({ message: 'INCOME REQUIRED' })
  const many = await use('find_error', { api: 'issuer' })
  expect(many.texts[0]?.split('\n').length).toBe(20)
  expect(many.next).toMatch(/^Next: there are \d+/)
  expect((await use('find_error', { q: 'no such words' })).texts).toEqual(['none'])
  expect((await use('get_world', { api: 'issuer' })).texts[1]).toContain('createAddress')
})

test('what cannot be done is told, so that the call can be mended', async () => {
  const { use, failures } = await agent()
  const told = async (name: string, args: Record<string, unknown>) => {
    const { isError, texts } = await use(name, args)
    return isError ? texts[0] : undefined
  }
  expect(await told('load_scenario', { name: 'nowhere' })).toContain('there are')
  expect(await told('get_world', { workspace: 'Bad Name' })).toContain("'Bad Name' is no workspace name")
  expect(await told('set_clock', { by: 'a day' })).toContain('400: ')
  expect(await told('snapshot', { action: 'restore' })).toContain('name the snapshot')
  expect(await told('explain_request', { id: 99 })).toContain('404')
  const path = '/api/v2/issuers/1234/customers'
  expect(await told('call_api', { method: 'GET', path, body: {} })).toContain('this is no request')
  expect(await told('call_api', { method: 'GET', path, headers: { 'a b': 'c' } })).toContain('this is no request')
  expect(await told('set_fault', { fault: { effect: { kind: 'quake' } } })).toBeDefined()
  expect(failures).toEqual([])
})
