import { expect, test } from 'vitest'
import { again } from './course.ts'
import { House } from './house.ts'
import type { Move } from './move.ts'
import { recorded } from './recorded.ts'
import { Simulation } from './simulation.ts'
import { inTime } from './time.ts'

const house = await House.open({ withCooks: false })

const change: Move = {
  does: 'ask',
  world: 'a',
  asked: await recorded('POST', '/_sandbox/clock/advance', { by: 'P1D' }),
}
const wait = (ms: number): Move => ({ does: 'wait', ms })

const broken = async (moves: Move[]): Promise<string | undefined> => {
  return (await inTime((time) => Simulation.along(again(moves), house, time, { sync: true }))).broken?.message
}

test('a line that is added while the file is written whole stays, though an earlier write went wrong', async () => {
  for (let fails = 0; fails < 10; fails++)
    for (let late = 0; late < 4; late++) {
      const failed: Move[] = [change, { does: 'trouble', after: fails, how: 'fails' }, wait(1500), wait(5000)]
      const during: Move[] = [change, { does: 'trouble', after: late, how: 'takes long' }, wait(1100), change]
      const moves: Move[] = [...failed, ...during, wait(5000), { does: 'kill' }, change, { does: 'kill' }]
      expect(await broken(moves), `${fails} writes on, ${late}`).toBeUndefined()
    }
})

test('a line that a process had not synced as it died outlasts a power cut, once another one has read it', async () => {
  for (let after = 0; after < 6; after++) {
    const cut: Move = { does: 'cut', chance: after }
    const moves: Move[] = [{ does: 'trouble', after, how: 'dies after' }, change, cut, change, cut]
    expect(await broken(moves), `dies after ${after}`).toBeUndefined()
  }
})
