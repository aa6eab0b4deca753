import { expect, test } from 'vitest'
import { toySandbox } from '../toy/sandbox.ts'

test('a walkthrough is a file for other tools, each of its media type', async () => {
  const { call } = await toySandbox()
  const types: Record<string, string> = {
    http: 'text/plain',
    sh: 'text/x-shellscript',
    'postman.json': 'application/json',
    'arazzo.yaml': 'application/yaml',
  }
  for (const [ending, type] of Object.entries(types)) {
    const { status, headers, text } = await call('GET', `/_sandbox/scenarios/shelf.${ending}`)
    expect([status, headers.get('content-type')], ending).toEqual([200, `${type}; charset=utf-8`])
    expect(text).toContain('Look at the shelf')
  }
})

test('it is played at the sandbox as the caller reached it, in the workspace that the path names', async () => {
  const { app } = await toySandbox()
  for (const ending of ['http', 'sh', 'postman.json', 'arazzo.yaml']) {
    const text = async (prefix: string) =>
      (await app.request(`http://sandbox.example:8080${prefix}/_sandbox/scenarios/shelf.${ending}`)).text()
    const [plain, inWorld] = [await text(''), await text('/w/ci-42')]
    for (const one of [plain, inWorld]) expect(one).toContain('http://sandbox.example:8080')
    expect(inWorld, ending).toContain('ci-42')
    expect(inWorld.replaceAll('ci-42', 'shelf')).toBe(plain)
  }
})

test('a scenario that is not there, or has nothing to play, is 404', async () => {
  const { call } = await toySandbox()
  for (const name of ['nowhere', 'readers'])
    expect((await call('GET', `/_sandbox/scenarios/${name}.sh`)).status, name).toBe(404)
  expect((await call('GET', '/_sandbox/workspaces')).body.workspaces).toHaveLength(1)
})
