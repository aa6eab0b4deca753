import { expect, test } from 'vitest'
import { isThorough } from '../runs.ts'
import { again } from './course.ts'
import { House } from './house.ts'
import type { Move, Trouble } from './move.ts'
import { recorded } from './recorded.ts'
import { Simulation } from './simulation.ts'
import { inTime } from './time.ts'

const house = await House.open({ withCooks: false })

const ask = async (method: string, path: string, body?: object): Promise<Move> => ({
  does: 'ask',
  world: 'a',
  asked: await recorded(method, `/_sandbox${path}`, body),
})
const [change, imported, removal] = await Promise.all([
  ask('POST', '/clock/advance', { by: 'P1D' }),
  ask('PUT', '/workspaces/a', { from: 'b' }),
  ask('DELETE', '/workspaces/a'),
])
const written: Move = { does: 'wait', ms: 5000 }
/** Without a file, with lines alone, with a state file alone, with both, with lines of which the first is a whole state. */
const BEFORES: Move[][] = [
  [],
  [change],
  [change, written],
  [change, written, change],
  [change, written, imported, change],
]

const broken = async (moves: Move[], sync: boolean): Promise<string | undefined> => {
  return (await inTime((time) => Simulation.along(again(moves), house, time, { sync }))).broken?.message
}

const TROUBLES: Trouble[] = ['fails', 'falls short', 'dies within', 'dies after', 'takes long']

test('a workspace is taken away wholly or not at all, whichever write goes wrong, and what is made then is kept', async () => {
  for (const [index, before] of BEFORES.entries())
    for (const how of TROUBLES)
      for (let after = 0; after < 7; after++) {
        const moves: Move[] = [...before, { does: 'trouble', after, how }, removal, change, { does: 'kill' }]
        for (const sync of isThorough ? [true, false] : [after % 2 === index % 2])
          expect(await broken(moves, sync), `${how} after ${after}, ${index}, ${sync}`).toBeUndefined()
      }
})

test('a removal that was answered outlasts a power cut where lines do, and one that was refused leaves the world', async () => {
  for (const [index, before] of BEFORES.entries())
    for (const how of ['fails', 'dies after', undefined] as const)
      for (let after = 0; after < 5; after++) {
        const trouble: Move[] = how ? [{ does: 'trouble', after, how }] : []
        const cut: Move = { does: 'cut', chance: after }
        const moves: Move[] = [...before, { does: 'stop' }, ...trouble, removal, cut, change, cut]
        for (const sync of isThorough ? [true, false] : [after % 2 === index % 2])
          expect(await broken(moves, sync), `${how} after ${after}, ${index}, ${sync}`).toBeUndefined()
      }
})
