import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { parse } from 'yaml'
import { contributions } from '../../src/app.ts'
import { savedWorld } from '../../src/kernel/scenario/saved-world.ts'
import { Scenario } from '../../src/kernel/scenario/schema.ts'
import { yamlText } from '../../src/kernel/scenario/yaml-text.ts'
import type { Base } from '../../src/kernel/states/base.ts'
import { canonical } from '../../src/kernel/text/canonical.ts'
import { Workspace } from '../../src/kernel/workspaces/workspace.ts'
import { library, sandbox } from '../harness.ts'
import { toySandbox } from '../toy/sandbox.ts'

const { slices } = await contributions()

const ADDRESSES = '/api/v2/issuers/1234/customers/CUS10000375016/addresses'
const NEW = {
  addressLabel: 'SECOND_POSTAL_ADDRESS',
  addressType: 'POSTAL_MAIL',
  postalAddress: { streetName: 'Salinenweg', postCode: '97688', townName: 'Bad Kissingen', country: 'DE' },
}
const FORM = 'application/x-www-form-urlencoded'

const recordsOf = ({ tables, counters }: Base) =>
  canonical([
    counters,
    Object.fromEntries(
      [...tables].filter(([, { rows }]) => rows.size).map(([name, { rows }]) => [name, [...rows.values()]]),
    ),
  ])

describe('the records of a scenario that is saved and loaded are the same', () => {
  // Of ten thousand people each is like the others.
  test.each(library.names.filter((name) => name !== 'large-portfolio'))('%s', async (name) => {
    const start = await library.start(name)
    const told = { name, title: name, summary: '', story: '', cast: {}, walkthrough: [] }
    const { scenario, warnings } = await savedWorld(new Workspace('one', start).snapshot(), told, slices)
    const read = Scenario.parse(parse(yamlText(scenario)))
    const base = await library.materialise({ scenario: read, recipes: [] })
    expect(recordsOf(base)).toBe(recordsOf(start.base))
    expect(warnings).toEqual([])
  })
})

test('a world is saved as it is now, and loaded elsewhere with the same records', async () => {
  const { call } = await sandbox()
  const { body: token } = await call('POST', '/oauth/accesstoken', 'grant_type=client_credentials', {
    ...{ 'content-type': FORM, authorization: 'Basic ZGVtby1pc3N1ZXI6ZGVtby1zZWNyZXQ=' },
  })
  await call('POST', ADDRESSES, NEW)
  await call('POST', '/_sandbox/clock/advance', { by: 'P1D' })
  const saved = await call('POST', '/_sandbox/scenarios', { name: 'mine', title: 'Mine' })
  expect(saved).toMatchObject({ status: 200, body: { name: 'mine', title: 'Mine', clock: '2026-03-03T09:00:00.000Z' } })
  expect(saved.body).not.toHaveProperty('walkthrough')
  expect(saved.body).not.toHaveProperty('warnings')
  expect((await call('POST', '/w/other/_sandbox/scenarios/mine/load')).status).toBe(200)
  for (const type of ['issuer.addresses', 'issuer.versions', 'first-vision.cards'])
    expect((await call('GET', `/w/other/_sandbox/records/${type}`)).body).toEqual(
      (await call('GET', `/_sandbox/records/${type}`)).body,
    )
  // Tokens that were given out go along, and so does what the next number is.
  const asked = await call('GET', `/w/other${ADDRESSES}`, undefined, { authorization: `Bearer ${token.access_token}` })
  expect([asked.status, asked.body.data.length]).toEqual([200, 2])
  const [one, other] = [await call('POST', ADDRESSES, NEW), await call('POST', `/w/other${ADDRESSES}`, NEW)]
  expect(other.body.data).toEqual(one.body.data)
})

test('a session is saved as a walkthrough that plays in any sandbox, with tokens taken and the clock moved', async () => {
  const { call, request } = await sandbox({ auth: 'strict', clock: 'real' })
  const credentials = { 'content-type': FORM, authorization: 'Basic ZGVtby1pc3N1ZXI6ZGVtby1zZWNyZXQ=' }
  const { body: token } = await call('POST', '/oauth/accesstoken', 'grant_type=client_credentials', credentials)
  const bearer = { authorization: `Bearer ${token.access_token}` }
  await call('POST', ADDRESSES, NEW, bearer)
  await request(ADDRESSES, { headers: { ...bearer, 'x-sandbox-fault': 'malformed' } })
  await call('POST', '/_sandbox/clock/advance', { by: 'PT2H' })
  await call('GET', ADDRESSES, undefined, bearer)
  await call('POST', ADDRESSES, { ...NEW, addressLabel: 'NONE' }, { ...bearer, 'x-sandbox-fault': 'status=502' })
  const { status, body } = await call('POST', '/_sandbox/scenarios', { name: 'session', records: 'start' })
  expect(status).toBe(200)
  expect(body.warnings).toEqual([`step 3, GET ${ADDRESSES}, is left out: it met the fault malformed`])
  const steps = body.walkthrough.filter((step: object) => 'request' in step)
  expect(steps.map(({ title }: { title: string }) => title)).toEqual([
    ...[
      'Access token',
      'Create address',
      expect.stringMatching(/^List addresses for customer is refused: token-expired$/),
    ],
    expect.stringMatching(/^Create address is answered with 502$/),
  ])
  expect(steps[0].take).toEqual({ token1: 'access_token' })
  expect(steps[1].request.headers).toEqual({ authorization: ['Bearer $', '{token1}'].join('') })
  expect(body.walkthrough.some((step: object) => 'advance' in step)).toBe(true)
  expect(JSON.stringify(body.walkthrough)).not.toContain(token.access_token)
  const yaml = await call('GET', '/_sandbox/scenarios/session.yaml')
  expect(yaml.headers.get('content-type')).toBe('application/yaml; charset=utf-8')
  expect(Scenario.parse(parse(yaml.text)).walkthrough).toEqual(body.walkthrough)
})

test('a step that goes otherwise when it is played is told', async () => {
  const { call } = await sandbox()
  await call('POST', '/_sandbox/faults', {
    match: { api: 'issuer' },
    effect: { kind: 'status', status: 503 },
    times: 1,
  })
  await call('GET', ADDRESSES)
  await call('GET', `${ADDRESSES}?serviceCode=X`, undefined, { 'x-sandbox-workspace': 'default', cookie: 'secret' })
  await call('PUT', '/_sandbox/clock', { mode: 'frozen', now: '2026-03-01T00:00:00Z' })
  await call('GET', ADDRESSES)
  const { body } = await call('POST', '/_sandbox/scenarios', { name: 'odd', records: 'start' })
  expect(body.warnings[0]).toBe(
    'step 4: the clock was set back to 2026-03-01T00:00:00.000Z, which a walkthrough cannot do',
  )
  expect(body.warnings.slice(1).join('\n')).toMatch(
    /^step 4 of the walkthrough, .*: body\S* was .*, and is .* when it is played$/,
  )
  expect(JSON.stringify(body)).not.toContain('cookie')
})

test('no name is used twice, a world without steps has no session, and there is an end to what is kept', async () => {
  const { call } = await toySandbox()
  const save = (body: object) => call('POST', '/_sandbox/scenarios', body)
  expect(await save({ name: 'shelf' })).toMatchObject({
    status: 409,
    body: { detail: "there is a scenario 'shelf' already" },
  })
  expect((await save({ name: 'session', records: 'start' })).status).toBe(409)
  expect((await save({ name: 'No Name' })).status).toBe(400)
  for (let number = 1; number <= 50; number++) expect((await save({ name: `saved-${number}` })).status).toBe(200)
  expect((await save({ name: 'saved-1' })).status).toBe(409)
  expect((await save({ name: 'saved-51' })).body.detail).toBe('50 scenarios were saved, and there is no room for more')
  expect((await call('GET', '/_sandbox/scenarios')).body.scenarios).toHaveLength(52)
})

test('with a folder of scenarios it is a file there, which is never written over', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'scenarios-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const { call } = await sandbox({ scenarios: folder })
  const { body } = await call('POST', '/_sandbox/scenarios', { name: 'kept' })
  expect(body.file).toBe(join(folder, 'kept.yaml'))
  expect((await call('POST', '/_sandbox/scenarios', { name: 'kept' })).status).toBe(409)
  expect(readdirSync(folder)).toEqual(['kept.yaml'])
  expect((await call('POST', '/_sandbox/scenarios/kept/load')).body.scenario).toBe('kept')
})

test('an OpenAPI document shows what it answers, and saves nothing', async () => {
  const { call } = await sandbox()
  expect((await call('GET', '/openapi/control.json')).text).toContain('as-it-stands')
  expect((await call('GET', '/_sandbox/scenarios/as-it-stands')).status).toBe(404)
})
