import { Complaint } from '../kernel/complaint.ts'
import { addressOf, ask } from './ask.ts'

const PATIENCE_MS = 2500

/** @throws Complaint when no sandbox at this address is ready */
export async function healthcheck(host: string, port: number): Promise<void> {
  const url = addressOf({ url: `http://${reachable(host)}:${port}` }, 'health/ready')
  const { ok, reason } = await ask(url, { patience: PATIENCE_MS })
  if (!ok) throw new Complaint(`${url} is not ready: ${reason}`)
}

/** An address to connect to, where the one listened on stands for all of them. */
function reachable(host: string): string {
  const address = { '0.0.0.0': '127.0.0.1', '::': '::1' }[host] ?? host
  return address.includes(':') ? `[${address}]` : address
}
