// Makes ten thousand people in this process, which has done nothing else, and tells as JSON what they and worlds of them cost.
import { fileURLToPath } from 'node:url'
import { assemble } from '../dist/assembly.js'
import { addCustomers, call } from './in-process.mjs'
import { median } from './median.mjs'
import { customerAdd } from './requests.mjs'

const CHANGED = 1000
const WORKSPACES = 1000
const RESETS = 5

const scenarios = fileURLToPath(new URL('./scenarios', import.meta.url))

const began = performance.now()
const sandbox = await assemble({ scenario: 'portfolio', scenarios, maxWorkspaces: WORKSPACES + 1 })
const making = performance.now() - began
const peak = process.resourceUsage().maxRSS / 1024

const resets = []
for (let i = 0; i < RESETS; i++) {
  await addCustomers(sandbox, CHANGED)
  const start = performance.now()
  await call(sandbox, { path: '/_sandbox/reset', method: 'POST' })
  resets.push(performance.now() - start)
}

const before = process.memoryUsage().rss
const start = performance.now()
for (let i = 0; i < WORKSPACES; i++) await sandbox.workspaces.use(`bench-${i}`)
const workspace = (performance.now() - start) / WORKSPACES
for (let i = 0; i < WORKSPACES; i++) await call(sandbox, customerAdd, { 'x-sandbox-workspace': `bench-${i}` })
const workspaces = (process.memoryUsage().rss - before) / 2 ** 20

console.log(JSON.stringify({ making, peak, reset: median(resets), workspace, workspaces }))
