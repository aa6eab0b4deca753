import { expect, test } from 'vitest'
import { sandbox } from './harness.ts'

const ADDRESSES = '/api/v2/issuers/1234/customers/CUS10000375016/addresses'

/** Samples by name and labels; every line that is none has to be a comment. */
function samplesIn(text: string): Map<string, number> {
  const lines = text
    .split('\n')
    .filter((line) => line && !/^# (?:HELP \w+ .+|TYPE \w+ (?:counter|gauge|histogram))$/.test(line))
  return new Map(
    lines.map((line) => {
      const [, sample, value] = /^([a-zA-Z_]\w*(?:\{(?:\w+="[^"\\\n]*",?)*\})?) (\S+)$/.exec(line) ?? [line]
      expect(sample, line).toBeDefined()
      return [String(sample), Number(value)] as const
    }),
  )
}

test('metrics count what was answered, also before anybody asked for them', async () => {
  const { call } = await sandbox()
  for (const path of [ADDRESSES, ADDRESSES, `${ADDRESSES}/nothing/there/is`, '/w/other/customer/nowhere'])
    await call('GET', path)
  const { status, headers, text } = await call('GET', '/metrics')
  expect([status, headers.get('content-type')]).toEqual([200, expect.stringMatching(/^text\/plain; version=0\.0\.4/)])
  const samples = samplesIn(text)
  const listed = 'sandbox_requests_total{api="issuer",operation="listAddressesForCustomer",status="200"}'
  expect(samples.get(listed)).toBe(2)
  expect(samples.get('sandbox_requests_total{api="issuer",operation="",status="404"}')).toBe(1)
  expect(samples.get('sandbox_request_duration_seconds_count{api="issuer"}')).toBe(3)
  expect(samples.get('sandbox_request_duration_seconds_bucket{le="+Inf",api="issuer"}')).toBe(3)
  expect(samples.get('sandbox_workspaces{place="memory"}')).toBe(1)
  for (const name of ['sandbox_journal_evicted_total', 'sandbox_store_lag_seconds', 'process_cpu_seconds_total'])
    expect(samples.has(name), name).toBe(true)
  await call('GET', ADDRESSES)
  expect(samplesIn((await call('GET', '/metrics')).text).get(listed)).toBe(3)
})

test('metrics hold nothing that a caller sent, and no name of a workspace', async () => {
  const { call } = await sandbox()
  const planted = 'planted-0f3a'
  const headers = { authorization: `Bearer ${planted}`, 'wl-correlation-id': planted, 'x-planted': planted }
  await call('POST', `/w/${planted}${ADDRESSES}?x=${planted}`, { addressLabel: planted }, headers)
  await call('GET', `/w/${planted}/${planted}`, undefined, headers)
  await call('GET', `/_sandbox/${planted}`, undefined, { ...headers, host: `${planted}.example` })
  expect((await call('GET', '/metrics')).text).not.toContain(planted)
})

test('metrics are guarded as the control plane is', async () => {
  const { call } = await sandbox({ adminToken: 'admin', readToken: 'read' })
  const status = async (headers: Record<string, string>, method = 'GET') =>
    (await call(method, '/metrics', undefined, headers)).status
  expect(await status({})).toBe(401)
  expect(await status({ authorization: 'Bearer read' })).toBe(200)
  expect(await status({ authorization: 'Bearer admin' }, 'POST')).toBe(405)
  expect(await status({ authorization: 'Bearer read', host: 'sandbox.example' })).toBe(403)
  expect(await status({ authorization: 'Bearer read', origin: 'https://page.example' })).toBe(403)
})
