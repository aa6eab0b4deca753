import { expect, test } from 'vitest'
import { sandboxAndInsides } from '../harness.ts'
import { toySandbox } from '../toy/sandbox.ts'

const FROZEN = { clock: '2026-03-02T09:00:00Z' }

type Toy = Awaited<ReturnType<typeof toySandbox>>

async function covered({ call }: Pick<Toy, 'call'>, id: string, prefix = '') {
  const { body } = await call('GET', `${prefix}/_sandbox/coverage`)
  const found = body.operations.find(({ operation }: { operation: string }) => operation === id)
  return { ...body, found }
}

test('coverage counts what each operation was asked and answered, and names the codes that did not come', async () => {
  const toy = await toySandbox(FROZEN)
  await toy.call('POST', '/toy/books', { title: 'Third' })
  await toy.call('POST', '/toy/books', { title: 'Notes' })
  const { found, requests, share, totals } = await covered(toy, 'Book Add')
  expect(found).toEqual({
    ...{ api: 'toy', operation: 'Book Add', requests: 2, statuses: { 200: 1, 422: 1 }, exercised: true },
    codes: { reached: ['TAKEN'], missing: ['LONG', 'CLOSED'] },
  })
  const { length } = toy.faces[0]?.operations ?? []
  expect([requests, share]).toEqual([2, Math.floor(1000 / length) / 10])
  expect(totals).toMatchObject({ operations: { reached: 1, of: length }, codes: { reached: 1 } })
})

test('what could not be read has exercised nothing, and an unknown path is no operation', async () => {
  const toy = await toySandbox(FROZEN)
  await toy.call('POST', '/toy/books', '{"title":')
  await toy.call('GET', '/toy/nothing')
  const { found, requests, share } = await covered(toy, 'Book Add')
  expect(found).toMatchObject({ requests: 1, statuses: { 400: 1 }, exercised: false })
  expect([requests, share]).toEqual([1, 0])
})

test('coverage is of one workspace, begins anew with a reset, and is no part of the digest', async () => {
  const toy = await toySandbox(FROZEN)
  const digest = async () => (await toy.call('GET', '/_sandbox/info')).body.workspace.digest
  const before = await digest()
  await toy.call('GET', '/toy/books/B1')
  expect(await digest()).toBe(before)
  expect((await covered(toy, 'Book Read', '/w/other')).requests).toBe(0)
  expect(toy.workspaces.names).toEqual(['default'])
  await toy.call('DELETE', '/_sandbox/requests')
  expect((await covered(toy, 'Book Read')).requests).toBe(1)
  await toy.call('POST', '/_sandbox/reset')
  expect((await covered(toy, 'Book Read')).requests).toBe(0)
})

test('coverage may be asked of one API, whose every code is listed', async () => {
  const { call, faces } = await sandboxAndInsides()
  for (const face of faces.filter(({ control }) => !control)) {
    const { operations } = (await call('GET', `/_sandbox/coverage?api=${face.name}`)).body
    expect(operations.map(({ operation }: { operation: string }) => operation)).toEqual(
      face.operations.map(({ id }) => id),
    )
    for (const [place, { problems = [] }] of face.operations.entries())
      expect(operations[place].codes.missing).toEqual([...new Set(problems.map(({ code }) => code))])
  }
  const refused = await call('GET', '/_sandbox/coverage?api=nobody')
  expect(refused).toMatchObject({ status: 400, body: { detail: expect.stringContaining("'nobody' is no API") } })
})
