import type { Context } from 'hono'
import { parse } from 'zod/v4/core'
import { Refusal } from '../kernel/problem.ts'
import { Unavailable } from '../kernel/unavailable.ts'
import type { Workspace } from '../kernel/workspace.ts'
import type { Workspaces } from '../kernel/workspaces.ts'
import { Exchange } from './exchange.ts'
import type { Answer, Face, Failure } from './face.ts'
import { headersOf } from './headers.ts'
import { keepAnswer, recallAnswer } from './idempotency.ts'
import { BadRequest, decodeBody, queryOf, readBody, readParameters, validateBody } from './input.ts'
import { locate } from './locate.ts'
import { type Members, unknownMembers, unknownParameters } from './members.ts'
import type { Operation } from './operation.ts'

/** One line for the log of requests. `path` is as sent, without the query; no workspace and time where nobody answers. */
export type LogEntry = {
  method: string
  path: string
  status: number
  durationMs?: number
  workspace?: string
  operation?: string
  rule?: string
  findings?: number
}

export type Services = {
  workspaces: Workspaces
  /** Whether every success is held against its schema: on in tests and development. */
  checkResponses: boolean
  log(entry: LogEntry): void
  /** Told of errors that are ours. */
  report(error: unknown): void
}

/** A route: an operation of a face, the parameters its query may have, and the members of its body. */
export type Route = { face: Face; operation: Operation; parameters: Members; members: Members | undefined }

/** Who answers; no operation where none runs. */
type Answering = { face: Face; operation?: Operation }

/** The way of every request to an operation, in order. */
export async function serve(c: Context, route: Route, services: Services): Promise<Response> {
  const { face, operation } = route
  const opened = open(c, face, services.workspaces, operation.worldless)
  const exchange = opened instanceof Promise ? await opened : opened
  const { workspace } = exchange
  let reply: Reply
  try {
    const query = queryOf(c.req.url)
    exchange.findings.push(...unknownParameters(query, route.parameters))
    const parameters = readParameters(c, operation, query)
    exchange.query = parameters.query
    const text = operation.body ? await readBody(c, operation, face) : ''
    // From here to the reply a simulated request waits for nothing, so no other one comes between.
    workspace.findings = exchange.findings
    const perform = face.control ? control : simulate
    const done =
      replay(workspace, operation, parameters, text) ??
      perform(route, exchange, parameters, text, services.checkResponses)
    reply = done instanceof Promise ? await done : done
  } catch (error) {
    reply = failureReply(error, route, exchange, services.report)
  } finally {
    services.workspaces.end(workspace)
  }
  return respond(c, reply, exchange, route, services)
}

/** Answers where no operation runs: an unknown path, a wrong method, a body too large. */
export async function serveFailure(
  c: Context,
  answering: Answering,
  failure: Failure,
  services: Services,
): Promise<Response> {
  const exchange = await open(c, answering.face, services.workspaces, true)
  services.workspaces.end(exchange.workspace)
  const reply = failureReply(new BadRequest(failure), answering, exchange, services.report)
  return respond(c, reply, exchange, answering, services)
}

/** An answer as text, and the rule it follows from when it is a refusal. */
type Reply = { status: number; text: string; headers?: Record<string, string> | undefined; rule?: string | undefined }

type Parameters = ReturnType<typeof readParameters>

/** Waits only for a workspace that is not in memory; what needs none makes none. */
function open(c: Context, face: Face, workspaces: Workspaces, worldless = false): Exchange | Promise<Exchange> {
  const header = headersOf(c)
  const begin = (workspace: Workspace): Exchange => {
    workspaces.begin(workspace)
    const correlationId = face.correlationHeader && header(face.correlationHeader)
    return new Exchange(workspace, face.control ? 0 : ++workspace.requests, c.req.path, correlationId)
  }
  const name = locate(c.req.url, header, face)
  const found = worldless ? workspaces.passing(name) : workspaces.use(name)
  return found instanceof Promise ? found.then(begin) : begin(found)
}

function replay(workspace: Workspace, operation: Operation, parameters: Parameters, text: string) {
  const key = operation.idempotencyKey?.(workspace, parameters)
  const kept = key === undefined ? undefined : recallAnswer(workspace, key, text)
  return kept && { status: kept.status, text: kept.body, headers: { 'X-Sandbox-Replayed': 'true' } }
}

function simulate(route: Route, exchange: Exchange, parameters: Parameters, text: string, check: boolean): Reply {
  const { operation } = route
  const { workspace } = exchange
  const input = inputOf(route, exchange, parameters, text)
  return workspace.transaction(() => {
    const reply = success(route, exchange, operation.run(workspace, input, exchange), check)
    const key = operation.idempotencyKey?.(workspace, parameters)
    if (key !== undefined) keepAnswer(workspace, key, text, reply.status, reply.text)
    return reply
  })
}

async function control(route: Route, exchange: Exchange, parameters: Parameters, text: string, check: boolean) {
  const input = inputOf(route, exchange, parameters, text)
  return success(route, exchange, await route.operation.run(exchange.workspace, input, exchange), check)
}

function inputOf({ operation, members }: Route, { workspace }: Exchange, parameters: Parameters, text: string) {
  const value = decodeBody(text, operation)
  // Before the body is judged: what is missing may only be misspelt.
  if (members) for (const finding of unknownMembers(value, members)) workspace.remark(finding)
  return { ...parameters, body: validateBody(value, operation) }
}

function success({ face, operation }: Route, exchange: Exchange, output: unknown, check: boolean): Reply {
  if (check) parse(operation.response, output)
  return { status: 200, text: JSON.stringify(face.success(output, operation, exchange)) }
}

function failureReply(
  error: unknown,
  { face, operation }: Answering,
  exchange: Exchange,
  report: (error: unknown) => void,
): Reply {
  const failure = failureOf(error)
  if (failure.kind === 'http' && failure.status === 500) report(error)
  const { status, body, headers }: Answer = face.failure(failure, exchange, operation)
  const rule = failure.kind === 'refused' ? failure.problems.map((problem) => problem.code).join(', ') : undefined
  return { status, text: JSON.stringify(body), headers, rule }
}

function failureOf(error: unknown): Failure {
  if (error instanceof Refusal) return { kind: 'refused', problems: error.problems, detail: error.detail }
  if (error instanceof BadRequest) return error.failure
  if (error instanceof Unavailable) return { kind: 'http', status: 503, message: error.message }
  return { kind: 'http', status: 500, message: 'the sandbox failed; its log says why' }
}

function respond(
  c: Context,
  reply: Reply,
  exchange: Exchange,
  { face, operation }: Answering,
  services: Services,
): Response {
  const { workspace } = exchange
  const headers: Record<string, string> = { 'Content-Type': 'application/json', ...reply.headers }
  const findings = exchange.findings.length
  if (!face.control) {
    headers['X-Sandbox-Workspace'] = workspace.name
    if (operation) headers['X-Sandbox-Operation'] = operation.id
    if (reply.rule) headers['X-Sandbox-Rule'] = reply.rule
    if (findings) headers['X-Sandbox-Findings'] = String(findings)
    if (face.echoesCorrelation && face.correlationHeader) headers[face.correlationHeader] = exchange.correlationId
  }
  services.log({
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
