import type { $ZodType } from 'zod/v4/core'
import type { ApiLimits } from '../kernel/limits/profile.ts'
import type { Problem } from '../kernel/problem.ts'
import type { Workspace } from '../kernel/workspaces/workspace.ts'
import type { Exchange } from './exchange.ts'

/** A schema seen only as the two types it carries. Constraining to all of ZodType makes tsc several times slower. */
type Carries<Input, Output> = { _zod: { input: Input; output: Output } }

export type Method = 'get' | 'post' | 'put' | 'patch' | 'delete'

/** A request by its parts, before they are text. A path takes of `params` those that it has. */
export type Sent = {
  params?: Record<string, string>
  query?: Record<string, string | number | boolean | string[]>
  headers?: Record<string, string | number>
  body?: unknown
}

/** What the rest of the program sees: an operation with its types forgotten. */
export type Operation = {
  /** The platform's own name, e.g. `Customer Add`, `createAddress`. */
  id: string
  method: Method
  /** Below the face's base path, parameters in braces: `/customer/{accountNumber}`. */
  path: string
  /** Further paths that mean the same. */
  aliases?: string[]
  summary: string
  description?: string
  tag?: string
  /** Where it is described, as `contract 4.4` or `decision Dates`: the place that the document links to. */
  source: string
  params?: $ZodType
  query?: $ZodType
  /** Names as they are documented; they are read in any case. */
  headers?: $ZodType
  body?: $ZodType
  /** The media type of the body; JSON unless said. */
  bodyType?: 'json' | 'form'
  /** Whether the body may be left out; it counts as an empty object then. */
  bodyOptional?: boolean
  /** Whether it reads its body by itself, from the text of the exchange, as that may be long: the schema is for the document. */
  readsBody?: boolean
  /** Largest body it takes, in bytes; what its face says unless said. */
  maxBody?: number
  response: $ZodType
  /** How a success is sent where it is no JSON: a text of this media type, at once or as it comes, with these headers. */
  produces?: { mediaType: string; headers?: Record<string, string> }
  /** Every refusal that this operation can answer with. */
  problems?: Problem[]
  /** What the texts of its body are held against before it runs, as far as a workspace has chosen it; its problems are its own. */
  limits?: ApiLimits
  /** Whether it changes the world that it is asked of, though it is the control plane's: it is a step like a request. */
  changesWorld?: boolean
  /** Whether it waits before it changes the world: then it calls `exchange.carryOut` itself. */
  waitsFirst?: boolean
  /** Whether it tells what all of the world came to: then what was written is looked at before, while others go on. */
  tellsOfAll?: boolean
  /** Whether it is about no workspace, but the process or all of them: it makes none, and is answered in any case. */
  worldless?: boolean
  /** Whether it demands none of the credentials that its face demands, as it gives them out. */
  anonymous?: boolean
  /** A request that succeeds on a fresh `quickstart`: alone, or after the examples of the operations that it names. */
  example?: Sent & { after?: string[] }
  /** Whether this operation is meant, where two share a path; `basePath` is the one of its face that was asked. */
  when?(header: (name: string) => string | undefined, basePath: string): boolean
  /** The key under which the first success is kept and replayed; none, and the request always runs. */
  // biome-ignore lint/suspicious/noExplicitAny: types are forgotten here, `operation` keeps them
  idempotencyKey?(workspace: Workspace, input: any): string | undefined
  // biome-ignore lint/suspicious/noExplicitAny: types are forgotten here, `operation` keeps them
  run(workspace: Workspace, input: any, exchange: Exchange): unknown
}

export type Input<P, Q, H, B> = { params: P; query: Q; headers: H; body: B }

type Schemas = 'params' | 'query' | 'headers' | 'body' | 'response' | 'idempotencyKey' | 'run'

export type Contract<P, Q, H, B, R> = Omit<Operation, Schemas> & {
  params?: Carries<unknown, P>
  query?: Carries<unknown, Q>
  headers?: Carries<unknown, H>
  body?: Carries<unknown, B>
  response: Carries<R, unknown>
  idempotencyKey?(workspace: Workspace, input: Omit<Input<P, Q, H, B>, 'body'>): string | undefined
}

/** `operation(contract).handle(behaviour)`: two steps, so that the schemas are fixed before the behaviour is typed. */
export const operation = <P = undefined, Q = undefined, H = undefined, B = undefined, R = unknown>(
  contract: Contract<P, Q, H, B, R>,
) => ({
  handle: (
    run: (
      workspace: Workspace,
      input: Input<P, Q, H, B>,
      exchange: Exchange,
    ) => R | ReadableStream | Promise<R | ReadableStream>,
  ) => ({ ...contract, ...problemsOf(contract), run }) as unknown as Operation,
})

/** With those of its limits. */
const problemsOf = ({ problems = [], limits }: Pick<Operation, 'problems' | 'limits'>) =>
  limits && { problems: [...problems, ...Object.values(limits.problems)] }
