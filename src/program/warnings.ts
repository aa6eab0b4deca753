import type { Server } from 'node:http'
import { type AddressInfo, BlockList } from 'node:net'
import type { ScenarioLibrary } from '../kernel/scenario/library.ts'
import type { StartOptions } from './options.ts'

/** What works and may not be meant, once it listens: who may reach it, and scenario files that cannot be used. */
export async function warningsOf(server: Server, { scenarios, adminToken }: StartOptions, library: ScenarioLibrary) {
  const { address, family } = server.address() as AddressInfo
  const wide = `it listens on ${address}: whoever reaches this machine may use it; --host 127.0.0.1 keeps it to itself, --admin-token its control plane`
  const unusable =
    scenarios === undefined ? [] : await (await import('./scenario-folder.ts')).unusableIn(scenarios, library)
  return [...(isLoopback(address, family) || adminToken !== undefined ? [] : [wide]), ...unusable]
}

function isLoopback(address: string, family: string): boolean {
  const loopback = new BlockList()
  loopback.addSubnet('127.0.0.0', 8, 'ipv4')
  loopback.addAddress('::1', 'ipv6')
  return loopback.check(address, family === 'IPv6' ? 'ipv6' : 'ipv4')
}
