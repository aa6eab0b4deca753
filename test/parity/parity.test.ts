import { expect, test } from 'vitest'
import { linesOf, verdictLine } from '../../src/parity/report.ts'
import { ADD, ADDRESSES, ENVIRONMENT, firstDay, held, ISSUER, platform, recorded, TARGET } from './platform.ts'

const session = await recorded(firstDay)
const [ADDED, REFUSED, LISTED, LABEL] = [0, 2, 5, 6]

test('what another sandbox numbers otherwise is the same after binding, and is named by its own number', async () => {
  const there = await platform()
  const { steps, verdicts } = await held(session, there)
  const after = 'same after binding'
  expect(verdicts).toEqual([after, after, 'same', 'same', 'same', 'noise', 'noise'])
  expect(verdictLine(steps)).toBe('verdict: 7 same')
  const asked = there.asked.filter(({ path }) => path.endsWith('/customer/accountNumber'))
  expect(asked.map(({ body }) => JSON.parse(String(body)).customerNumber)).toEqual(Array(2).fill('0009980011000000002'))
})

test('a rule that is another one there is named, with what it rests on', async () => {
  const bent = await platform(({ body }, { path }) =>
    path.endsWith('/accountNumber') ? { status: 422, body: body.replace('VPL5SCA15S', 'VPL5SCA07E') } : undefined,
  )
  const { steps } = await held(session, bent)
  const lines = linesOf(steps[REFUSED] as (typeof steps)[number])
  expect(lines[0]).toMatch(/^3\. POST \/customer\/accountNumber: code or status$/)
  expect(lines[1]).toMatch(/^ {2}rule first-vision VPL5SCA15S \((documented|inferred): contract [\d.]+/)
  expect(lines).toContain('  answer.body codes (code or status)')
})

test('a refusal of the same status in other words is another value, and names its rule', async () => {
  const bent = await platform(({ status, body }) =>
    status === 400 ? { status, body: body.replace(/: [^"]+"/, ': no"') } : undefined,
  )
  const { verdicts, steps } = await held(session, bent)
  expect(verdicts[LABEL]).toBe('value')
  expect(steps[LABEL]?.rules).toMatchObject([{ rule: 'label-unknown', basis: 'documented' }])
})

test('what is accepted here and refused there names the code that it is refused with', async () => {
  const refusal = { hasError: true, errors: [{ code: 'VPL5SNA03E', description: 'no' }], data: null }
  const bent = await platform((_answer, { path }) =>
    path.endsWith('/l8v2') ? { status: 422, body: JSON.stringify(refusal) } : undefined,
  )
  const { steps, verdicts } = await held(session, bent)
  expect(steps[ADDED]).toMatchObject({ verdict: 'code or status', rules: [{ rule: 'VPL5SNA03E', shared: false }] })
  expect(verdicts.slice(1, 5)).toEqual(Array(4).fill('not sent'))
  expect(steps[1]?.why).toBe('it names 0009980011000000001, for which nothing stands there')
})

type List = { data: unknown[] }

test.each([
  ['shape', (body: List) => ({ ...body, more: true })],
  ['shape', (body: List) => ({ ...body, data: {} })],
  ['value', (body: List) => ({ ...body, data: [] })],
])('an answer of another %s', async (relation, bend) => {
  const bent = await platform(({ status, body }, { method, path }) =>
    method === 'GET' && path.includes('/addresses')
      ? { status, body: JSON.stringify(bend(JSON.parse(body))) }
      : undefined,
  )
  expect((await held(session, bent)).verdicts[LISTED]).toBe(relation)
})

test('a place that the target names as noise is passed over', async () => {
  const bent = await platform(({ status, body }) => ({
    status,
    body: body.replace('"BERLIN"', '"Berlin"').replace('Berlin"', 'Bonn"'),
  }))
  const plain = await held(session, bent)
  expect(plain.steps[LISTED]?.verdict).toBe('value')
  const path = plain.steps[LISTED]?.remarks?.find(({ relation }) => relation === 'value')?.path as string
  const passed = await held(session, bent, { noise: [path.replace(/\.0\./g, '.*.')] })
  expect(passed.verdicts[LISTED]).toBe('noise')
})

test('steps that change something are not sent unless the target allows them, nor is what rests on them', async () => {
  const there = await platform()
  const { steps, verdicts } = await held(session, there, { allow: ['read'] })
  expect(verdicts).toEqual([...Array(5).fill('not sent'), 'noise', 'not sent'])
  expect(steps.map(({ why }) => why)).toMatchObject([
    "it changes something, and the target does not allow 'create'",
    'it names what step 1 made, which is not sent',
    "it was refused, and may be carried out there, and the target does not allow 'refused'",
    "it changes something, and the target does not allow 'create'",
    'it names what step 1 made, which is not sent',
    undefined,
    "it was refused, and may be carried out there, and the target does not allow 'refused'",
  ])
  expect(there.asked.map(({ method, path }) => `${method} ${path}`)).toEqual([
    'POST /card-issuing/oauth/accesstoken',
    `GET /card-issuing${ADDRESSES}`,
  ])
})

test('after a move of the clock what differs tells nothing, and what is the same is the same', async () => {
  const moved = await recorded(async (call) => {
    await call('GET', ADDRESSES)
    await call('POST', '/_sandbox/clock/advance', { by: 'P3D' })
    await call('GET', ADDRESSES)
  })
  expect((await held(moved, await platform())).verdicts).toEqual(['noise', 'not sent', 'noise'])
  const bent = await platform(({ status, body }) => ({ status, body: body.replace('Berlin', 'Bonn') }))
  const { steps } = await held(moved, bent)
  expect(steps.map(({ verdict }) => verdict)).toEqual(['value', 'not sent', 'not comparable'])
  expect(steps[2]?.why).toBe('step 2 changed something here, and was not sent')
})

test.each([
  [401, 1],
  [429, 1],
  [503, 3],
])('after status %i nothing more is sent than %i', async (status, count) => {
  const three = await recorded(async (call) => {
    for (let i = 0; i < 5; i++) await call('GET', ADDRESSES)
  })
  const there = await platform((_answer, { method }) => (method === 'GET' ? { status, body: '' } : undefined))
  const { verdicts, parity } = await held(three, there)
  expect(verdicts).toEqual([...Array(count).fill('not comparable'), ...Array(5 - count).fill('not sent')])
  expect(there.asked.filter(({ method }) => method === 'GET')).toHaveLength(count)
  expect(parity.stopped).toMatch(`stopped at step ${count}: `)
})

test('every request goes below the base URL with the credentials of the target, and none of the sandbox', async () => {
  const there = await platform()
  const one = await recorded((call) =>
    call('GET', ADDRESSES, undefined, { authorization: 'Bearer ours', 'x-sandbox-fault': 'delay=1' }),
  )
  one.steps = one.steps.map(({ fault: _, ...step }) => step)
  await held(one, there)
  expect(there.asked.every(({ url }) => url.startsWith(`${ISSUER}/`))).toBe(true)
  expect(Object.keys(there.asked.at(-1)?.headers ?? {})).toEqual(['authorization'])
  expect(there.asked.at(-1)?.headers.authorization).toMatch(/^Bearer [0-9a-f]+$/)
})

test('a variable that the environment has not is told by its name', async () => {
  const { UAT_SECRET: _, ...environment } = ENVIRONMENT
  const there = await platform()
  await expect(held(session, { ...there, environment })).rejects.toThrow(
    'the environment has no UAT_SECRET, which the target names',
  )
  expect(there.asked).toEqual([])
})

test('what was signed is signed anew, with the time of now', async () => {
  const headers = { signature: 'whatever', timestamp: '1', 'x-client-request-id': 'one' }
  const signed = await recorded((call) => call('POST', '/customer/accountNumber', { organizationNumber: 998 }, headers))
  const there = await platform()
  await held(signed, there)
  const sent = there.asked.at(-1)?.headers
  expect(sent).toMatchObject({ apikey: 'demo-first-vision', signature: expect.stringMatching(/^[\w+/]{43}=$/) })
  expect(sent?.timestamp).not.toBe('1')
  expect(sent?.['x-client-request-id']).not.toBe('one')
  const { apis } = TARGET
  expect(apis['first-vision'].auth.signingKey).toBe('UAT_SECRET')
})

test('where a change is refused there alone, what differs later on that platform tells nothing, and on the other it does', async () => {
  const adding = await recorded(async (call) => {
    await call('POST', '/account/add-L8V3', {
      accountData: { organization: 998, logo: 501, customerNumber: (await call(...ADD)).body.data.customerNumber },
    })
    await call('POST', '/customer/accountNumber', { organizationNumber: 998, customerNumber: '0009980011000000001' })
    await call('GET', ADDRESSES)
  })
  const bent = await platform(({ status, body }, { path }) =>
    path.endsWith('add-L8V3')
      ? { status: 422, body: '{}' }
      : { status, body: body.replace('"more":"N"', '"more":"Y"').replace('Berlin', 'Bonn') },
  )
  const { steps } = await held(adding, bent)
  expect(steps.map(({ verdict }) => verdict)).toEqual([
    'same after binding',
    'code or status',
    'not comparable',
    'value',
  ])
  expect(steps[2]?.why).toBe('step 2 came out otherwise there')
})

test('without a token nothing is sent, and no secret is told', async () => {
  const there = await platform((_answer, { path }) =>
    path.endsWith('token') ? { status: 401, body: '{}' } : undefined,
  )
  const { steps, parity } = await held(session, there)
  expect(new Set(steps.map(({ verdict }) => verdict))).toEqual(new Set(['not sent']))
  expect(parity.stopped).toBe('stopped at step 1: the token endpoint of first-vision gives no token (status 401)')
  expect(there.asked).toHaveLength(1)
})

test('no number that looks like that of a card goes out, masked or bound', async () => {
  const card = ['4539', '5787', '6362', '1486'].join('')
  const cards = await recorded(async (call) => {
    await call('GET', `${ADDRESSES}?city=${card}`)
    await call('GET', ADDRESSES.replace('CUS10000790001', 'CUS10000790002'))
  })
  const there = await platform()
  const { steps } = await held(cards, there, { bind: { CUS10000790002: card } })
  expect(steps.map(({ why }) => why)).toEqual([
    'a secret or the number of a card is masked in it',
    'it would hold a number that looks like that of a card',
  ])
  expect(there.asked).toEqual([])
})

test('what a step made that is not sent may be bound to a twin', async () => {
  const bind = { '0009980011000000001': '0009980011000000001' }
  const { verdicts } = await held(session, await platform(), { allow: ['read'], bind })
  expect(verdicts[1]).toBe('same')
})
