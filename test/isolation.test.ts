import { describe, expect, test } from 'vitest'
import type { Workspace } from '../src/kernel/workspaces/workspace.ts'
import { type Answered, sandbox, sandboxAndInsides } from './harness.ts'

const ADDRESSES = '/api/v2/issuers/1234/customers/CUS10000375016/addresses'
const FORM = { 'content-type': 'application/x-www-form-urlencoded' }

const address = (townName: string) => ({
  addressLabel: 'SECOND_POSTAL_ADDRESS',
  addressType: 'POSTAL_MAIL',
  postalAddress: { townName, country: 'DE' },
})

const customer = (lastName: string) => ({
  customerData: {
    customerKeyData: { organizationNumber: 998 },
    ownerCoOwnerData: {
      ownerData: { income: 12, cuit: '20304050607', occupationCode: '251200', ivaPosition: '1', lastName },
    },
  },
})

const inquiry = (customerAccountCardNumber: string) => ({
  ...{ organizationNumber: 998, customerAccountCardNumber, numberType: '1' },
})

type Sandbox = Awaited<ReturnType<typeof sandbox>>
type Send = (method: string, path: string, body?: unknown) => Promise<Answered>

/** How a client of a workspace may reach it on both platforms. */
const WAYS: Record<string, (call: Sandbox['call'], name: string) => Promise<{ firstVision: Send; issuer: Send }>> = {
  path: async (call, name) => {
    const send: Send = (method, path, body) => call(method, `/w/${name}${path}`, body)
    return { firstVision: send, issuer: send }
  },
  header: async (call, name) => {
    const send: Send = (method, path, body) => call(method, path, body, { 'x-sandbox-workspace': name })
    return { firstVision: send, issuer: send }
  },
  credential: async (call, name) => {
    const authorization = `Basic ${Buffer.from(`sandbox-${name}:any`).toString('base64')}`
    const token = await call('POST', '/oauth/accesstoken', 'grant_type=client_credentials', { ...FORM, authorization })
    const bearer = { authorization: `Bearer ${token.body.access_token}` }
    return {
      firstVision: (method, path, body) => call(method, path, body, { apikey: `sandbox-${name}` }),
      issuer: (method, path, body) => call(method, path, body, bearer),
    }
  },
}

/** What one client does all day, as far as its answers may show another's. */
async function work({ firstVision, issuer }: { firstVision: Send; issuer: Send }, mark: string) {
  const added = await firstVision('POST', '/customer/l8v2', customer(mark))
  const { customerNumber } = added.body.data
  const created = await issuer('POST', ADDRESSES, address(mark))
  const read = await firstVision('POST', '/customer/demographicData-l8v2', inquiry(customerNumber))
  const listed = await issuer('GET', ADDRESSES)
  return {
    customerNumber,
    reference: created.body.data.addressIdentifier.addressReference,
    towns: listed.body.data.map(({ postalAddress }: { postalAddress: { townName: string } }) => postalAddress.townName),
    marked: [read, listed].map(({ text }) => [...new Set(text.match(/MARK\d+/g))].join()),
    workspaces: [added, created, read, listed].map(({ headers }) => headers.get('x-sandbox-workspace')),
  }
}

test('two hundred workspaces used at once do not see each other, however they are named', async () => {
  const { call, workspaces } = await sandbox()
  const untouched = workspaces.get('default')?.digest()
  const names = Array.from({ length: 200 }, (_, i) => `ci-${i}`)
  const ways = Object.values(WAYS)
  // Workspaces a hundred apart are given the same work.
  const mark = (i: number) => `MARK${i % 100}`
  const done = await Promise.all(
    names.map(async (name, i) => work(await (ways[i % ways.length] as (typeof ways)[number])(call, name), mark(i))),
  )
  for (const [i, own] of done.entries())
    expect(own).toEqual({
      customerNumber: done[0]?.customerNumber,
      reference: 'ADDREF_SECOND_POSTAL_ADDRESS_1000000000440549',
      towns: ['BERLIN', mark(i)],
      marked: [mark(i), mark(i)],
      workspaces: Array.from({ length: 4 }, () => names[i]),
    })
  const digest = (name: string) => workspaces.get(name)?.digest()
  const plain = names.filter((_, i) => ways[i % ways.length] !== WAYS.credential)
  for (const name of plain) {
    const twin = `ci-${(Number(name.slice(3)) + 100) % 200}`
    if (plain.includes(twin)) expect(digest(twin)).toBe(digest(name))
  }
  expect(new Set(names.map(digest)).size).toBeGreaterThan(100)
  expect(digest('default')).toBe(untouched)
})

test('the same requests give the same bytes after a reset, in another workspace and in another sandbox', async () => {
  const run = async (call: Sandbox['call'], prefix = '') => {
    const answers: string[] = []
    const send: Send = async (method, path, body) => {
      const answer = await call(method, prefix + path, body)
      const headers = [...answer.headers].filter(([name]) => name !== 'x-sandbox-workspace')
      // An address that is told carries the prefix.
      const told = JSON.stringify([answer.status, headers, answer.text])
      answers.push(prefix ? told.replaceAll(`${prefix}/`, '/') : told)
      return answer
    }
    await work({ firstVision: send, issuer: send }, 'MARK1')
    await send('POST', '/customer/generation', { organizationNumber: 998, logo: 501, cardNumbersRequested: 3 })
    await send('POST', '/customer/l8v2', { customerData: {} })
    await send('POST', ADDRESSES, address(''))
    await send('POST', ADDRESSES, 'not JSON')
    await send('GET', `${ADDRESSES}/ADDREF_NONE`)
    await send('GET', '/customer/nowhere')
    await send('POST', '/token')
    answers.push((await call('GET', `${prefix}/_sandbox/digest`)).text)
    return answers
  }
  const { call } = await sandbox()
  const first = await run(call)
  expect(first).toHaveLength(12)
  await call('POST', '/_sandbox/reset')
  expect(await run(call)).toEqual(first)
  expect(await run(call, '/w/another')).toEqual(first)
  expect(await run((await sandbox()).call)).toEqual(first)
  expect(await run((await sandbox({ seed: 2 })).call)).not.toEqual(first)
})

const { call, faces, workspaces } = await sandboxAndInsides()

describe.each(faces.filter(({ control }) => !control).map((face) => [face.name, face] as const))(
  '%s',
  (_name, face) => {
    const examples = face.operations.flatMap(({ problems = [] }) => problems.flatMap(({ example }) => example ?? []))
    const different = [...new Map(examples.map((example) => [JSON.stringify(example), example])).values()]

    test('has examples of what it refuses', () => {
      expect(different.length).toBeGreaterThan(5)
    })

    test('a request that it refuses changes nothing', async () => {
      for (const { scenario, method, path, headers, body } of different) {
        const workspace = (await workspaces.use('default')) as Workspace
        if (workspace.start.base.scenario !== scenario) await call('POST', `/_sandbox/scenarios/${scenario}/load`)
        const before = workspace.digest()
        const answer = await call(method, path, body, headers)
        expect(answer.status, `${method} ${path} ${JSON.stringify(body)}`).toBeGreaterThanOrEqual(400)
        expect(workspace.digest(), `${method} ${path} ${JSON.stringify(body)}`).toBe(before)
      }
    })
  },
)
