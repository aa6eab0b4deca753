// `npm run bench`: how the sandbox compares to a bare Hono server, measured side by side in one run.
import { openSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { median } from './median.mjs'
import { portfolio } from './portfolio.mjs'
import { addressRead, bareCreate, bareRead, customerAdd, customerAddWhole, measure, send } from './requests.mjs'
import { scale } from './scale.mjs'
import { start } from './server.mjs'

const BARE = ['bench/bare-server.mjs']
const SANDBOX = ['dist/main.js', '--memory', '--log', 'silent']
const LOGGING = ['dist/main.js', '--memory', '--log', 'json']
const LOG = join(tmpdir(), `bench-${process.pid}.log`)
const STARTS = 9
const SECONDS = 4
const ROUNDS = 3

/** What is asked first of a server that was just started: of the issuer's API, and of First Vision's. */
const FIRST = { issuer: [bareRead, addressRead], firstVision: [bareRead, customerAdd] }

/** Milliseconds from the start of a process to ready and to its first answer, megabytes resident at both. */
const startUp = async () => {
  const seen = { ready: [], issuer: [], firstVision: [] }
  const times = { bare: structuredClone(seen), sandbox: structuredClone(seen) }
  const resident = structuredClone(seen)
  for (let i = 0; i < STARTS; i++)
    for (const [api, [bareRequest, sandboxRequest]] of Object.entries(FIRST))
      for (const [who, command, request] of [
        ['bare', BARE, bareRequest],
        ['sandbox', SANDBOX, sandboxRequest],
      ]) {
        const server = await start(command)
        times[who].ready.push(server.startMs)
        if (who === 'sandbox') resident.ready.push(server.residentMb())
        await send(server.url, request)
        times[who][api].push(server.sinceStart())
        if (who === 'sandbox') resident[api].push(server.residentMb())
        await server.stop()
      }
  return { times, resident }
}

/** Requests a second of both, in turns, so that a noisy moment hits both alike. */
const throughput = async (bareRequest, sandboxRequest, sandboxCommand = SANDBOX) => {
  const bare = []
  const sandbox = []
  for (let i = 0; i < ROUNDS; i++)
    for (const [command, request, rates] of [
      [BARE, bareRequest, bare],
      [sandboxCommand, sandboxRequest, sandbox],
    ]) {
      const server = await start(command, { output: command === LOGGING ? openSync(LOG, 'w') : 'ignore' })
      rates.push(await measure(server.url, request, SECONDS))
      await server.stop()
    }
  return { bare: median(bare), sandbox: median(sandbox) }
}

const whole = (value) => Math.round(value).toLocaleString('en')
const row = (what, bare, sandbox, ratio, aim) =>
  console.log([what.padEnd(62), bare.padStart(10), sandbox.padStart(10), ratio.padStart(8), aim].join('  '))

row('', 'bare Hono', 'sandbox', 'ratio', 'aim')
const { times, resident } = await startUp()
for (const [what, which, aim] of [
  ['start to ready, ms', 'ready', 'at most 1.2'],
  ['start to first issuer answer, ms', 'issuer', 'at most 1.7'],
  ['start to first Customer Add, ms', 'firstVision', ''],
]) {
  const [bare, sandbox] = [median(times.bare[which]), median(times.sandbox[which])]
  row(what, whole(bare), whole(sandbox), (sandbox / bare).toFixed(2), aim)
}
for (const [what, which, aim] of [
  ['resident after start, MB', 'ready', 'under 80'],
  ['after the first issuer answer, MB', 'issuer', ''],
  ['after the first Customer Add, MB', 'firstVision', ''],
])
  row(what, '', whole(median(resident[which])), '', aim)
for (const [what, bareRequest, sandboxRequest, aim, command] of [
  ['address reads a second', bareRead, addressRead, 'at least 0.5'],
  ['the same with a log of JSON in a file', bareRead, addressRead, 'at least 0.25', LOGGING],
  ['Customer Adds a second', bareCreate, customerAdd, 'at least 0.3'],
  ['the same with all 98 members', bareCreate, customerAddWhole, 'at least 0.18'],
]) {
  const rates = await throughput(bareRequest, sandboxRequest, command)
  row(what, whole(rates.bare), whole(rates.sandbox), (rates.sandbox / rates.bare).toFixed(2), aim)
}
rmSync(LOG, { force: true })
for (const [what, seen, aim] of [...(await portfolio()), ...(await scale())]) row(what, '', seen, '', aim)
