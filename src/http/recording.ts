import type { IncomingMessage } from 'node:http'
import type { Context } from 'hono'
import type { Step } from '../kernel/journal/step.ts'
import { maskCards } from '../kernel/masking/redaction.ts'
import { shortened } from '../kernel/text/shortened.ts'
import type { Answering, Reply } from './answers/reply.ts'
import { withoutSecretHeaders, withoutSecrets } from './credentials/secrets.ts'
import type { Exchange } from './exchange.ts'

/** Keeps an exchange among the steps of its workspace: as text, and all of it masked. */
export function record(
  c: Context,
  { face, operation }: Answering,
  exchange: Exchange,
  reply: Reply,
  headers: Record<string, string>,
): void {
  const { workspace, findings, trace } = exchange
  const { parts } = exchange.body
  const step: Omit<Step, 'requestBody' | 'responseBody'> = {
    id: exchange.number,
    kind: face.control ? 'control' : 'request',
    at: workspace.clock.text(exchange.at),
    api: face.name,
    ...(operation && { operation: operation.id }),
    method: c.req.method,
    path: withoutSecrets(exchange.target),
    status: reply.status,
    durationMs: exchange.timeTakenMs,
    ...(face.correlationHeader && { correlationId: exchange.correlationId }),
    ...(reply.rule && { rule: reply.rule }),
    findings,
    ...(exchange.fault && { fault: exchange.fault }),
    requestHeaders: withoutSecretHeaders(sentHeaders(c)),
    responseHeaders: headers,
  }
  workspace.journal.add({
    id: step.id,
    text: maskCards(JSON.stringify(step)),
    ...(parts.some(Boolean) && { requestBody: kept(parts) }),
    responseBody: kept([reply.text]),
    trace: face.control ? undefined : trace,
    // What was not carried out has changed nothing.
    outcome: exchange.outcome ?? workspace.unchanged(exchange.at),
    ...(exchange.aimed && { aimed: exchange.aimed }),
    ...(exchange.isByPath && { byPath: true }),
  })
}

const kept = (parts: readonly string[]): string => maskCards(withoutSecrets(shortened(parts)))

/** Headers by name in lower case; on a socket those that Node has parsed already. */
function sentHeaders(c: Context): Record<string, string> {
  const incoming = (c.env as { incoming?: IncomingMessage } | undefined)?.incoming
  if (!incoming) return Object.fromEntries(c.req.raw.headers)
  return { ...(incoming.headers as Record<string, string>) }
}
