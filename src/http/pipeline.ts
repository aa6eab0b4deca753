import type { Context } from 'hono'
import { isNotLoaded, whenLoaded } from '../kernel/lazy.ts'
import { heedLimits } from '../kernel/limits/heed.ts'
import { settled } from '../kernel/settled.ts'
import { Elsewhere, Unreachable } from '../kernel/workspaces/unavailable.ts'
import type { Workspaces } from '../kernel/workspaces/workspaces.ts'
import { refuseBadAddress } from './addresses/escapes.ts'
import { failureOf, RequestFailed } from './answers/failure.ts'
import { keepAnswer, recallAnswer } from './answers/idempotency.ts'
import { type Answering, type Reply, refusal, send, success } from './answers/reply.ts'
import { authenticate } from './credentials/authentication.ts'
import { Exchange } from './exchange.ts'
import type { Failure } from './face.ts'
import { type Encounter, meet } from './faults/encounter.ts'
import { open } from './opening.ts'
import type { Operation } from './operation.ts'
import { type Body, mostOf, readBody, refuseStatedLength } from './requests/body.ts'
import { headersOf, type ReadHeader } from './requests/headers.ts'
import { queryOf, readParameters, refuseMisfits, textOf, validateBody } from './requests/input.ts'
import { SentBody } from './requests/sent-values.ts'
import { unknownMembers, unknownParameters } from './requests/unknown-names.ts'
import type { Route } from './route.ts'
import type { Admitted } from './server/guard.ts'
import type { LogEntry } from './server/log-entry.ts'

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
  const exchange = opened instanceof Promise ? await opened.catch(whyNotThere) : opened
  if (!(exchange instanceof Exchange)) return serveFailure(c, { face }, exchange, services)
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
    const read = readParameters(c, route, query)
    exchange.remarkCards(read.masked)
    exchange.query = read.parameters.query
    const body = operation.body ? await readBody(c, operation, face) : exchange.body
    exchange.body = body
    const sent = { parameters: read.parameters, issues: read.issues, body, header: headersOf(c) }
    const known = exchange.findings.length
    const met = face.control || read.issues.length ? undefined : meet(c, route, exchange, sent)
    // From here to the reply a simulated request waits for nothing, so no other one comes between.
    const carryOut = () =>
      whenLoaded(() => {
        exchange.findings.length = known
        if (!face.control) return sendKept(c, simulate(route, exchange, sent, services, met), exchange, route, services)
        const replied = control(route, exchange, sent, services)
        return replied.then((reply) => send(c, reply, exchange, route, services))
      })
    const done = met ? met.through(carryOut) : carryOut()
    return done instanceof Promise ? await done : done
  } catch (error) {
    const failed = () => fail(unread(error, c, route, exchange), route, exchange, services)
    return send(c, exchange.worded(failed), exchange, route, services)
  } finally {
    services.workspaces.end(exchange.workspace)
  }
}

/** Why the world of a request is not to be had here at present, where its API tells that. */
function whyNotThere(error: unknown): Failure {
  if (error instanceof Elsewhere || error instanceof Unreachable) return failureOf(error)
  throw error
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
  const reply = exchange.worded(() => fail(new RequestFailed(failure), answering, exchange, services))
  return send(c, reply, exchange, answering, services)
}

/** Sends a reply as soon as all that it may tell of is kept: at once, but where keeping takes its time. */
function sendKept(...[c, reply, exchange, route, services]: Parameters<typeof send>): Response | Promise<Response> {
  const { keeping } = exchange.workspace
  const sendNow = () => send(c, reply, exchange, route, services)
  return keeping ? keeping.then(sendNow) : sendNow()
}

/** A request that was read, and is not judged yet. */
type Sent = Omit<ReturnType<typeof readParameters>, 'masked'> & { body: Body; header: ReadHeader }

/** Why a request could not be read, told to who may ask at all. */
function unread(error: unknown, c: Context, route: Route, exchange: Exchange): unknown {
  // Whoever had the turn was judged there.
  if (exchange.trace.checked.length) return error
  try {
    authenticate(route, exchange, headersOf(c), undefined)
    return error
  } catch (refusal) {
    return refusal
  }
}

function replay(exchange: Exchange, operation: Operation, { parameters, body: { text } }: Sent) {
  const key = operation.idempotencyKey?.(exchange.workspace, parameters)
  const kept = key === undefined ? undefined : recallAnswer(exchange.workspace, key, text, exchange.correlationId)
  return kept && { status: kept.status, text: kept.body, headers: { 'X-Sandbox-Replayed': 'true' } }
}

/** Carries a simulated request out: takes its turn, and has it from here to its reply. */
function simulate(route: Route, exchange: Exchange, sent: Sent, services: Services, met: Encounter | undefined): Reply {
  const { workspace } = exchange
  workspace.findings = exchange.findings
  workspace.trace = exchange.trace
  const attempt = () => {
    try {
      authenticate(route, exchange, sent.header, sent.body.text)
      refuseMisfits(sent.issues)
      return replay(exchange, route.operation, sent) ?? run(route, exchange, sent, services)
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

function run(route: Route, exchange: Exchange, sent: Sent, services: Services): Reply {
  const { operation } = route
  const { workspace } = exchange
  const { parameters, body } = sent
  const input = inputOf(route, exchange, sent)
  return workspace.transaction(() => {
    const reply = success(route, exchange, operation.run(workspace, input, exchange), services.checkResponses)
    const key = operation.idempotencyKey?.(workspace, parameters)
    if (key !== undefined) keepAnswer(workspace, key, body.text, { ...reply, correlationId: exchange.correlationId })
    return reply
  })
}

async function control(route: Route, exchange: Exchange, sent: Sent, { checkResponses }: Services): Promise<Reply> {
  refuseMisfits(sent.issues)
  const input = inputOf(route, exchange, sent)
  const { workspace } = exchange
  const { operation } = route
  if (operation.tellsOfAll) await settled(workspace.changes)
  workspace.findings = exchange.findings
  const work = () => operation.run(workspace, input, exchange)
  const output = await (exchange.isStep && !operation.waitsFirst ? exchange.carryOut(work) : work())
  await workspace.keeping
  return success(route, exchange, output, checkResponses)
}

function inputOf({ operation, members, places }: Route, exchange: Exchange, { parameters, body }: Sent) {
  if (!operation.body || operation.readsBody) return parameters
  const value = body.read()
  const { masked, issues, isKnown } = new SentBody(value, members)
  exchange.remarkCards(masked)
  // Before the body is judged: what is missing may only be misspelt.
  if (members && !isKnown) for (const finding of unknownMembers(value, members, places)) exchange.remark(finding)
  refuseMisfits(issues)
  parameters.body = validateBody(value, operation)
  if (operation.limits) heedLimits(exchange.workspace, operation.limits, parameters.body)
  return parameters
}

function fail(error: unknown, answering: Answering, exchange: Exchange, { report }: Services): Reply {
  const failure = failureOf(error)
  if (failure.kind === 'http' && failure.status === 500) report(error)
  return refusal(failure, answering, exchange)
}
