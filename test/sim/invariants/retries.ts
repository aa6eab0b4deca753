import { faults } from '../../../src/kernel/faults/faults.ts'
import type { House } from '../house.ts'
import type { Done, Invariant } from '../invariant.ts'

/** What puts a world's past away: kept answers may go with it. */
const TURNING = /^\/_sandbox\/(reset|state|scenarios\/|snapshots\/.*\/restore|workspaces\/)/

export const retries: Invariant = {
  name: 'a request that is sent again under its id makes nothing a second time, and has the same answer',
  watch: () => {
    /** The answers of each world that a retry must have. */
    const granted = new Map<string, Map<string, string>>()
    let losses = 0
    return {
      step(done, { main, house, twin }) {
        const { request, answer, before, after } = done
        const { asked, world } = request
        if (twin.losses !== losses || (TURNING.test(asked.path) && asked.method !== 'GET')) granted.clear()
        losses = twin.losses
        const state = main.get(world)
        if (!isRepeatable(done, house) || !state || faults(state).size) return undefined
        const known = granted.get(world) ?? new Map<string, string>()
        granted.set(world, known)
        const key = JSON.stringify(asked)
        const first = known.get(key)
        known.set(key, answer.text)
        if (first === undefined) return undefined
        if (first !== answer.text) return `${answer.text}\n  instead of ${first}`
        return before === after ? undefined : `the digest ${before} became ${after}`
      },
    }
  },
}

function isRepeatable({ request: { asked }, answer: { status, headers } }: Done, { cooks }: House): boolean {
  const id = headers.get('x-sandbox-operation')
  const operation = cooks.find(({ documented }) => documented.operation.id === id)?.documented.operation
  return status === 200 && asked.headers['wl-correlation-id'] !== undefined && operation?.idempotencyKey !== undefined
}
