import { maskCards } from '../../kernel/masking/redaction.ts'
import { sometimes } from '../../kernel/sometimes.ts'
import { table } from '../../kernel/tables/table.ts'
import { sha256 } from '../../kernel/text/canonical.ts'
import type { Workspace } from '../../kernel/workspaces/workspace.ts'

/** The first success under a key. `request` is the digest of the body it answered, `body` the answer's text. */
type KeptAnswer = { id: string; number: string; request: string; status: number; body: string }

export const answers = table<KeptAnswer>()({
  name: 'http.answers',
  hidden: true,
  indexes: { number: (row) => row.number },
})

/** How many answers a workspace keeps (decision Idempotency). */
const KEPT = 10_000

/**
 * The kept answer, with a finding when this request's body is not the one it answered. `correlationId` as the caller sent
 * it: one that looks like a card goes back as it came, and is kept masked.
 */
export function recallAnswer(
  workspace: Workspace,
  key: string,
  requestBody: string,
  correlationId = '',
): KeptAnswer | undefined {
  const kept = answers(workspace).get(maskCards(key))
  if (!kept) return undefined
  if (kept.request === hashOf(requestBody)) sometimes('kept answer given again')
  else {
    sometimes('id of a kept answer sent with another body')
    workspace.remark({
      kind: 'idempotency-key-reused',
      message:
        'this correlation id was used before with another body; the first answer is given again: send a new id for another request',
    })
  }
  return { ...kept, body: replaced(kept.body, maskCards(correlationId), correlationId) }
}

/** What there is to keep of an answer: its text is kept masked, as everything is. */
type Given = { status: number; text: string; correlationId?: string }

export function keepAnswer(workspace: Workspace, key: string, requestBody: string, given: Given): void {
  const { status, text, correlationId = '' } = given
  const number = workspace.counters.next('http.answers')
  const body = replaced(text, correlationId, maskCards(correlationId))
  const request = hashOf(requestBody)
  answers(workspace).put({ id: maskCards(key), number: String(number), request, status, body })
  const oldest = answers(workspace).one('number', String(number - KEPT))
  if (oldest) answers(workspace).remove(oldest.id)
}

/** Of what is kept of a body: what was masked in it has made no difference to what was done. */
const hashOf = (body: string): string => sha256(maskCards(body))

const replaced = (json: string, one: string, other: string): string =>
  one === other ? json : json.replaceAll(JSON.stringify(one), () => JSON.stringify(other))
