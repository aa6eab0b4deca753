import type { Exchange } from '../../../http/exchange.ts'
import type { Contract } from '../../../http/operation.ts'
import type { Workspace } from '../../../kernel/workspaces/workspace.ts'

/** An operation but for where it stands. */
export type Behaviour<Q, B, R> = Omit<
  Contract<unknown, Q, unknown, B, R>,
  'id' | 'path' | 'params' | 'headers' | 'idempotencyKey'
>

/** `idempotent`: a retry under the same correlation id is answered as before. */
export type Repeatable<Q, B, R> = Behaviour<Q, B, R> & { idempotent?: boolean }

/** What a behaviour does with the record that its path names. */
export type Handler<Of, Q, B, R> = (workspace: Workspace, of: Of, input: { query: Q; body: B }, exchange: Exchange) => R
