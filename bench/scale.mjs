// What depends on how much is kept, measured in this process, without a socket, one request after the other; holds of a server.
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import autocannon from 'autocannon'
import { customerAdd } from './requests.mjs'
import { searches } from './searches.mjs'
import { start } from './server.mjs'

const { assemble } = await import('../dist/assembly.js')

const FEW = 100
const MANY = 100_000
/** Creates that are timed together. */
const BATCH = 2000
const CUSTOMERS = 10_000
const CHANGED = 1000
const WORKSPACES = 1000

const inFolder = async (work) => {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'))
  try {
    return await work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const call = async (sandbox, { path, ...request }, headers) => {
  const answer = await sandbox.request(path, { ...request, headers: { ...request.headers, ...headers } })
  if (!answer.ok) throw new Error(`${request.method ?? 'GET'} ${path}: ${await answer.text()}`)
  return answer.json()
}

const addCustomers = async (sandbox, count) => {
  const began = performance.now()
  for (let i = 0; i < count; i++) await call(sandbox, customerAdd)
  return (performance.now() - began) / count
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

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]

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
  await server.stop()
  return { creates: median(creates), writes: median(writes) }
}

const portfolio = (folder) => {
  const population = [{ recipe: 'first-vision-998', people: CUSTOMERS }]
  const organization = { organizationNumber: 998, logos: [501, 601, 602, 603].map((logo) => ({ logo })) }
  const texts = { title: 'Portfolio', summary: 'Many customers.', story: 'Many customers.' }
  const records = { 'first-vision.organizations': [organization] }
  writeFileSync(join(folder, 'portfolio.yaml'), JSON.stringify({ name: 'portfolio', ...texts, population, records }))
  return { scenario: 'portfolio', scenarios: folder }
}

/** Milliseconds to make the portfolio, to reset it after changes, and to make a workspace on it; megabytes for many with a change each. */
const worlds = async (folder) => {
  const began = performance.now()
  const sandbox = await assemble({ ...portfolio(folder), maxWorkspaces: WORKSPACES + 1 })
  const making = performance.now() - began
  const resets = []
  for (let i = 0; i < 5; i++) {
    await addCustomers(sandbox, CHANGED)
    const start = performance.now()
    await call(sandbox, { path: '/_sandbox/reset', method: 'POST' })
    resets.push(performance.now() - start)
  }
  const before = process.memoryUsage().rss
  const start = performance.now()
  for (let i = 0; i < WORKSPACES; i++) await sandbox.workspaces.use(`bench-${i}`)
  const each = (performance.now() - start) / WORKSPACES
  for (let i = 0; i < WORKSPACES; i++) await call(sandbox, customerAdd, { 'x-sandbox-workspace': `bench-${i}` })
  return { making, reset: median(resets), each, megabytes: (process.memoryUsage().rss - before) / 2 ** 20 }
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
  const { making, reset, each, megabytes } = await inFolder(worlds)
  return [
    ['create, 100,000 records over 100', inMemory.ratio.toFixed(2), 'at most 1.3'],
    ['the same with a state file', filed.toFixed(2), 'at most 1.3'],
    ['longest hold of a server by creates, ms', holds.creates.toFixed(1), 'at most 5'],
    ['the same by a write of the whole, ms', holds.writes.toFixed(1), 'at most 5'],
    ['portfolio of 10,000 made, ms', making.toFixed(0), 'under 1,000'],
    ['its reset after 1,000 changes, ms', reset.toFixed(1), 'under 5'],
    ['a workspace on it, ms', each.toFixed(3), 'under 1'],
    ['1,000 workspaces with a change, MB', megabytes.toFixed(0), 'under 100'],
    ...(await inFolder(searches)),
  ]
}
