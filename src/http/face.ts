import type { $ZodType } from 'zod/v4/core'
import type { Finding } from '../kernel/finding.ts'
import type { Problem } from '../kernel/problem.ts'
import type { Authentication } from './credentials/authentication.ts'
import type { Words } from './document/words.ts'
import type { Exchange } from './exchange.ts'
import type { Operation } from './operation.ts'

/** What went wrong, before an API words it. */
export type Failure =
  | { kind: 'refused'; problems: readonly Problem[]; detail: string | undefined }
  | { kind: 'invalid'; issues: Issue[] }
  | { kind: 'http'; status: number; message: string }

/** A part of a request that does not fit its schema; `path` as in `body.customerData.dualFlag`. */
export type Issue = { path: string; message: string }

/** An answer in an API's words, before it is text. */
export type Answer = { status: number; body: unknown; headers?: Record<string, string> }

/** One API as callers see it: where it lives, what it offers, how it words success and failure. */
export type Face = {
  /** As catalogue and faults name it. */
  name: string
  /** As in `/openapi/{documentName}.json`; the name unless said. */
  documentName?: string
  /** The document below `docs/contracts/` that its sources mean by `contract`. */
  contract?: string
  title: string
  version: string
  description: string
  basePaths: string[]
  /** Paths that are this API's even where no operation is, so that it words the 404. */
  owns: string[]
  operations: Operation[]
  /** Largest body it reads, in bytes. */
  maxBody: number
  /** The control plane: its requests are not simulated, so neither counted nor run in a transaction. */
  control?: boolean
  /** The header that carries the caller's correlation id, in lower case. */
  correlationHeader?: string
  /** What is remarked where a request of an operation that demands it does not carry it; frozen, as it is shared. */
  uncorrelated?(operation: Operation): Readonly<Finding> | undefined
  /** Whether the correlation id is sent back in the same header. */
  echoesCorrelation?: boolean
  /** The status for a body of another media type. */
  wrongMediaType: 400 | 415
  /** The caller's identity as its credentials state it, e.g. an api key. */
  credential?(header: (name: string) => string | undefined): string | undefined
  /** What it demands of its callers' credentials; nothing unless said. */
  authentication?: Authentication
  success(output: unknown, operation: Operation, exchange: Exchange): unknown
  failure(failure: Failure, exchange: Exchange, operation?: Operation): Answer
  /** What the document says beyond the operations' own schemas. */
  documented?: Documented
}

/** Every refusal that an operation of a face can answer with: its own, and those of its caller's credentials. */
export const problemsOf = ({ authentication }: Face, { anonymous, problems = [] }: Operation): Problem[] =>
  authentication && !anonymous ? [...problems, ...authentication.problems] : problems

export type Documented = {
  /** What is said of members and tags; read when a document is first asked for. */
  words?(): Promise<Words>
  /** The body of a success, around what the operation answers; just that unless said. */
  success?(response: $ZodType, operation: Operation): $ZodType
  /** The body of a failure. */
  failure(operation: Operation): { schema: $ZodType; mediaType?: string }
  /** Failures by status that are no problems which the operation declares. */
  failures?(operation: Operation): { [status: number]: string | undefined }
  /** Headers that every operation takes, beside those that it reads itself. */
  headers?: Record<string, $ZodType>
  /** Ways to authenticate, as OpenAPI describes them. */
  credentials?: Record<string, Credentials>
  /** Which of them an operation takes, one entry for each way; an empty one where `relaxed` takes any or none. */
  security?(operation: Operation): Record<string, string[]>[]
}

type Credentials = { description: string } & (
  | { type: 'apiKey'; in: 'header'; name: string }
  | { type: 'http'; scheme: 'basic' | 'bearer' }
  | { type: 'oauth2'; flows: { clientCredentials: { tokenUrl: string; scopes: Record<string, string> } } }
)
