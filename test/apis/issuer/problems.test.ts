import { expect, test } from 'vitest'
import { problemsOf } from '../../../src/http/face.ts'
import type { Example, Problem } from '../../../src/kernel/problem.ts'
import { sandbox, sandboxAndInsides } from '../../harness.ts'

const made = await sandboxAndInsides()
const face = made.faces.find(({ name }) => name === 'issuer')
if (!face) throw new Error('no such API')
const problems = new Map<string, { problem: Problem; operations: string[] }>()
const declared = face.operations.flatMap((operation) =>
  problemsOf(face, operation).map((problem) => ({ id: operation.id, problem })),
)
for (const { id, problem } of declared) {
  const known = problems.get(problem.code)
  if (known) known.operations.push(id)
  else problems.set(problem.code, { problem, operations: [id] })
}

const PHRASES: Record<number, string> = { 400: 'Bad request', 401: 'Unauthorized', 403: 'Forbidden', 404: 'Not found' }

const send = ({ scenario, method, path, headers, body }: Example) =>
  sandbox({ scenario }).then(async (fresh) => {
    const before = fresh.workspaces.get('default')?.digest()
    const answer = await fresh.call(method, path, body, headers)
    return { ...answer, changed: before !== fresh.workspaces.get('default')?.digest() }
  })

test('a rule has one name and one declaration', () => {
  expect(new Set(declared.map(({ problem }) => problem)).size).toBe(problems.size)
  expect(problems.size).toBeGreaterThanOrEqual(21)
})

test.each([...problems.values()])(
  'the example of $problem.code is refused by it and changes nothing',
  async ({ problem, operations }) => {
    expect(problem.trigger.kind).toBe('request')
    const { status, headers, body, changed } = await send(problem.example as Example)
    expect(status).toBe(problem.status)
    expect(headers.get('x-sandbox-rule')).toBe(problem.code)
    expect(operations).toContain(headers.get('x-sandbox-operation'))
    expect(changed).toBe(false)
    if (operations.includes('accessToken')) {
      expect(Object.keys(body)).toEqual(['error', 'error_description'])
      return
    }
    expect(Object.keys(body)).toEqual(['responseMetadata'])
    const phrase = PHRASES[problem.status] ?? expect.fail()
    expect(body.responseMetadata).toStrictEqual({
      correlationId: expect.any(String),
      responseDateTime: expect.stringMatching(/^2026-03-02T(10:00:00\.000\+0100|09:00:00\.000\+0000)$/),
      statusCode: problem.status,
      statusMessage: expect.stringMatching(new RegExp(`^${phrase}: .`)),
    })
  },
)
