import { maskCards } from '../../kernel/masking/redaction.ts'

/**
 * One line for the log of requests. `path` is as routed, without workspace and query; no workspace and time where nobody
 * answers.
 */
export type LogEntry = {
  method: string
  path: string
  status: number
  durationMs?: number
  workspace?: string
  api?: string
  operation?: string
  rule?: string
  /** What was remarked on the request, in words. */
  findings?: string[]
  /** What a fault did to it, as the header that asks for one has it; the status is 0 where it left no answer. */
  fault?: string
}

/** An entry as it may be kept: what a caller wrote is masked, member by member, as looking for them costs more than that. */
export const maskedEntry = (entry: LogEntry): LogEntry => ({
  ...entry,
  method: maskCards(entry.method),
  path: maskCards(entry.path),
  ...(entry.workspace && { workspace: maskCards(entry.workspace) }),
  ...(entry.rule && { rule: maskCards(entry.rule) }),
  ...(entry.findings && { findings: entry.findings.map(maskCards) }),
  ...(entry.fault && { fault: maskCards(entry.fault) }),
})
