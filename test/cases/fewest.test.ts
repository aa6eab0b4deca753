import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Bindings } from '../../src/cases/bindings.ts'
import type { CaseStep } from '../../src/cases/case.ts'
import { fewest } from '../../src/cases/fewest.ts'
import { Minted } from '../../src/cases/minted.ts'

test('what is left is enough, and no item of it can be left out', async () => {
  const whole = Array.from({ length: 60 }, (_, index) => index)
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(fc.nat({ max: 59 }), { maxLength: 6 }), async (needed) => {
      const isEnough = async (part: number[]) => needed.every((one) => part.includes(one))
      expect(await fewest(whole, isEnough)).toEqual(needed.toSorted((a, b) => a - b))
    }),
  )
})

const step = (number: number, digest: string, path: string, body: object): CaseStep => ({
  ...{ step: number, kind: 'request', at: '2026-03-02T09:00:00.000Z', system: 0, durationMs: 0, digest },
  request: { method: 'GET', path, headers: {} },
  answer: { status: 200, headers: {}, body: JSON.stringify(body) },
})

test('a value is made up by the step that changed something and showed it first', () => {
  const minted = new Minted([
    step(1, 'a', '/read', { seen: 'OLD1' }),
    step(2, 'b', '/create/SENT1', { id: '00012345', echo: 'SENT1', on: '2026-03-02' }),
    step(3, 'b', '/read', { id: '00012345', other: 'READ1' }),
    step(4, 'c', '/create', { id: '00012346' }),
  ])
  expect(['00012345', '12345', '00012346'].map((token) => minted.has(token))).toEqual([true, true, true])
  expect(['SENT1', '2026-03-02', 'READ1'].map((token) => minted.has(token))).toEqual([false, false, false])
  expect(minted.makersOf({ method: 'GET', path: '/x/12345', headers: { id: '00012346' } })).toEqual([2, 4])
})

test('made-up values are put into later requests, with zeros before them and without, all at once', () => {
  const bindings = new Bindings({ has: (token) => token !== 'KEPT1' })
  const pair = (then: object, now: object) => bindings.pair(step(1, 'a', '/', then), step(1, 'a', '/', now))
  pair({ id: '00012346', link: '/x/REF-7', note: 'KEPT1' }, { id: '00012345', link: '/x/REF-5', note: 'OTHER1' })
  pair({ id: '00012347' }, { id: '00012346' })
  pair({ id: '00012347' }, { id: '00099999' })
  expect(
    bindings.bound({
      ...{ method: 'POST', path: '/a/12346?b=00012347', headers: { key: 'REF-7' } },
      body: '{"one":"00012346","other":12347,"kept":"KEPT1","longer":"000123460"}',
    }),
  ).toEqual({
    ...{ method: 'POST', path: '/a/12345?b=00012346', headers: { key: 'REF-5' } },
    body: '{"one":"00012345","other":12346,"kept":"KEPT1","longer":"000123460"}',
  })
})
