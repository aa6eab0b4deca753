import { parseArgs } from 'node:util'
import { House } from './house.ts'
import { countingMarkers, marked } from './markers.ts'
import { reportOf, simulated } from './seeds.ts'

// npm run sim -- --seed 1 --seeds 2000 --steps 40

/** So many seeds meet every branch that is marked, or something is wrong with workload or mark. */
const MANY = 1000

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    seeds: { type: 'string', default: '1' },
    steps: { type: 'string', default: '40' },
  },
})
const [seed, seeds, steps] = [values.seed, values.seeds, values.steps].map((text) => {
  if (!/^\d+$/.test(text)) throw new Error(`'${text}' is no number`)
  return Number(text)
}) as [number, number, number]

const house = await House.open()
const counts = new Map([...marked().keys()].map((branch) => [branch, 0]))
let failed = 0
await countingMarkers(counts, async () => {
  for (let one = seed; one < seed + seeds; one++) {
    const failure = await simulated(one, steps, house)
    if (!failure) continue
    failed++
    console.log(`${await reportOf(one, steps, failure, house)}\n`)
  }
})
for (const [branch, count] of [...counts].sort(([, one], [, other]) => one - other))
  console.log(`${String(count).padStart(8)}  ${branch}`)
const missing = seeds >= MANY ? [...counts].filter(([, count]) => !count).map(([branch]) => branch) : []
if (missing.length) console.log(`never met: ${missing.join(', ')}`)
console.log(`${seeds} seeds of ${steps} steps, ${failed} failed`)
process.exitCode = failed || missing.length ? 1 : 0
