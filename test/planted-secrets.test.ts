import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { requestOf } from '../src/http/document/sent.ts'
import type { Operation, Sent } from '../src/http/operation.ts'
import type { LogEntry } from '../src/http/server/log-entry.ts'
import type { Journal } from '../src/kernel/journal/journal.ts'
import { type Documented, documentedOf } from './fuzz/documented.ts'
import { LEFT_OUT } from './fuzz/left-out.ts'
import { sandboxAndInsides } from './harness.ts'
import { cardsIn, SENT } from './secrets/cards.ts'
import { planted, SECRETS, secretsIn } from './secrets/planting.ts'

const TOKEN = 'hush-admin-token'

/** What is told elsewhere than by operations of the control plane. */
const FURTHER = ['/', '/metrics']

/** More steps than these are not kept. */
const KEPT = 1000

/** How many of them are read by the control plane at each look. */
const READ = 20

const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true })
})

/** A sandbox that keeps its state in a folder, and shows all that it knows. */
async function opened() {
  const data = mkdtempSync(join(tmpdir(), 'secrets-'))
  folders.push(data)
  const log: LogEntry[] = []
  const made = await sandboxAndInsides({ data, adminToken: TOKEN, log: (entry) => log.push(entry) })
  const all = (await Promise.all(made.faces.map(documentedOf))).flat()
  const documented = all.filter(({ operation: { id } }) => !(id in LEFT_OUT))
  const headers = { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' }
  const ask = (path: string, init: RequestInit = {}) => made.request(path, { headers, ...init })
  const files = () =>
    readdirSync(data)
      .filter((name) => name.endsWith('.json'))
      .map((name): [string, string] => [name, readFileSync(join(data, name), 'utf8')])
  return { ...made, documented, log, ask, files }
}

type Opened = Awaited<ReturnType<typeof opened>>

/** Everything that the control plane tells, by where it does. */
async function told({ documented, workspaces, ask }: Opened): Promise<[string, string][]> {
  const { requests, journal, changes } = await workspaces.use('default')
  const steps = Array.from({ length: Math.min(journal.size, READ) }, (_, i) => requests - i).map(String)
  const types = [...changes.tables.keys()]
  const shown: Record<string, (operation: Operation) => Sent[]> = {
    '/requests': () => [{ query: { limit: KEPT } }],
    '/requests/{id}': () => steps.map((id) => ({ params: { id } })),
    '/requests/{id}/explain': () => steps.map((id) => ({ params: { id } })),
    '/records/{type}': () => types.map((type) => ({ params: { type }, query: { limit: KEPT } })),
  }
  const readings = documented.filter(({ face, operation }) => face.control && operation.method === 'get')
  const paths = readings.flatMap(({ face, operation }) =>
    (shown[operation.path]?.(operation) ?? [operation.example ?? {}]).map(
      (sent) => face.basePaths[0] + requestOf(operation, sent).path,
    ),
  )
  const answers = inside(journal, requests)
  for (const path of new Set([...paths, ...FURTHER])) {
    const response = await ask(path)
    answers.push([path, await response.text()])
  }
  for (const match of [
    { method: 'POST', rule: '-' },
    { path: '/-', status: '4xx' },
    { correlationId: '-', api: 'issuer' },
  ]) {
    const response = await ask('/_sandbox/requests/verify', {
      method: 'POST',
      body: JSON.stringify({ match, count: KEPT }),
    })
    answers.push(['near misses', await response.text()])
  }
  return answers
}

/** What is kept of all steps: reading each as callers do would take long. */
const inside = (journal: Journal, requests: number): [string, string][] =>
  Array.from({ length: journal.size }, (_, i) => requests - i).flatMap((id) => {
    const { text = '', trace } = journal.entry(id) ?? {}
    return [
      [`step ${id}`, text],
      [`what explains step ${id}`, JSON.stringify([trace?.lookUps, trace?.writes]) ?? ''],
    ]
  })

/** In a state tokens are kept with the api keys that they are for, which are names of clients. */
const CLIENT = new RegExp(`"apikey":"${SECRETS.apikey}"`, 'g')

const leaksIn = (text: string) => [...cardsIn(text), ...secretsIn(text), ...(text.includes(TOKEN) ? [TOKEN] : [])]

/** Where a secret stands, with what is around it; nothing where none does. */
function leaks(texts: [where: string, text: string][]): string[] {
  return texts.flatMap(([where, told]) => {
    const text = /^\/_sandbox\/(state|case)$|\.json$/.test(where) ? told.replaceAll(CLIENT, '') : told
    if (!leaksIn(text).length) return []
    const lines = text.split(/(?<=[{,}])/).flatMap((_, i, all) => (leaksIn(all[i] as string).length ? [all[i]] : []))
    return [`${where}: ${leaksIn(text)[0]} in ${lines.slice(0, 3).join(' … ').slice(0, 400)}`]
  })
}

/** The caller’s own id goes back as it came. */
const ECHOED = ['x-client-request-id', 'wl-correlation-id']

test('no secret and no card that is sent, by whatever door, is read again anywhere', async () => {
  const made = await opened()
  const { documented, request, log, files, close } = made
  let place = 0
  const nextCard = () => SENT[place++ % SENT.length] as string
  const found: string[] = []
  let sent = 0
  const look = async () => found.push(...leaks(await told(made)))
  const send = async ({ face }: Documented, path: string, init: RequestInit) => {
    const headers = { ...(face.control && { authorization: `Bearer ${TOKEN}` }), ...(init.headers as object) }
    const response = await request(`${face.basePaths[0]}${path}`, { ...init, headers })
    await response.text()
    const heads = [...response.headers].filter(([name]) => !ECHOED.includes(name))
    found.push(...leaks(heads.map(([name, value]) => [`${init.method} ${path} ${name}`, value])))
    if (++sent % (KEPT - 100) === 0) await look()
  }
  for (const one of documented.filter(({ face }) => !face.control))
    for (const { path, init } of planted(one, nextCard)) await send(one, path, init)
  // The control plane's own, which let what was kept go.
  await look()
  for (const one of documented.filter(({ face }) => face.control))
    for (const { path, init } of planted(one, nextCard)) await send(one, path, init)
  await look()
  await close()
  found.push(...leaks([...files(), ...log.map((entry): [string, string] => ['log', JSON.stringify(entry)])]))
  expect(sent).toBeGreaterThan(1000)
  expect(files().length).toBeGreaterThan(0)
  expect([...new Set(found.map((leak) => leak.slice(0, 300)))].slice(0, 40)).toEqual([])
})
