import { expect, test } from 'vitest'
import { again } from './course.ts'
import { House } from './house.ts'
import type { Move, Trouble } from './move.ts'
import { recorded } from './recorded.ts'
import { Simulation } from './simulation.ts'
import { inTime } from './time.ts'

const house = await House.open()

const ask = async (method: string, path: string, body?: object): Promise<Move> => ({
  does: 'ask',
  world: 'a',
  asked: await recorded(method, `/_sandbox${path}`, body),
})

const TROUBLES: Trouble[] = ['fails', 'falls short', 'dies within', 'dies after', 'takes long']

test('a workspace is taken away wholly or not at all, whichever write goes wrong, and what is made then is kept', async () => {
  const [change, removal] = await Promise.all([
    ask('POST', '/clock/advance', { by: 'P1D' }),
    ask('DELETE', '/workspaces/a'),
  ])
  const written: Move = { does: 'wait', ms: 5000 }
  // Without a file, with lines alone, with a state file alone, with both.
  const befores: Move[][] = [[], [change], [change, written], [change, written, change]]
  for (const before of befores)
    for (const how of TROUBLES)
      for (let after = 0; after < 5; after++) {
        const moves: Move[] = [...before, { does: 'trouble', after, how }, removal, change, { does: 'kill' }]
        const conditions = { chosen: 'b', sync: false } as const
        const { broken } = await inTime((time) => Simulation.along(again(moves), house, time, conditions))
        expect(broken?.message, `${how} after ${after}, ${before.length} moves before`).toBeUndefined()
      }
})
