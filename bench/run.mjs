// `npm run bench`: how the sandbox compares to a bare Hono server, measured side by side in one run.
import { addressRead, bareCreate, bareRead, customerAdd, measure } from './requests.mjs'
import { scale } from './scale.mjs'
import { start } from './server.mjs'

const BARE = ['bench/bare-server.mjs']
const SANDBOX = ['dist/main.js', '--memory', '--log', 'silent']
const STARTS = 9
const SECONDS = 4
const ROUNDS = 3

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]

const startUp = async () => {
  const bare = []
  const sandbox = []
  const resident = []
  for (let i = 0; i < STARTS; i++)
    for (const [command, times] of [
      [BARE, bare],
      [SANDBOX, sandbox],
    ]) {
      const server = await start(command)
      times.push(server.startMs)
      if (command === SANDBOX) resident.push(server.residentMb())
      await server.stop()
    }
  return { bare: median(bare), sandbox: median(sandbox), resident: median(resident) }
}

/** Requests a second of both, in turns, so that a noisy moment hits both alike. */
const throughput = async (bareRequest, sandboxRequest) => {
  const bare = []
  const sandbox = []
  for (let i = 0; i < ROUNDS; i++)
    for (const [command, request, rates] of [
      [BARE, bareRequest, bare],
      [SANDBOX, sandboxRequest, sandbox],
    ]) {
      const server = await start(command)
      rates.push(await measure(server.url, request, SECONDS))
      await server.stop()
    }
  return { bare: median(bare), sandbox: median(sandbox) }
}

const whole = (value) => Math.round(value).toLocaleString('en')
const row = (what, bare, sandbox, ratio, aim) =>
  console.log([what.padEnd(62), bare.padStart(10), sandbox.padStart(10), ratio.padStart(8), aim].join('  '))

row('', 'bare Hono', 'sandbox', 'ratio', 'aim')
const started = await startUp()
const startRatio = (started.sandbox / started.bare).toFixed(2)
row('start to ready, ms', whole(started.bare), whole(started.sandbox), startRatio, 'at most 2.5')
row('resident memory after start, MB', '', whole(started.resident), '', 'under 90')
for (const [what, bareRequest, sandboxRequest, aim] of [
  ['address reads a second', bareRead, addressRead, 'at least 0.4'],
  ['Customer Adds a second', bareCreate, customerAdd, 'at least 0.3'],
]) {
  const rates = await throughput(bareRequest, sandboxRequest)
  row(what, whole(rates.bare), whole(rates.sandbox), (rates.sandbox / rates.bare).toFixed(2), aim)
}
for (const [what, seen, aim] of await scale()) row(what, '', seen, '', aim)
