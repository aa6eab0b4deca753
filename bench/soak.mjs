// `npm run soak`: one server with a data folder for `SOAK_MINUTES` (10), on loopback: worlds that come and go, and in
// each of them reads, creates, refusals, retries, faults, clock moves, snapshots, resets. Tells its memory each minute and what
// was answered. Fails where memory grows, or an answer is 5xx that no fault asked for.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { xorshift128plus } from 'pure-rand/generator/xorshift128plus'
import { asked } from './asked.mjs'
import {
  addressAdd,
  addressList,
  addressRead,
  brokenAdd,
  customerAdd,
  customerAddWhole,
  inquiryOfNobody,
  post,
} from './requests.mjs'
import { start } from './server.mjs'

const MINUTES = asked('SOAK_MINUTES', 10)
/** So many worlds are in use at a time, and half of them change each half minute, as one stays in memory for a minute after. */
const IN_USE = 20
const HALF_MINUTE = 30_000
const WORLDS = 100
const IN_MEMORY = 60
const CLIENTS = 8
/** A world is reset after so many requests of a client on average: what is on file is no leak. */
const BETWEEN_RESETS = 400
/** What memory may grow by, from the third quarter of the time to the last: by then every world was there once. */
const GROWTH = 1.15

const faulty = (fault, { headers, ...request } = addressRead) => ({
  ...request,
  headers: { ...headers, 'x-sandbox-fault': fault },
})

const DEEDS = [
  () => addressRead,
  () => addressList,
  () => customerAdd,
  () => customerAddWhole,
  addressAdd,
  () => inquiryOfNobody,
  () => brokenAdd,
  (n) => ({ path: `/api/v2/issuers/1234/customers/CUS${n}/addresses` }),
  () => ({ path: `${addressRead.path}/deactivate`, method: 'POST' }),
  () => faulty('status=502'),
  () => faulty('delay=5'),
  () => faulty('drop;phase=after', customerAdd),
  () => faulty('malformed'),
  () => post('/_sandbox/faults', { match: { operation: 'createAddress' }, effect: { kind: 'drop' }, times: 1 }),
  () => post('/_sandbox/clock/advance', { by: 'P1D' }),
  (n) => ({ path: `/_sandbox/snapshots/s${n % 3}`, method: 'PUT' }),
  (n) => ({ path: `/_sandbox/snapshots/s${n % 3}/restore`, method: 'POST' }),
  () => ({ path: '/_sandbox/requests?limit=5' }),
  () => ({ path: '/_sandbox/digest' }),
]

const folder = mkdtempSync(join(tmpdir(), 'soak-'))
const server = await start(['dist/main.js', '--data', folder, '--log', 'silent', '--max-workspaces', `${IN_MEMORY}`])
const began = performance.now()
const until = began + MINUTES * 60_000
const counts = {}
const unasked = []
const memory = []

async function client(seed) {
  const random = xorshift128plus(seed)
  const below = (most) => (random.next() >>> 0) % most
  while (performance.now() < until) {
    const turn = Math.floor((performance.now() - began) / HALF_MINUTE)
    const world = `soak-${((turn * IN_USE) / 2 + below(IN_USE)) % WORLDS}`
    const isReset = below(BETWEEN_RESETS) === 0
    const { path, ...init } = isReset
      ? { path: '/_sandbox/reset', method: 'POST' }
      : DEEDS[below(DEEDS.length)](below(1000))
    const told = await fetch(`${server.url}/w/${world}${path}`, init).then(
      async (response) => {
        const text = await response.text()
        const isAsked = response.headers.has('x-sandbox-fault')
        if (response.status >= 500 && !isAsked)
          unasked.push(`${response.status} ${init.method ?? 'GET'} ${path} ${text.slice(0, 200)}`)
        return isAsked ? `${response.status} by a fault` : String(response.status)
      },
      () => 'no answer',
    )
    counts[told] = (counts[told] ?? 0) + 1
  }
}

const watching = setInterval(() => memory.push(server.residentMb()), 1000)
const telling = setInterval(() => console.log(`resident, MB: ${memory.at(-1)?.toFixed(0)}`), 60_000)
await Promise.all(Array.from({ length: CLIENTS }, (_, number) => client(number + 1)))
clearInterval(watching)
clearInterval(telling)
await server.stop()
rmSync(folder, { recursive: true })

const quarter = Math.floor(memory.length / 4)
const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length
const [early, late] = [mean(memory.slice(2 * quarter, 3 * quarter)), mean(memory.slice(-quarter))]
console.log('answers:', Object.fromEntries(Object.entries(counts).sort()))
console.log(`resident in the third quarter, MB: ${early.toFixed(0)}; in the last: ${late.toFixed(0)}`)
if (unasked.length) console.log('5xx that no fault asked for:', unasked.length, unasked.slice(0, 10))
const isTried = quarter > 0 && counts['200'] && counts['502 by a fault'] && counts['no answer']
if (!isTried) console.log('that was no soak: not all kinds of answers came')
if (!isTried || unasked.length || late > early * GROWTH) process.exitCode = 1
