import { expect, test } from 'vitest'
import { addressFor, sentPath, workspaceIn } from '../../src/http/addresses/address.ts'
import { sandbox } from '../harness.ts'

const HOST = 'http://127.0.0.1:4020'

test.each([
  ['/w/pr-1/api/v2?x=/w/b#c', 'pr-1', '/w/pr-1/api/v2'],
  ['/card-issuing/api/v2', undefined, '/card-issuing/api/v2'],
  ['/api/a%20b%2Fc', undefined, '/api/a%20b%2Fc'],
  ['/w/pr-1', 'pr-1', '/w/pr-1'],
  ['/w', undefined, '/w'],
  ['?q', undefined, '/'],
])('%s names the workspace %s, and was sent as %s', (text, workspace, sent) => {
  expect([workspaceIn(HOST + text), sentPath(HOST + text)]).toEqual([workspace, sent])
})

test.each([
  ['/w/pr-1/openapi/control.json', '/', '/w/pr-1'],
  ['/w/pr-1/openapi/control.json', '/_sandbox', '/w/pr-1/_sandbox'],
  ['/openapi/control.json', '/_sandbox', '/_sandbox'],
  ['/openapi/control.json', '/', '/'],
])('for the caller of %s, %s is at %s', (asked, path, address) => {
  expect(addressFor(HOST + asked, path)).toBe(address)
})

test.each(['first-vision', 'issuer-address', 'control'])(
  'the servers of the document %s are those of the world that its own path names',
  async (name) => {
    const { call } = await sandbox()
    const servers = async (path: string, headers = {}) =>
      (await call('GET', path, undefined, headers)).body.servers.map(({ url }: { url: string }) => url)
    const plain = await servers(`/openapi/${name}.json`)
    const here = plain.filter((url: string) => !url.includes('{workspace}'))
    const within = here.map((url: string) => (url === '/' ? '/w/pr-1' : `/w/pr-1${url}`))
    expect(await servers(`/w/pr-1/openapi/${name}.json`)).toEqual(within)
    // Asked for in one world, it is not another's.
    expect(await servers(`/openapi/${name}.json`)).toEqual(plain)
    expect(await servers(`/openapi/${name}.json`, { 'X-Sandbox-Workspace': 'pr-1' })).toEqual(plain)
  },
)
