import type { Context } from 'hono'
import { parse } from 'zod/v4/core'
import { jsonText } from '../kernel/json-text.ts'
import type { Exchange } from './exchange.ts'
import type { Face, Failure } from './face.ts'
import { headerValue } from './headers.ts'
import type { LogEntry } from './log-entry.ts'
import type { Operation } from './operation.ts'

/** An answer as text, and the rule it follows from when it is a refusal. */
export type Reply = {
  status: number
  text: string
  headers?: Record<string, string> | undefined
  rule?: string | undefined
}

/** Who answers; no operation where none runs. */
export type Answering = { face: Face; operation?: Operation }

/** What an operation has answered, in the words of its face. With `check` it throws where that does not fit its schema. */
export function success(
  { face, operation }: Required<Answering>,
  exchange: Exchange,
  output: unknown,
  check: boolean,
): Reply {
  if (check) parse(operation.response, output)
  const { produces } = operation
  if (produces) {
    const headers = { 'Content-Type': `${produces.mediaType}; charset=utf-8`, ...produces.headers }
    return { status: 200, text: output as string, headers }
  }
  return { status: 200, text: jsonText(face.success(output, operation, exchange)) }
}

/** A failure in the words of the face. */
export function refusal(failure: Failure, { face, operation }: Answering, exchange: Exchange): Reply {
  const { status, body, headers } = face.failure(failure, exchange, operation)
  const rule = failure.kind === 'refused' ? failure.problems.map((problem) => problem.code).join(', ') : undefined
  return { status, text: jsonText(body), headers, rule }
}

/** Sends a reply, with what the sandbox says of it in headers, and logs it. */
export function send(
  c: Context,
  reply: Reply,
  exchange: Exchange,
  { face, operation }: Answering,
  log: (entry: LogEntry) => void,
): Response {
  const { workspace } = exchange
  const headers: Record<string, string> = { 'Content-Type': 'application/json', ...reply.headers }
  const findings = exchange.findings.length
  if (!face.control) {
    headers['X-Sandbox-Workspace'] = workspace.name
    if (operation) headers['X-Sandbox-Operation'] = operation.id
    if (reply.rule) headers['X-Sandbox-Rule'] = reply.rule
    if (findings) headers['X-Sandbox-Findings'] = String(findings)
    if (face.echoesCorrelation && face.correlationHeader)
      headers[face.correlationHeader] = headerValue(exchange.correlationId)
  }
  log({
    method: c.req.method,
    path: c.req.path,
    status: reply.status,
    durationMs: exchange.durationMs,
    workspace: workspace.name,
    ...(operation && { operation: operation.id }),
    ...(reply.rule && { rule: reply.rule }),
    ...(findings && { findings }),
  })
  return new Response(reply.text, { status: reply.status, headers })
}
