import { expect, test } from 'vitest'
import { keepAnswer, recallAnswer } from '../../src/http/answers/idempotency.ts'
import { Base } from '../../src/kernel/states/base.ts'
import { Workspace } from '../../src/kernel/workspaces/workspace.ts'

function workspaceOf() {
  const base = new Base({ scenario: 'test', seed: 1, counters: {}, tables: {} })
  return new Workspace('test', { base, clock: 'real', auth: 'relaxed', limits: {} })
}

test('the first answer under a key is recalled, with a finding when the body is another', () => {
  const workspace = workspaceOf()
  expect(recallAnswer(workspace, 'key', 'one')).toBeUndefined()
  keepAnswer(workspace, 'key', 'one', { status: 200, text: 'first' })
  expect(recallAnswer(workspace, 'key', 'one')).toMatchObject({ status: 200, body: 'first' })
  expect(workspace.findings).toEqual([])
  expect(recallAnswer(workspace, 'key', 'another')).toMatchObject({ body: 'first' })
  expect(workspace.findings).toMatchObject([{ kind: 'idempotency-key-reused' }])
})

test('the last ten thousand keys are kept, and nothing of those before', () => {
  const workspace = workspaceOf()
  for (let i = 1; i <= 10_003; i++) keepAnswer(workspace, `key ${i}`, 'body', { status: 200, text: `answer ${i}` })
  expect(recallAnswer(workspace, 'key 3', 'body')).toBeUndefined()
  expect(recallAnswer(workspace, 'key 4', 'body')).toMatchObject({ body: 'answer 4' })
  expect(recallAnswer(workspace, 'key 10003', 'body')).toMatchObject({ body: 'answer 10003' })
  expect(workspace.changes.table('http.answers').rows.size).toBe(10_000)
})
