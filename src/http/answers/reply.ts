import type { Context } from 'hono'
import { parse } from 'zod/v4/core'
import type { Finding } from '../../kernel/finding.ts'
import { jsonText } from '../../kernel/text/json-text.ts'
import { DEFAULT_WORKSPACE } from '../../kernel/workspaces/workspace-name.ts'
import type { Workspaces } from '../../kernel/workspaces/workspaces.ts'
import type { Exchange } from '../exchange.ts'
import type { Face, Failure } from '../face.ts'
import { unanswered } from '../faults/connection.ts'
import { faultText } from '../faults/told.ts'
import type { Operation } from '../operation.ts'
import { record } from '../recording.ts'
import { headerValue } from '../requests/headers.ts'
import type { LogEntry } from '../server/log-entry.ts'
import { byWeight, headerOf, worded } from './finding-text.ts'

/** An answer as text (of status 0 where nothing is answered), and the rule it follows from when it is a refusal. */
export type Reply = {
  status: number
  text: string
  /** What is sent in place of the text, as it comes. */
  stream?: ReadableStream
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
  const { produces } = operation
  const stream = output instanceof ReadableStream ? output : undefined
  if (check && !stream) parse(operation.response, output)
  if (produces) {
    const headers = { 'Content-Type': `${produces.mediaType}; charset=utf-8`, ...produces.headers }
    return stream ? { status: 200, text: '', stream, headers } : { status: 200, text: output as string, headers }
  }
  if (stream) return { status: 200, text: '', stream }
  return { status: 200, text: jsonText(face.success(output, operation, exchange)) }
}

/** A failure in the words of the face. */
export function refusal(failure: Failure, { face, operation }: Answering, exchange: Exchange): Reply {
  const { status, body, headers } = face.failure(failure, exchange, operation)
  if (failure.kind === 'refused') exchange.trace.refused = failure.problems
  const rule = failure.kind === 'refused' ? failure.problems.map((problem) => problem.code).join(', ') : undefined
  return { status, text: jsonText(body), headers, rule }
}

/** What the sandbox says of a simulated answer, beside its body; findings with the weightiest first. */
function remarksOn(
  reply: Reply,
  exchange: Exchange,
  { face, operation }: Answering,
  { findings, isKept }: { findings: readonly Finding[]; isKept: boolean },
) {
  const { workspace } = exchange
  const headers: Record<string, string> = { 'X-Sandbox-Workspace': workspace.name }
  if (operation) headers['X-Sandbox-Operation'] = operation.id
  if (reply.rule) headers['X-Sandbox-Rule'] = reply.rule
  if (exchange.fault) headers['X-Sandbox-Fault'] = faultText(exchange.fault)
  if (isKept) headers['X-Sandbox-Request'] = String(exchange.number)
  const [told] = findings
  if (told) {
    headers['X-Sandbox-Findings'] = String(findings.length)
    headers['X-Sandbox-Finding'] = headerOf(told)
  }
  if (isKept && (told || exchange.fault || reply.status >= 400)) headers['X-Sandbox-Explain'] = explanationOf(exchange)
  if (face.echoesCorrelation && face.correlationHeader)
    headers[face.correlationHeader] = headerValue(exchange.correlationId)
  return headers
}

/** Where an answer is explained: always in its world, however that was named. */
function explanationOf({ workspace: { name }, number }: Exchange): string {
  return `${name === DEFAULT_WORKSPACE ? '' : `/w/${name}`}/_sandbox/requests/${number}/explain`
}

/** Sends a reply, with what the sandbox says of it in headers, keeps it among the steps, and logs it. */
export function send(
  c: Context,
  reply: Reply,
  exchange: Exchange,
  answering: Answering,
  { log, workspaces }: { log(entry: LogEntry): void; workspaces: Workspaces },
): Response {
  const { face, operation } = answering
  const { workspace, fault } = exchange
  const findings = byWeight(exchange.findings)
  // A world that goes with its request keeps nothing, and none what was asked of it before its last reset.
  const isKept = exchange.isStep && workspaces.get(workspace.name) === workspace && exchange.isOfThisNumbering
  const headers: Record<string, string> = { 'Content-Type': 'application/json', ...reply.headers }
  if (!face.control) Object.assign(headers, remarksOn(reply, exchange, answering, { findings, isKept }))
  if (isKept) record(c, answering, exchange, reply, headers)
  if (isKept && operation && !face.control)
    workspace.journal.tally.count(face.name, operation.id, reply.status, exchange.trace.refused)
  log({
    method: c.req.method,
    path: c.req.path,
    status: reply.status,
    durationMs: exchange.durationMs,
    workspace: workspace.name,
    api: face.name,
    ...(operation && { operation: operation.id }),
    ...(reply.rule && { rule: reply.rule }),
    ...(findings.length && { findings: findings.map(worded) }),
    ...(fault && { fault: faultText(fault) }),
  })
  if (reply.status === 0) return unanswered()
  return new Response(reply.stream ?? reply.text, { status: reply.status, headers })
}
