import { Complaint } from '../kernel/complaint.ts'

/** Which sandbox that runs is asked, of which of its workspaces, and with what token, if any. */
export type Asked = { url: string; workspace?: string; token?: string }

/** What a sandbox said, as far as it can be read, and why that is no success. */
type Said<T> = { ok: boolean; said: Partial<T>; reason: string }

/** An address of the control plane of a workspace. */
export const addressOf = ({ url, workspace }: Asked, path: string): string =>
  `${url.replace(/\/+$/, '')}${workspace === undefined ? '' : `/w/${workspace}`}/_sandbox/${path}`

/** Asks a sandbox that runs, for so many milliseconds at most. @throws Complaint where nobody answers */
export async function ask<T>(
  address: string,
  { patience, token, body }: { patience: number; token?: string | undefined; body?: object },
): Promise<Said<T>> {
  const response = await fetch(address, {
    ...(body && { method: 'POST', body: JSON.stringify(body) }),
    headers: {
      ...(body && { 'content-type': 'application/json' }),
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
    },
    signal: AbortSignal.timeout(patience),
  }).catch((error: Error) => {
    const { code } = (error.cause ?? error) as NodeJS.ErrnoException
    throw new Complaint(`${address} does not answer (${code ?? error.message})`)
  })
  const said = (await response.json().catch(() => ({}))) as Partial<T> & { detail?: string }
  return { ok: response.ok, said, reason: said.detail ?? `status ${response.status}` }
}
