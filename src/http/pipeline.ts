import type { Context } from 'hono'
import { isNotLoaded, whenLoaded } from '../kernel/lazy.ts'
import { heedLimits } from '../kernel/limits/heed.ts'
import type { Workspaces } from '../kernel/workspaces.ts'
import { type Body, mostOf, NO_BODY, readBody, refuseStatedLength } from './body.ts'
import { refuseBadAddress } from './escapes.ts'
import type { Exchange } from './exchange.ts'
import type { Failure } from './face.ts'
import { failureOf, RequestFailed } from './failure.ts'
import { type Encounter, meet } from './faults/encounter.ts'
import type { Admitted } from './guard.ts'
import { headersOf } from './headers.ts'
import { keepAnswer, recallAnswer } from './idempotency.ts'
import { queryOf, readParameters, textOf, validateBody } from './input.ts'
import type { LogEntry } from './log-entry.ts'
import { open } from './opening.ts'
import type { Operation } from './operation.ts'
import { type Answering, type Reply, refusal, send, success } from './reply.ts'
import type { Route } from './route.ts'
import { SentBody } from './sent-values.ts'
import { unknownMembers, unknownParameters } from './unknown-names.ts'

/** What answering takes, beside the request. */
export type Services = {
  workspaces: Workspaces
  /** Whether every success is held against its schema: on in tests and development. */
  checkResponses: boolean
  log(entry: LogEntry): void
  /** Told of errors that are ours. */
  report(error: unknown): void
  admitted: Admitted
}

/** The way of every request to an operation, in order. */
export async function serve(c: Context, route: Route, services: Services): Promise<Response> {
  const { face, operation } = route
  const opened = open(c, route, services.workspaces)
  const exchange = opened instanceof Promise ? await opened : opened
  try {
    refuseStatedLength(c, mostOf(operation, face))
    refuseBadAddress(c.req.url)
    const correlation = face.correlationHeader
    if (correlation) {
      const id = textOf(correlation, headersOf(c)(correlation) ?? '')
      // Shared by all that lack it, so that it costs nothing to make.
      const missing = id === '' ? face.uncorrelated?.(operation) : undefined
      if (missing) exchange.findings.push(missing)
    }
    const query = queryOf(c.req.url)
    for (const finding of unknownParameters(query, route.parameters, route.places)) exchange.remark(finding)
    const { parameters, masked } = readParameters(c, route, query)
    exchange.remarkCards(masked)
    exchange.query = parameters.query
    const body = operation.body ? await readBody(c, operation, face) : NO_BODY
    exchange.body = body.text
    const known = exchange.findings.length
    const met = face.control ? undefined : meet(c, route, exchange, { parameters, body })
    // From here to the reply a simulated request waits for nothing, so no other one comes between.
    const carryOut = () =>
      whenLoaded(() => {
        exchange.findings.length = known
        if (!face.control)
          return send(c, simulate(route, exchange, parameters, body, services, met), exchange, route, services)
        const replied = control(route, exchange, parameters, body, services)
        return replied.then((reply) => send(c, reply, exchange, route, services))
      })
    const done = met ? met.through(carryOut) : carryOut()
    return done instanceof Promise ? await done : done
  } catch (error) {
    return send(c, fail(error, route, exchange, services), exchange, route, services)
  } finally {
    services.workspaces.end(exchange.workspace)
  }
}

/** The way of a request for which no operation runs: an unknown path, a wrong method, a body too large. */
export async function serveFailure(
  c: Context,
  answering: Answering,
  failure: Failure,
  services: Services,
): Promise<Response> {
  const exchange = await open(c, answering, services.workspaces)
  services.workspaces.end(exchange.workspace)
  const reply = fail(new RequestFailed(failure), answering, exchange, services)
  return send(c, reply, exchange, answering, services)
}

type Parameters = ReturnType<typeof readParameters>['parameters']

function replay(exchange: Exchange, operation: Operation, parameters: Parameters, { text }: Body) {
  const key = operation.idempotencyKey?.(exchange.workspace, parameters)
  const kept = key === undefined ? undefined : recallAnswer(exchange.workspace, key, text, exchange.correlationId)
  return kept && { status: kept.status, text: kept.body, headers: { 'X-Sandbox-Replayed': 'true' } }
}

/** Carries a simulated request out: takes its turn, and has it from here to its reply. */
function simulate(
  route: Route,
  exchange: Exchange,
  parameters: Parameters,
  body: Body,
  services: Services,
  met: Encounter | undefined,
): Reply {
  const { workspace } = exchange
  workspace.findings = exchange.findings
  workspace.trace = exchange.trace
  const attempt = () => {
    try {
      return replay(exchange, route.operation, parameters, body) ?? run(route, exchange, parameters, body, services)
    } catch (error) {
      if (isNotLoaded(error)) throw error
      return fail(error, route, exchange, services)
    }
  }
  try {
    return exchange.carryOut(met ? () => met.turn(attempt) : attempt)
  } catch (error) {
    exchange.withdraw()
    throw error
  } finally {
    workspace.trace = undefined
  }
}

function run(route: Route, exchange: Exchange, parameters: Parameters, body: Body, services: Services): Reply {
  const { operation } = route
  const { workspace } = exchange
  const input = inputOf(route, exchange, parameters, body)
  return workspace.transaction(() => {
    const reply = success(route, exchange, operation.run(workspace, input, exchange), services.checkResponses)
    const key = operation.idempotencyKey?.(workspace, parameters)
    if (key !== undefined) keepAnswer(workspace, key, body.text, { ...reply, correlationId: exchange.correlationId })
    return reply
  })
}

async function control(
  route: Route,
  exchange: Exchange,
  parameters: Parameters,
  body: Body,
  { checkResponses }: Services,
): Promise<Reply> {
  const input = inputOf(route, exchange, parameters, body)
  const { workspace } = exchange
  workspace.findings = exchange.findings
  const { operation } = route
  const work = () => operation.run(workspace, input, exchange)
  const output = await (exchange.isStep && !operation.waitsFirst ? exchange.carryOut(work) : work())
  return success(route, exchange, output, checkResponses)
}

function inputOf({ operation, members, places }: Route, exchange: Exchange, parameters: Parameters, body: Body) {
  if (!operation.body) return { ...parameters, body: undefined }
  const value = body.read()
  const { masked, issues } = new SentBody(value, members)
  exchange.remarkCards(masked)
  // Before the body is judged: what is missing may only be misspelt.
  if (members) for (const finding of unknownMembers(value, members, places)) exchange.remark(finding)
  if (issues.length) throw new RequestFailed({ kind: 'invalid', issues })
  const read = validateBody(value, operation)
  if (operation.limits) heedLimits(exchange.workspace, operation.limits, read)
  return { ...parameters, body: read }
}

function fail(error: unknown, answering: Answering, exchange: Exchange, { report }: Services): Reply {
  const failure = failureOf(error)
  if (failure.kind === 'http' && failure.status === 500) report(error)
  return refusal(failure, answering, exchange)
}
