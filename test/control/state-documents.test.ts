import { expect, test } from 'vitest'
import { sandbox } from '../harness.ts'

const TYPE = 'issuer.addresses'
const tables = (...rows: unknown[]) => ({ [TYPE]: { rows, deleted: [] } })

/** The document of a world in which nothing has changed, with something else in it. */
async function importing(change: (document: Record<string, unknown>) => object) {
  const { call } = await sandbox()
  await call('PUT', '/_sandbox/snapshots/start')
  const document = (await call('GET', '/_sandbox/state')).body
  const before = (await call('GET', '/_sandbox/digest')).body
  const answer = await call('PUT', '/_sandbox/state', { ...document, ...change(document) })
  expect((await call('GET', '/_sandbox/digest')).body).toEqual(before)
  return answer
}

const origin = { clock: { mode: 'real' }, counters: {}, tables: tables(7) }

test.each([
  ['its own tables', () => ({ tables: tables({ id: 'one' }, { name: 'none' }) }), `tables.${TYPE}.rows.1`],
  ['those of its origin', () => ({ origin }), `origin.tables.${TYPE}.rows.0`],
  [
    'those of a snapshot',
    ({ snapshots }: Record<string, unknown>) => ({
      snapshots: [{ ...(snapshots as object[])[0], tables: tables('one') }],
    }),
    `snapshots.0.tables.${TYPE}.rows.0`,
  ],
])('a state document is refused for what is no record, at its place: in %s', async (_where, change, place) => {
  const { status, body } = await importing(change)
  expect(status).toBe(400)
  expect(body.detail).toContain(`${place}: not a record with an id`)
})

test.each([100, 1000, 2000, 4000, 8000, 16_000, 200_000])(
  'a state document with a record that is nested %i deep is taken or refused, and no failure of ours',
  async (depth) => {
    const { call } = await sandbox()
    const document = (await call('GET', '/_sandbox/state')).body
    const things = { 'things.of-nobody': { rows: [{ id: 'one', data: 'deep' }], deleted: [] } }
    const text = JSON.stringify({ ...document, tables: things })
    const { status, body } = await call(
      'PUT',
      '/_sandbox/state',
      text.replace('"deep"', `${'['.repeat(depth)}${']'.repeat(depth)}`),
    )
    expect([200, 400]).toContain(status)
    if (status === 400) expect(body.detail).toContain('nested too deeply')
    else
      for (const path of ['state', 'digest', 'changes', 'case'])
        expect((await call('GET', `/_sandbox/${path}`)).status, path).toBe(200)
  },
)

test('a state document is refused for a record that its API would not keep, at its place and in its words', async () => {
  const { call } = await sandbox()
  await call('POST', '/api/v2/issuers/1234/customers/CUS10000375016/addresses', {
    ...{ addressLabel: 'SECOND_POSTAL_ADDRESS', addressType: 'POSTAL_MAIL', postalAddress: { country: 'DE' } },
  })
  const document = (await call('GET', '/_sandbox/state')).body
  expect((await call('PUT', '/w/other/_sandbox/state', document)).status).toBe(200)
  const [row] = document.tables[TYPE].rows
  const importing = async (other: object) => {
    const { status, body } = await call('PUT', '/w/other/_sandbox/state', { ...document, tables: tables(other) })
    return `${status} ${body.detail}`
  }
  expect(await importing({ ...row, colour: 'red' })).toContain(`400 body: tables.${TYPE}.rows.0.colour: no such member`)
  expect(await importing({ ...row, id: 'other' })).toContain(`tables.${TYPE}.rows.0.id: it would be '${row.id}'`)
  const [member] = Object.keys(row).filter((name) => name !== 'id')
  expect(await importing({ ...row, [member as string]: [] })).toContain(`tables.${TYPE}.rows.0.${member}: `)
})

test('a state document is refused for an armed fault, a kept answer and limits that are none', async () => {
  const { call } = await sandbox()
  await call('POST', '/_sandbox/faults', { match: { operation: 'createAddress' }, effect: { kind: 'drop' } })
  await call('POST', '/customer/accountNumber', { organizationNumber: 998, customerNumber: '0009980011000000001' })
  const document = (await call('GET', '/_sandbox/state')).body
  const importing = async (other: object) => {
    const { status, body } = await call('PUT', '/w/other/_sandbox/state', { ...document, ...other })
    return `${status} ${body.detail}`
  }
  expect(await importing({})).toMatch(/^200 /)
  const [fault] = document.tables['sandbox.faults'].rows
  const armed = (row: object) => ({ tables: { 'sandbox.faults': { rows: [row], deleted: [] } } })
  expect(await importing(armed({ ...fault, used: 'often' }))).toContain('400 body: tables.sandbox.faults.rows.0.used: ')
  expect(await importing(armed({ ...fault, phase: 'after' }))).toMatch(/^200 /)
  const cut = { ...fault, effect: { kind: 'malformed' }, phase: 'before' }
  expect(await importing(armed(cut))).toContain('rows.0.phase: ')
  const answers = { 'http.answers': { rows: [{ id: 'one', number: '1' }], deleted: [] } }
  expect(await importing({ tables: answers })).toContain('400 body: tables.http.answers.rows.0.request: missing')
  expect(await importing({ limits: { other: [] } })).toContain("400 body: no limits of an API 'other'")
})
