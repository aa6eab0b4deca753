import { setTimeout as wait } from 'node:timers/promises'
import type { Answered } from '../harness.ts'

export type Call = (method: string, path: string, body?: unknown, headers?: Record<string, string>) => Promise<Answered>

/** Arms a fault; gives its id. */
export async function armed(call: Call, fault: object): Promise<string> {
  const answer = await call('POST', '/_sandbox/faults', fault)
  if (answer.status !== 200) throw new Error(answer.text)
  return answer.body.id
}

/** Waits until so many requests are held. */
export async function untilHeld(call: Call, count: number): Promise<{ id: string; operation: string }[]> {
  for (let looked = 0; looked < 500; looked++) {
    const { held } = (await call('GET', '/_sandbox/faults')).body
    if (held.length === count) return held
    await wait(2)
  }
  throw new Error(`never ${count} held`)
}
