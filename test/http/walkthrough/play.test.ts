import { expect, test } from 'vitest'
import { differencesIn } from '../../../src/http/walkthrough/differences.ts'
import { type PlayedStep, play, type Send } from '../../../src/http/walkthrough/play.ts'
import type { WalkthroughStep } from '../../../src/kernel/scenario/schema.ts'
import { toySandbox } from '../../toy/sandbox.ts'

test('an answer holds what is expected of it: members left out may be anything, lists are whole', () => {
  const differences = (expected: unknown, actual: unknown) => differencesIn(expected, actual, 'body')
  expect(differences({ a: [{ b: 1 }] }, { a: [{ b: 1, c: 2 }], d: 3 })).toEqual([])
  expect(differences({ a: [{ b: 1 }] }, { a: [{ b: 1 }, {}] })).toEqual([
    { path: 'body.a.length', expected: 1, actual: 2 },
  ])
  expect(differences({ a: [1, 2] }, { a: [1] })).toEqual([{ path: 'body.a.length', expected: 2, actual: 1 }])
  expect(differences({ a: [1, 2] }, { a: [1, 3] })).toEqual([{ path: 'body.a[1]', expected: 2, actual: 3 }])
  expect(differences({ a: null }, {})).toEqual([{ path: 'body.a', expected: null, actual: undefined }])
  expect(differences({ a: { b: '1' } }, { a: { b: 1 } })).toEqual([{ path: 'body.a.b', expected: '1', actual: 1 }])
  for (const [expected, actual] of [
    [{}, 1],
    [{}, []],
    [[], {}],
    [{}, null],
    [{}, undefined],
  ])
    expect(differences({ a: expected }, { a: actual })).toEqual([{ path: 'body.a', expected, actual }])
})

async function playedBy(send: Send, ...walkthrough: WalkthroughStep[]): Promise<PlayedStep[]> {
  const steps: PlayedStep[] = []
  for await (const step of play(walkthrough, send)) steps.push(step)
  return steps
}

/** Plays steps on a shelf of two books. */
async function played(...walkthrough: WalkthroughStep[]): Promise<PlayedStep[]> {
  const { app } = await toySandbox()
  return playedBy((path, init) => app.request(path, init), ...walkthrough)
}

const look = (expect: object): WalkthroughStep => ({
  title: 'Look',
  request: { method: 'GET', path: '/toy/books' },
  expect: { status: 200, ...expect },
})

test('each step tells what was sent and answered, and where that is not what was expected', async () => {
  const [right, wrong, after] = await played(
    look({ body: { data: { count: 2 } } }),
    look({ status: 404, body: { data: { count: 3 } }, headers: { 'X-Sandbox-Rule': 'none' } }),
    look({}),
  )
  expect(right).toMatchObject({ number: 1, title: 'Look', request: { method: 'GET' }, answer: { status: 200 } })
  expect(right?.differences).toEqual([])
  expect(wrong?.differences).toEqual([
    { path: 'status', expected: 404, actual: 200 },
    { path: 'headers.x-sandbox-rule', expected: 'none', actual: null },
    { path: 'body.data.count', expected: 3, actual: 2 },
  ])
  expect(after?.differences).toEqual([])
})

test('the clock moves as a step says, and a move that is refused is a difference', async () => {
  const [there, back] = await played(
    { title: 'On', advance: { by: 'P1D' } },
    { title: 'Back', advance: { to: '1999-01-01T00:00:00Z' } },
  )
  expect(there?.answer.body).toMatchObject({ now: '2026-03-03T09:00:00.000Z' })
  expect(there?.differences).toEqual([])
  expect(back?.differences).toEqual([{ path: 'status', expected: 200, actual: 400 }])
})

test('an answer that is cut is the difference of its step, and the next one is played', async () => {
  const text = '{"data":{"count":2,"bo'
  const cut = () => new Response(text, { headers: { 'content-type': 'application/json' } })
  const steps = await playedBy(cut, look({}), look({ body: { data: {} } }), look({ body: text }))
  const broken = { path: 'body', expected: 'JSON, as its Content-Type says', actual: text }
  expect(steps.map(({ differences }) => differences)).toEqual([[broken], [broken], []])
})
