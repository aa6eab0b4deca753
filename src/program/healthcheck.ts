import { Complaint } from '../kernel/complaint.ts'

const TIMEOUT_MS = 2500

/** @throws Complaint when no sandbox at this address is ready */
export async function healthcheck(host: string, port: number): Promise<void> {
  const url = `http://${reachable(host)}:${port}/_sandbox/health/ready`
  const response = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS) }).catch((error: Error) => {
    const { code } = (error.cause ?? error) as NodeJS.ErrnoException
    throw new Complaint(`${url} does not answer (${code ?? error.message})`)
  })
  const { detail } = (await response.json().catch(() => ({}))) as { detail?: string }
  if (!response.ok) throw new Complaint(`${url} is not ready: ${detail ?? response.status}`)
}

/** An address to connect to, where the one listened on stands for all of them. */
function reachable(host: string): string {
  const address = { '0.0.0.0': '127.0.0.1', '::': '::1' }[host] ?? host
  return address.includes(':') ? `[${address}]` : address
}
