// What ten thousand people take, each time in a process that was just started.
import { execFileSync } from 'node:child_process'
import { median } from './median.mjs'
import { send } from './requests.mjs'
import { start } from './server.mjs'

const SANDBOX = ['dist/main.js', '--memory', '--log', 'silent']
const LOAD = { path: '/_sandbox/scenarios/large-portfolio/load', method: 'POST' }
const ROUNDS = 5

const made = () => JSON.parse(execFileSync(process.execPath, ['bench/portfolio-made.mjs'], { encoding: 'utf8' }))

/** Loads them as users do, as the first thing that a server is asked for. */
const loaded = async () => {
  const server = await start(SANDBOX)
  const began = performance.now()
  await send(server.url, LOAD)
  const loading = performance.now() - began
  const resident = server.residentMb()
  await server.stop()
  return { loading, resident }
}

/** Rows of the table: what, seen, aim. */
export const portfolio = async () => {
  const rounds = []
  for (let i = 0; i < ROUNDS; i++) rounds.push({ ...made(), ...(await loaded()) })
  const seen = (which, digits) => median(rounds.map((round) => round[which])).toFixed(digits)
  return [
    ['portfolio of 10,000 people made, ms', seen('making', 0), 'at most 1,000'],
    ['the most memory by then, MB', seen('peak', 0), 'under 160'],
    ['its reset after 1,000 changes, ms', seen('reset', 1), 'under 5'],
    ['a workspace on it, ms', seen('workspace', 3), 'under 1'],
    ['1,000 workspaces with a change, MB', seen('workspaces', 0), 'under 100'],
    ['large-portfolio loaded by a server, ms', seen('loading', 0), 'at most 1,000'],
    ['resident after that, MB', seen('resident', 0), 'under 160'],
  ]
}
