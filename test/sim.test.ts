import { expect, test } from 'vitest'
import { House } from './sim/house.ts'
import { countingMarkers, marked } from './sim/markers.ts'
import { reportOf, simulated } from './sim/seeds.ts'

// `npm run sim -- --seed 1 --seeds 2000 --steps 40` looks further, by hand.
const SEEDS = 200
const STEPS = 10

/** In milliseconds: for hanging, not for being slow. */
const PATIENCE = 300_000

test(
  'whatever worlds are asked and whatever befalls disk and process, all that holds of them holds',
  async () => {
    const house = await House.open()
    const counts = new Map<string, number>()
    await countingMarkers(counts, async () => {
      for (let seed = 1; seed <= SEEDS; seed++) {
        const failure = await simulated(seed, STEPS, house)
        expect(failure && (await reportOf(seed, STEPS, failure, house))).toBeUndefined()
      }
    })
    // Marks and those who count them have to do with each other.
    expect([...marked().keys()]).toEqual(expect.arrayContaining([...counts.keys()]))
    expect(counts.size).toBeGreaterThan(5)
  },
  PATIENCE,
)
