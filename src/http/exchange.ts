import { stopwatch } from '../kernel/clock.ts'
import type { Finding } from '../kernel/finding.ts'
import { maskTexts } from '../kernel/redaction.ts'
import type { Workspace } from '../kernel/workspace.ts'
import { sentPath } from './address.ts'

/** What was asked for: the path as it is routed, the URL as it was sent. */
type Asked = { path: string; url: string }

const LIKE_A_CARD =
  'looks like the number of a real card: its middle digits were replaced before anything was done with it'
const MOST_REMARKS = 50

/** One request being answered, as far as answers depend on it. */
export class Exchange {
  readonly workspace: Workspace
  /** From 1 since the last load or reset; 0 for requests that are not counted. */
  readonly number: number
  /** The workspace's time at arrival, in milliseconds since the epoch. */
  readonly at: number
  readonly findings: Finding[] = []
  /** As routed: without the workspace's prefix and the query. */
  readonly path: string
  readonly #url: string
  /** The query as the operation's schema has read it; undefined before, and where the operation takes none. */
  query: unknown
  /** Where this answer is, and the page after it, for faces that say so. */
  links: { self: string; next?: string } | undefined
  readonly #elapsed = stopwatch()
  readonly #correlationId: string | undefined

  constructor(workspace: Workspace, number: number, { path, url }: Asked, correlationId: string | undefined) {
    this.workspace = workspace
    this.number = number
    this.path = path
    this.#url = url
    this.at = workspace.clock.now()
    this.#correlationId = correlationId
  }

  /** The path as the caller sent it, as answers tell where they are. */
  get address(): string {
    return sentPath(this.#url)
  }

  /** The caller's, or one that repeats after a reset. */
  get correlationId(): string {
    return this.#correlationId || this.workspace.correlationId(this.number)
  }

  remark(finding: Finding): void {
    this.findings.push(maskTexts(finding))
  }

  /** Remarks on numbers that look like those of real cards, and were masked where they stood. */
  remarkCards(paths: string[]): void {
    for (const path of paths.slice(0, MOST_REMARKS)) this.remark({ kind: 'card-number', message: LIKE_A_CARD, path })
  }

  /** Whole milliseconds so far; 0 while time is frozen, so that answers repeat to the byte. */
  get timeTakenMs(): number {
    return this.workspace.clock.mode === 'frozen' ? 0 : Math.round(this.durationMs)
  }

  /** Real milliseconds so far: for logs, never for answers. */
  get durationMs(): number {
    return this.#elapsed()
  }
}
