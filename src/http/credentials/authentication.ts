import type { Finding } from '../../kernel/finding.ts'
import type { Check } from '../../kernel/journal/step.ts'
import { type Problem, Refusal } from '../../kernel/problem.ts'
import type { Workspace } from '../../kernel/workspaces/workspace.ts'
import type { Answering } from '../answers/reply.ts'
import type { Exchange } from '../exchange.ts'
import type { ReadHeader } from '../requests/headers.ts'

/** Kinds of findings on what relaxed authentication lets pass, and strict refuses (decision Authentication). */
export const CREDENTIAL_FINDINGS = [
  'missing-credentials',
  'unknown-client',
  'other-client',
  'unknown-token',
  'expired-token',
  'not-permitted',
  'incomplete-signature',
  'stale-signature',
  'wrong-signature',
] as const

/** A reason to turn a caller away, the finding that it is where everybody is let in, and what sets it right. */
export type CredentialProblem = Problem & { finding: Finding; remedy: string }

/** Words a credential problem: its finding is made once, as most requests to a relaxed sandbox have one. */
export const credentialProblem = (
  problem: Problem,
  { kind, path, remedy }: { kind: (typeof CREDENTIAL_FINDINGS)[number]; path: string; remedy: string },
): CredentialProblem => ({
  ...problem,
  remedy,
  finding: Object.freeze({ kind, message: `${problem.message}; strict: ${problem.status}; ${remedy}`, path }),
})

/** A request as far as credentials go. */
export type Approach = {
  header: ReadHeader
  /** As routed: without the workspace's prefix and the query. */
  path: string
  /** The body as it was sent; undefined where it could not be read. */
  body: string | undefined
  /** The workspace's time, in milliseconds since the epoch. */
  at: number
}

/** Something that is demanded of a claim: what a caller says of itself, with what is on file about it. */
export type Demand<Claim> = {
  problem: CredentialProblem
  /** Whether it is looked at; always unless said. */
  applies?(claim: Claim): boolean
  isMet(claim: Claim): boolean
  /** What a claim that does not meet it should have held, as far as that may be told: never a secret. */
  expected?(claim: Claim): string
}

/** What came of a caller's credentials: the first demand that they do not meet, if any, and the checks that were made. */
type Judgement = { objection: CredentialProblem | undefined; checks(isTolerated: boolean): Check[] }

export type Authentication = {
  /** Every refusal, in the order in which they are looked for. */
  problems: readonly CredentialProblem[]
  judge(workspace: Workspace, approach: Approach): Judgement
  /** The signature that its client would make for a request, where requests may be signed. */
  signature?(workspace: Workspace, approach: Omit<Approach, 'at'>): string | undefined
  /** The signature that a client with this secret makes for a request, where requests may be signed. */
  sign?(secret: string, approach: Omit<Approach, 'at'>): string
}

/** Authentication by demands that are made one after the other, until one is not met. */
export const authentication = <Claim>(
  claimOf: (workspace: Workspace, approach: Approach) => Claim,
  demands: readonly Demand<Claim>[],
): Authentication => ({
  problems: demands.map(({ problem }) => problem),
  judge: (workspace, approach) => {
    const claim = claimOf(workspace, approach)
    const made: Demand<Claim>[] = []
    for (const demand of demands) {
      if (demand.applies && !demand.applies(claim)) continue
      if (!demand.isMet(claim)) return failed(made, demand, demand.expected?.(claim))
      made.push(demand)
    }
    return { objection: undefined, checks: () => made.map(passed) }
  },
})

const passed = ({ problem }: { problem: Problem }): Check => ({ problem, refused: false })

/** What is expected is told at once, so that no request is kept for it. */
function failed(
  made: { problem: Problem }[],
  { problem }: { problem: CredentialProblem },
  expected?: string,
): Judgement {
  const checks = (tolerated: boolean): Check[] => [
    ...made.map(passed),
    { problem, refused: !tolerated, tolerated, expected, remedy: problem.remedy },
  ]
  return { objection: problem, checks }
}

/**
 * Holds a request against what its face demands of its callers. Where the workspace is relaxed it only remarks on what
 * strict refuses.
 * @throws Refusal
 */
export function authenticate(
  { face, operation }: Answering,
  exchange: Exchange,
  header: ReadHeader,
  body: string | undefined,
): void {
  if (!face.authentication || !operation || operation.anonymous) return
  const { workspace, path, at, trace, findings } = exchange
  const { objection, checks } = face.authentication.judge(workspace, { header, path, body, at })
  const isTolerated = workspace.auth === 'relaxed'
  trace.checked.push(() => checks(isTolerated))
  if (!objection) return
  if (!isTolerated) throw new Refusal([objection])
  findings.push(objection.finding)
}
