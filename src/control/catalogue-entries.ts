import * as z from 'zod'
import { linksOf, SOURCES } from '../http/answers/citation.ts'
import { requestOf } from '../http/document/sent.ts'
import { type Face, problemsOf } from '../http/face.ts'
import type { Operation } from '../http/operation.ts'
import { isSameOperation } from '../kernel/journal/step-match.ts'
import type { Problem } from '../kernel/problem.ts'

const Example = z.strictObject({
  scenario: z.string(),
  method: z.string(),
  path: z.string(),
  headers: z.record(z.string(), z.string()).optional(),
  body: z.unknown().optional(),
})

/** What the catalogue says of a refusal, wherever it lists it. */
export const described = {
  message: z.string(),
  status: z.int(),
  basis: z.enum(['documented', 'inferred', 'assumed']),
  source: z.string(),
  link: z.string(),
  links: z.array(z.string()),
  trigger: z.strictObject({
    kind: z.enum(['request', 'host', 'shadowed']),
    when: z.string(),
    by: z.string().optional(),
    fault: z
      .strictObject({
        match: z.strictObject({ api: z.string(), operation: z.string() }),
        effect: z.strictObject({ kind: z.literal('error'), code: z.string() }),
      })
      .optional(),
  }),
  example: Example.optional(),
  counterExample: Example.optional(),
}

/** A problem that an operation of an API declares. */
export type Entry = { api: Face; operation: Operation; problem: Problem }

export const entriesOf = (apis: Face[]): Entry[] =>
  apis.flatMap((api) =>
    api.operations.flatMap((operation) => problemsOf(api, operation).map((problem) => ({ api, operation, problem }))),
  )

/** What brings a problem about; a fault does, where no request can. */
function triggerOf({ api, operation, problem: { code, trigger } }: Entry): z.infer<typeof described.trigger> {
  if (trigger.kind === 'request') return trigger
  const match = { api: api.name, operation: operation.id }
  return { ...trigger, fault: { match, effect: { kind: 'error', code } } }
}

export function describe(entry: Entry) {
  const { api, operation, problem } = entry
  const { message, status, basis, source, example } = problem
  const links = linksOf(source, api.contract)
  const counterExample = succeeding(operation)
  return {
    ...{ message, status, basis, source, link: links[0] ?? SOURCES, links },
    trigger: triggerOf(entry),
    ...(example && { example }),
    ...(counterExample && { counterExample }),
  }
}

/** The request of an operation that its document shows first: it succeeds. */
function succeeding(operation: Operation): z.infer<typeof Example> | undefined {
  const { example } = operation
  if (!example) return undefined
  const { path, init } = requestOf(operation, example)
  const { 'content-type': _, ...headers } = init.headers as Record<string, string>
  return {
    ...{ scenario: 'quickstart', method: init.method, path },
    ...(Object.keys(headers).length && { headers }),
    ...(example.body !== undefined && { body: operation.bodyType === 'form' ? init.body : example.body }),
  }
}

/** What entries are chosen by. */
export const filters = {
  api: z.string().optional(),
  operation: z.string().optional(),
  code: z.string().optional(),
  basis: described.basis.optional(),
  q: z.string().optional(),
}

type Filters = z.infer<z.ZodObject<typeof filters>>

export const chosen = (entries: Entry[], { api, operation, code, basis, q }: Filters): Entry[] =>
  entries.filter(
    (entry) =>
      (api === undefined || entry.api.name === api) &&
      (operation === undefined || isSameOperation(entry.operation.id, operation)) &&
      (code === undefined || entry.problem.code === code) &&
      (basis === undefined || entry.problem.basis === basis) &&
      (q === undefined || words(entry).includes(q.toLowerCase())),
  )

const words = ({ operation, problem: { code, message, source, trigger } }: Entry): string =>
  [operation.id, code, message, source, trigger.when].join(' ').toLowerCase()
