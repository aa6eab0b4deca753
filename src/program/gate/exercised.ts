import { Complaint } from '../../kernel/complaint.ts'
import { type Asked, addressOf, ask } from '../ask.ts'

const PATIENCE_MS = 10_000

/** What a running sandbox says was exercised: as `GET /_sandbox/coverage` has it. */
export type Coverage = {
  operations: Operation[]
  requests: number
  share: number
  totals: Record<'operations' | 'codes', { reached: number; of: number; share: number }>
}

export type Operation = {
  api: string
  operation: string
  requests: number
  statuses: Record<string, number>
  exercised: boolean
  codes: { reached: string[]; missing: string[] }
}

/** @throws Complaint where no sandbox answers at this address, or it refuses */
export async function exercised({ api, token, ...where }: Asked & { api?: string }): Promise<Coverage> {
  const address = addressOf(where, `coverage${api === undefined ? '' : `?api=${encodeURIComponent(api)}`}`)
  const { ok, said, reason } = await ask<Coverage>(address, { patience: PATIENCE_MS, token })
  if (ok && said.operations && said.totals) return said as Coverage
  throw new Complaint(`${address} tells no coverage: ${reason}`)
}
