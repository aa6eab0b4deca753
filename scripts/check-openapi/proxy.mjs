// Every walkthrough goes through Prism, which stands before the sandbox and holds each request and answer of the simulated
// APIs against their document. Requests that are wrong on purpose are told apart by the answer: a refusal may break the
// rules of requests, never those of answers.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout } from 'node:timers/promises'
import { ROOT } from '../build/places.mjs'
import { npx, PRISM, pathOf } from './tools.mjs'

const PORTS = { 'first-vision': 4951, 'issuer-address': 4952 }
const PREFIXES = {
  'first-vision': /^\/(customer|account|cards|latam-gfs-apis)(\/|$)/,
  'issuer-address': /^\/(api|card-issuing|oauth)(\/|$)/,
}

export async function proxy() {
  const running = []
  try {
    const sandbox = await started(
      spawn('node', ['dist/main.js', '--port', '0', '--memory', '--log', 'json'], { cwd: ROOT }),
    )
    running.push(sandbox.child)
    const origin = /http:\/\/[\d.]+:\d+/.exec(sandbox.text)[0]
    for (const [name, port] of Object.entries(PORTS)) {
      const command = ['prism', 'proxy', pathOf(name), origin, '--port', String(port)]
      running.push((await started(spawn('npx', npx([PRISM], command), { detached: true }), /listening/)).child)
    }
    const violations = await walk(origin)
    for (const violation of violations.found) console.log(JSON.stringify(violation))
    console.log(`proxy: ${violations.found.length} violations in ${violations.sent} requests`)
    return violations.found.length === 0 && violations.sent > 0
  } finally {
    for (const child of running) stop(child)
  }
}

/** Waits until a program has said that it serves. */
async function started(child, ready = /http:\/\/[\d.]+:\d+/) {
  let text = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (text += data))
  const ended = once(child, 'exit').then(() => Promise.reject(new Error(text)))
  ended.catch(() => {})
  while (!ready.test(text)) await Promise.race([setTimeout(100), ended])
  return { child, text }
}

/** What npx started is in a group of its own, and ends with it. */
function stop({ pid, spawnargs }) {
  process.kill(spawnargs[0] === 'npx' ? -pid : pid)
}

async function walk(origin) {
  const found = []
  let sent = 0
  const ask = async (path, init) => (await fetch(origin + path, init)).json()
  const json = { 'content-type': 'application/json' }
  for (const { name } of (await ask('/_sandbox/scenarios')).scenarios) {
    const headers = { 'X-Sandbox-Workspace': name }
    await ask(`/_sandbox/scenarios/${name}/load`, { method: 'POST', headers })
    const taken = {}
    for (const step of (await ask(`/_sandbox/scenarios/${name}`)).walkthrough) {
      if (step.advance) {
        const body = JSON.stringify(step.advance)
        await ask('/_sandbox/clock/advance', { method: 'POST', headers: { ...headers, ...json }, body })
        continue
      }
      const { method, path, headers: own = {}, body } = filled(step.request, taken)
      const through = throughOf(path, own)
      const type = body === undefined || own['content-type'] ? {} : json
      const text = typeof body === 'string' || body === undefined ? body : JSON.stringify(body)
      const to = through ? `http://127.0.0.1:${PORTS[through]}` : origin
      const answer = await fetch(to + path, { method, headers: { ...headers, ...type, ...own }, body: text })
      if (through) sent += 1
      if (step.take) Object.assign(taken, takenFrom(await answer.json(), step.take))
      if (answer.status !== step.expect.status) found.push({ name, title: step.title, status: answer.status })
      for (const violation of JSON.parse(answer.headers.get('sl-violations') ?? '[]'))
        if (answer.status < 400 || violation.location[0] !== 'request')
          found.push({ name, title: step.title, ...violation })
    }
  }
  return { found, sent }
}

/** A request with the values that earlier steps have taken in place of their names. */
function filled(request, taken) {
  const texts = JSON.stringify(request).replaceAll(/\$\{(\w+)\}/g, (name, own) => taken[own] ?? name)
  return JSON.parse(texts)
}

/** What a step takes of its answer, each by a dotted path. */
function takenFrom(answer, take) {
  const at = (path) => path.split('.').reduce((value, member) => value?.[member], answer)
  return Object.fromEntries(Object.entries(take).map(([name, path]) => [name, at(path)]))
}

/** The document that a request is held against; none where it is the sandbox's own. */
function throughOf(path, headers) {
  const name = Object.keys(PREFIXES).find((document) => PREFIXES[document].test(path.split('?')[0]))
  if (name || !/\/token$/.test(path)) return name
  return Object.keys(headers).some((header) => header.toLowerCase() === 'apikey') ? 'first-vision' : 'issuer-address'
}
