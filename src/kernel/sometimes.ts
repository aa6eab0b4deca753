import { channel } from 'node:diagnostics_channel'

/** Nobody listens but a simulation, which wants to have met every branch that is marked. */
const met = channel('issuer-sandbox.sometimes')

/** Marks a branch that is rarely taken; nothing comes of it. */
export function sometimes(branch: string): void {
  if (met.hasSubscribers) met.publish(branch)
}
