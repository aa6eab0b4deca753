import { sha256 } from '../kernel/canonical.ts'
import { table } from '../kernel/table.ts'
import type { Workspace } from '../kernel/workspace.ts'

/** The first success under a key. `request` is the digest of the body it answered, `body` the answer's text. */
type KeptAnswer = { id: string; number: string; request: string; status: number; body: string }

const answers = table<KeptAnswer>()({ name: 'http.answers', hidden: true, indexes: { number: (row) => row.number } })

/** How many answers a workspace keeps (decision Idempotency). */
const KEPT = 10_000

/** The kept answer, with a finding when this request's body is not the one it answered. */
export function recallAnswer(workspace: Workspace, key: string, requestBody: string): KeptAnswer | undefined {
  const kept = answers(workspace).get(key)
  if (kept && kept.request !== sha256(requestBody))
    workspace.remark({
      kind: 'idempotency-key-reused',
      message: 'this correlation id was used before with another body; the first answer is given again',
    })
  return kept
}

export function keepAnswer(workspace: Workspace, key: string, requestBody: string, status: number, body: string) {
  const number = workspace.counters.next('http.answers')
  answers(workspace).put({ id: key, number: String(number), request: sha256(requestBody), status, body })
  const oldest = answers(workspace).one('number', String(number - KEPT))
  if (oldest) answers(workspace).remove(oldest.id)
}
