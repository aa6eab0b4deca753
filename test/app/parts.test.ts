import { expect, test } from 'vitest'
import { Parts } from '../../src/app/parts.ts'
import type { Rest } from '../../src/app/rest.ts'
import { assemble } from '../../src/assembly.ts'
import { pathsOf } from '../../src/http/mount.ts'
import { routesOf } from '../../src/http/route.ts'
import type { LogEntry } from '../../src/http/server/log-entry.ts'
import { once } from '../../src/kernel/lazy.ts'

const ADDRESSES = '/api/v2/issuers/1234/customers/CUS10000375016/addresses'

/** Parts of a sandbox, the rest of which is loaded as told. */
async function partsWith(load: () => Promise<Rest>) {
  const { workspaces } = await assemble()
  const entries: LogEntry[] = []
  const reported: unknown[] = []
  const services = {
    ...{ workspaces, checkResponses: true, admitted: { names: [], origins: [], tokens: {} } },
    log: (entry: LogEntry) => entries.push(entry),
    report: (error: unknown) => reported.push(error),
  }
  const parts = new Parts({ services, envelope: 'wrapped', rest: once(load) })
  const ask = async (path: string) => parts.answer(new Request(`http://localhost${path}`), {})
  return { parts, ask, entries, reported }
}

test('an API answers without the rest of the sandbox', async () => {
  const { ask } = await partsWith(() => Promise.reject(new Error('not needed')))
  for (const path of [ADDRESSES, `/w/ci${ADDRESSES}`, `/card-issuing${ADDRESSES}`])
    expect((await ask(path)).status, path).toBe(200)
})

test('every path of an API is led to where that API is', async () => {
  const { parts, ask } = await partsWith(() => Promise.reject(new Error('the rest')))
  const paths = pathsOf((await parts.apis()).flatMap(routesOf))
  expect(paths.size).toBeGreaterThan(100)
  for (const [path, routes] of paths) {
    const [{ face, operation } = { face: undefined, operation: undefined }] = routes
    if (operation?.method !== 'get') continue
    const answer = await ask(path.replaceAll(/\{\w+\}/g, '1'))
    expect(answer.headers.get('x-sandbox-operation'), `${face?.name} ${path}`).not.toBeNull()
  }
})

test.each(['/oauth/accesstoken', '/token', '/cards/token', '/api/token', '/latam-gfs-apis/portal/token'])(
  'a token asked for at %s is given by whichever API is meant',
  async (path) => {
    const { request } = await assemble()
    const asked = (user: string, headers: Record<string, string> = {}) =>
      request(path, {
        method: 'POST',
        headers: { ...headers, authorization: `Basic ${btoa(`${user}:demo-secret`)}` },
        body: new URLSearchParams({ grant_type: 'client_credentials' }),
      })
    const firstVision = await asked('demo-first-vision', { apikey: 'demo-first-vision' })
    if (path !== '/oauth/accesstoken') expect(await firstVision.json()).toMatchObject({ token_type: 'BearerToken' })
    const issuer = await asked('demo-issuer')
    if (/^\/(oauth|token)/.test(path)) expect(await issuer.json()).toMatchObject({ token_type: 'Bearer' })
  },
)

test('requests that come at once load a part once', async () => {
  let loads = 0
  const rest = { fetch: () => new Response('here') } as unknown as Rest
  const { ask } = await partsWith(async () => {
    loads += 1
    return rest
  })
  const answers = await Promise.all(['/', '/_sandbox/info', '/docs'].map(ask))
  expect(await Promise.all(answers.map((answer) => answer.text()))).toEqual(['here', 'here', 'here'])
  expect(loads).toBe(1)
})

test('a part that cannot be loaded is an error of ours, and tried again', async () => {
  let attempts = 0
  const { ask, entries, reported } = await partsWith(async () => {
    attempts += 1
    if (attempts === 1) throw new Error('no such file')
    return { fetch: () => new Response('here') } as unknown as Rest
  })
  const failed = await ask('/w/ci/_sandbox/info?x=1')
  expect(failed.status).toBe(500)
  expect(failed.headers.get('content-type')).toBe('application/problem+json')
  expect(await failed.json()).toMatchObject({ status: 500, detail: 'the sandbox failed; its log says why' })
  expect(reported).toEqual([new Error('no such file')])
  expect(entries).toEqual([{ method: 'GET', path: '/_sandbox/info', status: 500 }])
  expect(await (await ask('/_sandbox/info')).text()).toBe('here')
})

test('where an API has nothing, the rest that is to say so may fail as well, and is tried again', async () => {
  let attempts = 0
  const nowhere = () => new Response('nowhere', { status: 404 })
  const { ask } = await partsWith(async () => {
    attempts += 1
    if (attempts === 1) throw new Error('no such file')
    return { nowhere } as unknown as Rest
  })
  expect((await ask('/api/v2/nothing')).status).toBe(500)
  expect((await ask('/api/v2/nothing')).status).toBe(404)
})
