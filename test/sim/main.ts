import { Command, InvalidArgumentError } from 'commander'
import { House } from './house.ts'
import { countingMarkers, marked } from './markers.ts'
import { reportOf, simulated } from './seeds.ts'

// npm run sim -- --seed 1 --seeds 2000 --steps 40

/** So many seeds meet every branch that is marked, or something is wrong with workload or mark. */
const MANY = 1000

const whole = (least: number) => (text: string) => {
  if (/^\d+$/.test(text) && Number(text) >= least) return Number(text)
  throw new InvalidArgumentError(`It has to be a whole number of at least ${least}.`)
}

const { seed, seeds, steps } = new Command('npm run sim --')
  .description('Plays made-up days of the sandbox, its disk failing, and holds what comes of them against its laws.')
  .option('--seed <number>', 'the first seed', whole(0), 1)
  .option('--seeds <number>', 'how many of them', whole(1), 1)
  .option('--steps <number>', 'how long each day is', whole(1), 40)
  .parse()
  .opts<{ seed: number; seeds: number; steps: number }>()

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
