import { expect, test } from 'vitest'
import { assemble } from '../../src/assembly.ts'
import type { LogEntry } from '../../src/http/server/log-entry.ts'

/** A sandbox of which nothing is loaded yet. */
async function fresh() {
  const entries: LogEntry[] = []
  const made = await assemble({ log: (entry) => entries.push(entry) })
  const asked = async (path: string, init?: RequestInit) => {
    const answer = await made.request(path, init)
    const { durationMs: _, ...entry } = entries.at(-1) ?? {}
    return { status: answer.status, headers: Object.fromEntries(answer.headers), text: await answer.text(), entry }
  }
  return { ...made, asked }
}

test.each(['live', 'ready'])('health/%s is answered from the start on as the control plane answers it', async (id) => {
  const { asked } = await fresh()
  const early = await asked(`/_sandbox/health/${id}`)
  expect(early).toMatchObject({ status: 200, text: '{"status":"ok"}', entry: { api: 'control', operation: id } })
  expect(early).toEqual(await asked(`/w/default/_sandbox/health/${id}`))
})

test('whatever is asked with it is the control plane’s to judge', async () => {
  const { asked, request } = await fresh()
  expect((await asked('/_sandbox/health/ready', { method: 'POST' })).status).toBe(405)
  expect((await asked('/_sandbox/health/ready', { headers: { 'x-sandbox-workspace': 'No Name' } })).status).toBe(400)
  expect((await asked('/_sandbox/health/ready?%FF')).status).toBe(400)
  expect((await request('/_sandbox/health/ready', { method: 'HEAD' })).status).toBe(200)
  expect((await asked('/_sandbox/health/rea')).status).toBe(404)
})

test('a sandbox that may not be relied on says so, though it is alive', async () => {
  const { asked, retire } = await fresh()
  retire()
  expect((await asked('/_sandbox/health/live')).status).toBe(200)
  expect(await asked('/_sandbox/health/ready')).toMatchObject({
    status: 503,
    headers: { 'content-type': 'application/problem+json' },
  })
})
