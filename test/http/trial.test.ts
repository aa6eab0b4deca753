import { expect, test } from 'vitest'
import { customerAdd } from '../../src/apis/first-vision/operations/customer-add/operation.ts'
import { tryOut } from '../../src/http/trial.ts'
import { Workspace } from '../../src/kernel/workspaces/workspace.ts'
import { startOf } from '../harness.ts'

test('a request that is tried out stays what it was, as does the world', async () => {
  const workspace = new Workspace('w', await startOf('quickstart'))
  const sent = { params: {}, query: {}, headers: {}, body: customerAdd.example?.body }
  const [before, digest] = [structuredClone(sent), workspace.digest()]
  expect(tryOut(workspace, [{ operation: customerAdd, sent }]).against).toEqual([])
  expect(sent).toEqual(before)
  expect(workspace.digest()).toBe(digest)
})
