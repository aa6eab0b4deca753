import { expect, test } from 'vitest'
import { createAddress } from '../cases/session.ts'
import { again } from './course.ts'
import { House } from './house.ts'
import { minimal } from './minimal.ts'
import type { Move } from './move.ts'
import { recorded } from './recorded.ts'
import { type Conditions, Simulation } from './simulation.ts'
import { inTime } from './time.ts'
import { SURVIVAL } from './twin.ts'

const house = await House.open({ withCooks: false })
const CONDITIONS: Conditions = { sync: false }

const run = (moves: Move[], more: Partial<Conditions> = {}) =>
  inTime((time) => Simulation.along(again(moves), house, time, { ...CONDITIONS, ...more }))

const ask = async (...sent: Parameters<typeof recorded>): Promise<Move> => ({
  does: 'ask',
  world: 'a',
  asked: await recorded(...sent),
})
const address = ask(...createAddress('SECOND_POSTAL_ADDRESS'))
const other = ask(...createAddress('HEAD_OFFICE'))
const moved = ask('POST', '/_sandbox/clock/advance', { by: 'P1D' })
const read = ask('GET', '/_sandbox/digest')

/** What a store reads that numbers neither its lines nor the state file by them: it plays all lines there are. */
function withoutNumbers(path: string, bytes: Buffer): Buffer {
  const text = String(bytes)
  if (path.endsWith('.json')) return Buffer.from(text.replace(/"line": *\d+/, '"line":0'))
  let number = 0
  return Buffer.from(text.replaceAll(/^\{"line":\d+/gm, () => `{"line":${++number}`))
}

test('a store is caught that plays lines again which its state file holds', async () => {
  const snapshot = (method: string, suffix = '') => ask(method, `/_sandbox/snapshots/s1${suffix}`)
  const before = await Promise.all([other, snapshot('PUT')])
  const session = await Promise.all([address, snapshot('POST', '/restore'), snapshot('DELETE')])
  /** It dies at each of the writes by which the state file takes the place of the lines. */
  const deaths = Array.from({ length: 9 }, (_, after): Move[] => [
    ...before,
    { does: 'wait', ms: 5000 },
    ...session,
    { does: 'trouble', after, how: 'dies after' },
    { does: 'wait', ms: 5000 },
    { does: 'kill' },
  ])
  const broken = async (more?: Partial<Conditions>) => {
    const found: string[] = []
    for (const moves of deaths) found.push((await run(moves, more)).broken?.message ?? 'whole')
    return found
  }
  expect(new Set(await broken())).toEqual(new Set(['whole']))
  expect((await broken({ reads: withoutNumbers })).join()).toContain('restores a snapshot that it does not hold')
})

test('a store is caught that answers before it has written, and few moves show it', async () => {
  const lost = (path: string, bytes: Buffer) => (path.endsWith('.jsonl') ? lastLineOff(bytes) : bytes)
  const moves = [await read, await moved, await read, await address, await read, { does: 'kill' } as const, await read]
  const { broken, moves: made } = await run(moves, { reads: lost })
  expect(broken?.invariant).toBe(SURVIVAL)
  if (!broken) return
  const few = await minimal({ moves: made, broken, conditions: { ...CONDITIONS, reads: lost } }, house)
  expect(few.moves).toContainEqual(await address)
  expect(few.moves.length).toBeLessThan(3)
})

const lastLineOff = (bytes: Buffer): Buffer => bytes.subarray(0, bytes.subarray(0, -1).lastIndexOf('\n') + 1)
