import { readFileSync } from 'node:fs'
import { encode } from 'gpt-tokenizer'
import { expect, test } from 'vitest'
import { cut, MOST_TEXT } from '../../src/mcp/cut.ts'
import { cardsIn, SENT } from '../secrets/cards.ts'
import { agent } from './agent.ts'

const MOST_TOOLS = 15
const MOST_TOKENS = 3000

test('the tools are few, short, and say what they do to a world', async () => {
  const { client } = await agent()
  const { tools } = await client.listTools()
  expect(tools.length).toBeGreaterThan(10)
  expect(tools.length).toBeLessThanOrEqual(MOST_TOOLS)
  expect(encode(JSON.stringify(tools)).length).toBeLessThan(MOST_TOKENS)
  for (const { name, description, annotations, inputSchema } of tools) {
    expect(description, name).toBeTruthy()
    expect(annotations, name).toEqual({
      readOnlyHint: expect.any(Boolean),
      destructiveHint: expect.any(Boolean),
      idempotentHint: expect.any(Boolean),
      openWorldHint: false,
    })
    expect(inputSchema.properties, name).toHaveProperty('workspace')
  }
})

test('a tool that says that it only reads changes nothing', async () => {
  const { client, use } = await agent()
  const digest = async () => (await use('get_world')).json.workspace.digest
  await use('call_api', { method: 'GET', path: '/api/v2/issuers/1234/customers/CUS10000375016' })
  const before = await digest()
  const { tools } = await client.listTools()
  const reading = tools.flatMap(({ name, annotations }) => (annotations?.readOnlyHint ? [name] : []))
  expect(reading).toContain('find_requests')
  const needed: Record<string, object> = {
    explain_request: { id: 1 },
    show_address_timeline: { customer: 'CUS10000375016' },
    case: { action: 'replay' },
    verify_requests: { match: {}, count: 1 },
  }
  for (const name of reading) expect((await use(name, { ...needed[name] })).isError, name).toBe(false)
  expect(await digest()).toBe(before)
})

test.each([
  '/_sandbox/info',
  '/../../_sandbox/info',
  '/%2e%2e/%2e%2e/_sandbox/reset',
  '/api/../_sandbox/info',
  '/..\\..\\metrics',
  '/w/other/api/v2/issuers/1234/customers',
  '/../other/api/v2/issuers/1234/customers',
  '//elsewhere.example/api/v2',
  '/metrics',
  '/mcp',
  '/',
])('call_api reaches simulated APIs alone: not %s', async (path) => {
  const { use, workspaces } = await agent()
  const { isError, texts } = await use('call_api', { method: 'POST', path, headers: { host: 'elsewhere.example' } })
  expect(isError).toBe(true)
  expect(texts[0]).toContain('is no path of a simulated API')
  expect([...workspaces.names]).not.toContain('other')
})

test.each([
  '/customer',
  '/latam-gfs-apis/portal/customer',
  '/token',
  '/a-product/token',
  '/api/v2/issuers/1234/customers',
  '/oauth/accesstoken',
])('call_api reaches %s', async (path) => {
  const { use } = await agent()
  const { isError, json } = await use('call_api', { method: 'POST', path, body: {} })
  expect(isError).toBe(false)
  expect(json.status).toBeGreaterThanOrEqual(400)
})

test('long texts are cut at 4 kB, between characters, and say so', async () => {
  expect(cut('short', MOST_TEXT)).toBe('short')
  const long = cut('ü'.repeat(5000), MOST_TEXT + 1)
  expect(long).toBe(`${'ü'.repeat(MOST_TEXT / 2)}… (${10_000 - MOST_TEXT} bytes more)`)
  const { use } = await agent()
  const body = { note: 'x'.repeat(20_000) }
  await use('call_api', { method: 'POST', path: '/api/v2/issuers/1234/customers', body })
  const { texts } = await use('explain_request', { id: 1, exchange: true })
  const sent = texts.find((text) => text.startsWith('sent: ')) as string
  expect(Buffer.byteLength(sent)).toBeLessThan(MOST_TEXT + 30)
  expect(sent).toMatch(/… \(\d+ bytes more\)$/)
})

test('what was masked in the journal is masked here', async () => {
  const { use } = await agent()
  const headers = { authorization: 'Bearer not-for-everybody' }
  const [card = ''] = SENT
  await use('call_api', { method: 'GET', path: `/api/v2/issuers/1234/customers/${card}`, headers })
  const { texts } = await use('explain_request', { id: 1, exchange: true })
  const told = [...texts, ...(await use('find_requests')).texts].join('\n')
  expect(told).toContain('masked')
  expect(told).not.toContain('not-for-everybody')
  expect(card).toHaveLength(16)
  expect(cardsIn(told)).toEqual([])
})

test('the page on agents has each tool, and requests that there are', async () => {
  const { client, insides } = await agent()
  const { tools } = await client.listTools()
  const [, table = ''] = readFileSync('docs/agents.md', 'utf8').split('| tool | does | by |')
  const rows = [...table.matchAll(/^\| `(\w+)` \|.*\| (.*) \|$/gm)]
  expect(rows.map(([, name]) => name).sort()).toEqual(tools.map(({ name }) => name).sort())
  const { faces } = await insides()
  const { operations = [] } = faces.find(({ control }) => control) ?? {}
  const bare = (path: string) => path.replaceAll(/\{\w+\}/g, '{}')
  const served = operations.map(({ method, path }) => `${method.toUpperCase()} ${bare(path.slice(1))}`)
  const written = rows.flatMap(([, , by = '']) =>
    [...by.matchAll(/`([A-Z]+ [^`]+)`/g)].map(([, one = '']) => bare(one)),
  )
  expect(written.length).toBeGreaterThan(tools.length)
  expect(written.filter((one) => !served.includes(one))).toEqual([])
})
