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
