// What depends on how much is kept, measured in this process, without a socket, one request after the other; holds of a server.
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import autocannon from 'autocannon'
import { addCustomers, call } from './in-process.mjs'
import { median } from './median.mjs'
import { customerAdd } from './requests.mjs'
import { searches } from './searches.mjs'
import { start } from './server.mjs'

const { assemble } = await import('../dist/assembly.js')

const FEW = 100
const MANY = 100_000
/** Creates that are timed together. */
const BATCH = 2000

const inFolder = async (work) => {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'))
  try {
    return await work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The time of one create with many records over that with few. A first batch warms up, and is reset. */
const createRatio = async (options) => {
  const sandbox = await assemble(options)
  await addCustomers(sandbox, BATCH)
  await call(sandbox, { path: '/_sandbox/reset', method: 'POST' })
  await addCustomers(sandbox, FEW)
  const withFew = await addCustomers(sandbox, BATCH)
  await addCustomers(sandbox, MANY - FEW - BATCH)
  const withMany = await addCustomers(sandbox, BATCH)
  return { sandbox, ratio: withMany / withFew }
}

/**
 * How long a server of many records is held: by creates, each a line on file before its answer, and by the writes of the
 * whole file that come after them.
 */
const longestHolds = async (folder) => {
  const env = { HOLDS_FILE: join(folder, 'holds') }
  const data = join(folder, 'data')
  const command = ['--import', './bench/holds.mjs', 'dist/main.js', '--data', data, '--log', 'silent']
  const server = await start(command, { env })
  const { path, ...create } = customerAdd
  await autocannon({ url: server.url + path, ...create, connections: 20, amount: MANY })
  const held = async () => {
    rmSync(env.HOLDS_FILE, { force: true })
    server.signal('SIGUSR2')
    while (!existsSync(env.HOLDS_FILE)) await wait(10)
    await wait(10)
    return Number(readFileSync(env.HOLDS_FILE, 'utf8'))
  }
  const written = () => statSync(join(data, 'default.json'), { throwIfNoEntry: false })?.mtimeMs
  const [creates, writes] = [[], []]
  for (let i = 0; i < 5; i++) {
    const before = written()
    await held()
    for (let n = 0; n < 20; n++) await (await fetch(server.url + path, create)).text()
    if (written() === before) creates.push(await held())
    while (written() === before) await wait(100)
    writes.push(await held())
    // The next write comes after a pause.
    await wait(1000)
  }
  // What is told of all of a world; the first time reads the code for it, too.
  const told = {}
  for (const what of ['changes', 'case', 'state']) {
    const holds = []
    for (let i = 0; i < 4; i++) {
      await held()
      await (await fetch(`${server.url}/_sandbox/${what}`)).arrayBuffer()
      holds.push(await held())
    }
    told[what] = median(holds.slice(1))
  }
  await server.stop()
  return { creates: median(creates), writes: median(writes), told: Math.max(...Object.values(told)) }
}

/** Rows of the table: what, seen, aim. */
export const scale = async () => {
  const inMemory = await createRatio({})
  const filed = await inFolder(async (data) => {
    const { sandbox, ratio } = await createRatio({ data })
    await sandbox.close()
    return ratio
  })
  const holds = await inFolder(longestHolds)
  return [
    ['create, 100,000 records over 100', inMemory.ratio.toFixed(2), 'at most 1.3'],
    ['the same with a state file', filed.toFixed(2), 'at most 1.3'],
    ['longest hold of a server by creates, ms', holds.creates.toFixed(1), 'at most 5'],
    ['the same by a write of the whole, ms', holds.writes.toFixed(1), 'at most 5'],
    ['the same by changes, case and state, ms', holds.told.toFixed(1), 'under 100'],
    ...(await inFolder(searches)),
  ]
}
