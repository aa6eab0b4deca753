import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { type Members, membersOf } from '../src/http/requests/members.ts'
import { SentBody } from '../src/http/requests/sent-values.ts'
import type { LogEntry } from '../src/http/server/log-entry.ts'
import { maskTexts, maskValue } from '../src/kernel/masking/redaction.ts'
import { ida } from './apis/issuer/customers.ts'
import { library, othersFound, sandbox, sandboxAndInsides, startOf } from './harness.ts'

const CARD = '4539578763621486'
const SPACED = '4539 5787 6362 1486'
const MASKED = '4539 57** **** 1486'
const LUCAS = '0009980011000000010'
const HOME = '/api/v2/issuers/1234/customers'

const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true })
})

/** A sandbox that keeps its state, and all that it has kept and logged when it is closed. */
async function keeping() {
  const folder = mkdtempSync(join(tmpdir(), 'cards-'))
  folders.push(folder)
  const log: LogEntry[] = []
  const opened = await sandbox({ data: folder, log: (entry) => log.push(entry) })
  const kept = async () => {
    await opened.close()
    const files = readdirSync(folder).filter((name) => name.endsWith('.json'))
    return `${files.map((name) => readFileSync(join(folder, name), 'utf8')).join('\n')}\n${JSON.stringify(log)}`
  }
  return { ...opened, kept }
}

/** What a body of these members can hold: a card in each. */
const filled = (members: Members): unknown => {
  const object = Object.fromEntries([...members].map(([name, inner]) => [name, inner ? filled(inner) : `x ${SPACED}`]))
  const one = members.others === 'expected' ? { [CARD]: CARD } : members.size ? object : SPACED
  return members.isList ? [one] : one
}

test('no member of any body lets a card through', async () => {
  const { faces } = await sandboxAndInsides({ scenario: 'empty' })
  const operations = faces.flatMap((face) => (face.control ? [] : face.operations)).filter(({ body }) => body)
  expect(operations.length).toBeGreaterThan(30)
  for (const { id, body } of operations) {
    const members = membersOf(body as never) as Members
    expect(members, id).toBeDefined()
    const sent = filled(members)
    const { masked, issues } = new SentBody(sent, members)
    expect(issues, id).toEqual([])
    expect(masked.length, id).toBeGreaterThan(0)
    expect(maskTexts(sent), id).toEqual(sent)
  }
})

test('no record of any scenario holds what looks like a real card, and none is changed by the mask', async () => {
  const changed: unknown[] = []
  const look = (value: unknown, where: string[]): void => {
    if (typeof value === 'object' && value !== null)
      for (const [name, member] of Object.entries(value)) look(member, [...where, name])
    else if (maskValue(String(value)) !== String(value)) changed.push([...where, value])
  }
  for (const name of library.names)
    for (const [type, { rows }] of (await startOf(name)).base.tables)
      for (const row of rows.values()) look(row, [name, type, row.id])
  expect(changed).toEqual([])
})

test('a member with a card is kept masked, reads back so, and is a finding', async () => {
  const { call, kept } = await keeping()
  const update = { organizationNumber: 998, customerNumber: LUCAS, numberType: '1', demographicDataIndicator: '2' }
  const changed = await call('PUT', '/customer', { ...update, city: SPACED, employerName: CARD })
  expect([changed.status, othersFound(changed.headers)]).toEqual([200, '2'])
  const shown = await call('POST', '/customer/demographicData-l8v2', {
    ...{ organizationNumber: 998, customerAccountCardNumber: LUCAS, numberType: '1' },
  })
  expect(shown.text).toContain(`"cityAndState":"${MASKED}"`)
  const created = await call(
    'POST',
    HOME,
    ida({
      ...{ lastName: `Roe-${CARD}`, specificFields: { [CARD]: 'a', note: SPACED } },
      issuerCustomerExternalReference: CARD,
    }),
    { 'wl-correlation-id': CARD },
  )
  expect([created.status, created.text]).toEqual([200, expect.not.stringContaining(SPACED)])
  expect(othersFound(created.headers)).toBe('5')
  expect(created.body.responseMetadata.correlationId).toBe(CARD)
  const all = await kept()
  expect(all).not.toContain(CARD)
  expect(all).not.toContain(SPACED)
  expect(all).toContain('Roe-453957******1486')
})

test('a client that is named like a card is kept masked', async () => {
  const { call, kept } = await keeping()
  const basic = { authorization: `Basic ${Buffer.from(`${CARD}:secret`).toString('base64')}` }
  const form = { 'content-type': 'application/x-www-form-urlencoded' }
  const grant = 'grant_type=client_credentials'
  expect((await call('POST', '/oauth/accesstoken', grant, { ...form, ...basic })).status).toBe(200)
  expect((await call('POST', '/token', grant, { ...form, apikey: CARD })).status).toBe(200)
  expect(await kept()).not.toContain(CARD)
})

test('what was created under a reference like a card is found by it', async () => {
  const { call } = await sandbox()
  const create = () => call('POST', HOME, ida({ issuerCustomerExternalReference: CARD }))
  expect((await create()).status).toBe(200)
  expect((await create()).status).toBe(400)
  expect((await call('GET', `${HOME}/external-customers/${CARD}`)).status).toBe(200)
})

test('a retry under a correlation id like a card is answered byte for byte', async () => {
  const { call, kept } = await keeping()
  const headers = { 'wl-correlation-id': `job-${SPACED}` }
  const create = () => call('POST', HOME, ida(), headers)
  const first = await create()
  const retry = await create()
  expect([first.status, retry.text]).toEqual([200, first.text])
  expect(retry.headers.get('x-sandbox-replayed')).toBe('true')
  expect(await kept()).not.toContain(SPACED)
})

test('a card as a key finds nothing, as any number that is nobody’s', async () => {
  const { call } = await sandbox()
  const nobody = '0009980011000999999'
  const codes = async (number: unknown) => {
    const asked = [
      await call('POST', '/customer/demographicData-l8v2', {
        ...{ organizationNumber: 998, customerAccountCardNumber: number, numberType: '0' },
      }),
      await call('POST', '/customer/activation', { panToken: number }),
      await call('POST', '/customer/accountNumber', { organizationNumber: 998, customerNumber: number }),
      await call('GET', `/customer/${number}/relationship?organizationNumber=998`),
      await call('GET', `/customer/${number}/current-prior-address?organizationNumber=998&ownerCoOwnerFlag=1`),
      await call('GET', '/customer/v1/cards?pageNumber=1', undefined, {
        ...{ organizationNumber: '998', customerNumber: String(number) },
      }),
    ]
    return asked.map(({ status, body }) => [status, body.errors])
  }
  expect(await codes(`000${CARD}`)).toEqual(await codes(nobody))
})

test('a JSON number like a card stays a number, and is nobody’s card', async () => {
  const { call, workspaces } = await sandbox()
  const add = `{"customerData":{"customerKeyData":{"organizationNumber":998},"ownerCoOwnerData":{"ownerData":
    {"income":12,"cuit":"20304050607","occupationCode":"251200","ivaPosition":"1","identificationNumber":${CARD}}}}}`
  const added = await call('POST', '/customer/l8v2', add)
  expect([added.status, othersFound(added.headers)]).toEqual([200, '1'])
  const rows = [...(await workspaces.use('default')).table({ name: 'first-vision.customers' }).all()]
  expect(JSON.stringify(rows.at(-1))).toContain('4539570000001486')
})

test.each([
  ['path', `/w/${CARD}/customer/v1/cards`, {}],
  ['header', '/customer/v1/cards', { 'x-sandbox-workspace': 'ci-4539-5787-6362-1486' }],
  ['credential', '/customer/v1/cards', { apikey: `sandbox-${CARD}` }],
])('a workspace is not named like a card: by %s', async (_way, path, headers: Record<string, string>) => {
  const { call } = await sandbox({ scenario: 'empty' })
  const answer = await call('GET', path, undefined, headers)
  expect(answer).toMatchObject({ status: 400, body: { type: 'about:blank', status: 400 } })
  expect(answer.body.detail).toMatch(/^'.*' is no workspace name: it looks like the number of a real card$/)
  expect(answer.text).not.toMatch(/5787-?6362/)
})

test('nor is one made by the control plane', async () => {
  const { call, workspaces } = await sandbox({ scenario: 'empty' })
  const answer = await call('PUT', `/_sandbox/workspaces/${CARD}`, {})
  expect(answer).toMatchObject({ status: 400, body: { detail: expect.stringContaining('a real card') } })
  expect(answer.text).not.toContain(CARD)
  expect(workspaces.names).toEqual(['default'])
})

test('a log line shows the paths of cards masked, and test cards as they are', async () => {
  const log: LogEntry[] = []
  const { call } = await sandbox({ scenario: 'empty', log: (entry) => log.push(entry) })
  const test = '0004111111111111111'
  for (const path of [`/customer/${CARD}/x`, `/nothing/${encodeURIComponent(SPACED)}`, `/customer/${test}/x`])
    await call('GET', path)
  expect(log.map(({ path }) => path)).toEqual([
    '/customer/453957******1486/x',
    `/nothing/${MASKED}`,
    `/customer/${test}/x`,
  ])
})
