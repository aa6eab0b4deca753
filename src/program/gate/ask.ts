import { Complaint } from '../../kernel/complaint.ts'

const TIMEOUT_MS = 10_000

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

export type Asked = { url: string; workspace?: string; api?: string; token?: string }

/** @throws Complaint where no sandbox answers at this address, or it refuses */
export async function ask({ url, workspace, api, token }: Asked): Promise<Coverage> {
  const base = url.replace(/\/+$/, '') + (workspace === undefined ? '' : `/w/${workspace}`)
  const address = `${base}/_sandbox/coverage${api === undefined ? '' : `?api=${encodeURIComponent(api)}`}`
  const response = await fetch(address, {
    headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
    signal: AbortSignal.timeout(TIMEOUT_MS),
  }).catch((error: Error) => {
    const { code } = (error.cause ?? error) as NodeJS.ErrnoException
    throw new Complaint(`${address} does not answer (${code ?? error.message})`)
  })
  const said = (await response.json().catch(() => ({}))) as Partial<Coverage> & { detail?: string }
  if (response.ok && said.operations && said.totals) return said as Coverage
  throw new Complaint(`${address} tells no coverage: ${said.detail ?? `status ${response.status}`}`)
}
