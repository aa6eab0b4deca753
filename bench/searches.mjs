// How long a page of an issuer's customers takes where there are many of them, and how long the first search holds others.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { median } from './median.mjs'

const { assemble } = await import('../dist/assembly.js')

const PEOPLE = 100_000
const ROUNDS = 9

const QUERIES = {
  'all, first page': {},
  'all, last page': { page: PEOPLE / 100 - 1 },
  'by name': { lastName: 'Schmidt' },
  'by part of a name': { lastName: 'chmi', partialSearch: true },
  'by part that none has': { lastName: 'qqqq', partialSearch: true },
  'by sound, both algorithms': { lastName: 'Schmitt', phoneticSearch: true },
  'by post code': { 'postalAddress.postCode': '10115' },
  'by part of a post code that none has': { 'postalAddress.postCode': 'zzz', partialSearch: true },
  'by town': { 'postalAddress.townName': 'Hamburg' },
  'by part of a town': { 'postalAddress.townName': 'burg', partialSearch: true },
  'by mail': { 'emailAddress.email': 'person5000@example.com' },
  'by part of a mail that none has': { 'emailAddress.email': 'qqq', partialSearch: true },
}

/** The scenario is made of people that a recipe makes up. */
const crowd = (folder) => {
  const texts = { title: 'Crowd', summary: 'Many customers.', story: 'Many customers.' }
  const population = [{ recipe: 'issuer-berlin', people: PEOPLE }]
  const records = { 'issuer.issuers': [{ issuerId: '1234', name: 'Berlin', timeZone: 'Europe/Berlin' }] }
  writeFileSync(join(folder, 'crowd.yaml'), JSON.stringify({ name: 'crowd', ...texts, population, records }))
  return { scenario: 'crowd', scenarios: folder }
}

/** Rows of the table: what, seen, aim. */
export const searches = async (folder) => {
  const sandbox = await assemble(crowd(folder))
  const page = async (query) => {
    const began = performance.now()
    const answer = await sandbox.request(`/api/v2/issuers/1234/customers?${new URLSearchParams(query)}`)
    const text = await answer.text()
    if (!answer.ok) throw new Error(text)
    return performance.now() - began
  }
  const before = process.memoryUsage().rss
  const delays = monitorEventLoopDelay({ resolution: 1 })
  delays.enable()
  for (const query of Object.values(QUERIES)) await page(query)
  delays.disable()
  const megabytes = (process.memoryUsage().rss - before) / 2 ** 20
  const rows = []
  for (const [name, query] of Object.entries(QUERIES)) {
    const times = []
    for (let round = 0; round < ROUNDS; round++) times.push(await page(query))
    rows.push([`search of 100,000 ${name}, ms`, median(times).toFixed(1), 'under 10'])
  }
  return [
    ...rows,
    ['longest hold by a first search, ms', (delays.max / 1e6).toFixed(1), 'under 30'],
    ['what is noted for them, MB', megabytes.toFixed(0), 'under 150'],
  ]
}
