import { expect, test } from 'vitest'
import { leavesOf } from '../../src/cases/tokens.ts'
import { Evidence, evidenceOf } from '../../src/parity/evidence.ts'
import { clean } from '../../src/parity/report.ts'
import { Target } from '../../src/parity/target.ts'
import { firstDay, held, platform, recorded, TARGET } from './platform.ts'

const session = await recorded(firstDay)

test('evidence says which rules were confirmed and contradicted, and shows no value of an answer', async () => {
  const answers: string[] = []
  const bent = await platform(({ status, body }, { path }) => {
    answers.push(body)
    if (path.endsWith('/accountNumber')) return { status, body: body.replace('VPL5SCA15S', 'VPL5SCA07E') }
    return { status, body: body.replace('Berlin', 'Bonn') }
  })
  const { steps } = await held(session, bent)
  const evidence = evidenceOf(steps, Target.parse(TARGET))
  expect(Evidence.parse(evidence)).toMatchObject({ format: 1, target: 'uat.example' })
  const of = (operation: string, rule?: string) =>
    evidence.entries.find((entry) => entry.operation === operation && entry.rule === rule)
  expect(of('Account Number Inquiry', 'VPL5SCA15S')).toMatchObject({
    verdict: 'contradicted',
    differs: 'code or status',
    steps: [3],
  })
  expect(of('createAddress', 'label-unknown')).toMatchObject({ verdict: 'confirmed' })
  expect(of('Customer Add')).toMatchObject({ verdict: 'confirmed' })
  const places = of('listAddressesForCustomer')?.places
  expect(places).toEqual([
    {
      path: expect.stringMatching(/^answer\.body\..*townName$/),
      expected: expect.stringMatching(/^[0-9a-f]{16}$/),
      actual: expect.stringMatching(/^[0-9a-f]{16}$/),
    },
  ])

  const known = new Set(evidence.entries.flatMap(({ api, operation, rule }) => [api, operation, rule]))
  const values = [...answers, ...session.steps.map(({ answer }) => answer.body)]
    .flatMap((body) => [...leavesOf(JSON.parse(body))])
    .map(([, text]) => text)
    .filter((text) => text.length > 3 && !known.has(text))
  expect(values.length).toBeGreaterThan(30)
  const text = JSON.stringify(evidence)
  expect([...new Set(values)].filter((value) => text.includes(value))).toEqual([])
})

test('equal values have equal hashes in a file, and others in the next', async () => {
  const remark = { relation: 'value', path: 'answer.body.a', expected: 'x', actual: 'y' } as const
  const step = {
    ...{ step: 1, method: 'GET', path: '/', api: 'issuer', operation: 'listCustomers' },
    verdict: 'value' as const,
  }
  const hashesOf = () =>
    evidenceOf([{ ...step, remarks: [remark, remark] }], Target.parse(TARGET)).entries[0]?.places ?? []
  const [one, other] = hashesOf()
  expect(one).toEqual(other)
  expect(one?.expected).not.toBe(one?.actual)
  expect(hashesOf()[0]).not.toEqual(one)
})

test('members that are named by an id are not told', () => {
  const remark = { relation: 'shape', path: 'answer.body.CUS1000.name', actual: 'y' } as const
  const step = {
    ...{ step: 1, method: 'GET', path: '/', api: 'issuer', operation: 'listCustomers' },
    verdict: 'shape' as const,
  }
  const evidence = evidenceOf([{ ...step, remarks: [remark] }], Target.parse(TARGET))
  expect(evidence.entries[0]?.places?.[0]?.path).toBe('answer.body.*.name')
})

test('a code that both answers show is not contradicted by another beside it', () => {
  const remark = { relation: 'code or status', path: 'answer.body codes', expected: 'A, B', actual: 'A' } as const
  const rules = [
    { rule: 'A', shared: true },
    { rule: 'B', shared: false },
  ]
  const place = { step: 1, method: 'PUT', path: '/', api: 'first-vision', operation: 'Customer Update' }
  const evidence = evidenceOf([{ ...place, verdict: 'code or status', rules, remarks: [remark] }], Target.parse(TARGET))
  expect(evidence.entries.map(({ rule, verdict }) => `${rule} ${verdict}`)).toEqual(['A confirmed', 'B contradicted'])
})

test('a report tells no secret that was shown, and no number that looks like that of a card', async () => {
  const card = ['4539', '5787', '6362', '1486'].join('')
  const bent = await platform(({ status }, { method, path }) =>
    method === 'GET' && path.includes('addresses')
      ? { status, body: JSON.stringify({ data: { a: card, b: 'demo-secret', access_token: 'planted' } }) }
      : undefined,
  )
  const { steps, parity } = await held(session, bent)
  expect(JSON.stringify(steps)).toContain(card)
  const told = JSON.stringify(clean(steps, parity.secrets))
  for (const secret of [card, 'demo-secret', 'planted']) expect(told).not.toContain(secret)
})
