import type { Assembly } from '../../src/assembly.ts'
import { Explanation } from '../../src/control/operations/explain.ts'
import type { LogEntry } from '../../src/http/server/log-entry.ts'
import { faults } from '../../src/kernel/faults/faults.ts'
import type { Documented } from './documented.ts'
import type { Known } from './known.ts'
import { type Cook, curl, type Recipe, type Wire } from './request.ts'

/** How long an answer may take, in milliseconds: for hanging, not for being slow. */
const PATIENCE = 10_000

/** What a run is made with, and what it finds out. */
export type Bench = {
  sandbox: Assembly
  cooks: Cook[]
  /** Lines of the log, and errors of the sandbox's own, since the last request. */
  log: LogEntry[]
  failures: unknown[]
  known: Known
  /** The operations that answered with a success. */
  succeeded: Set<Documented>
}

/** Sends requests, one after the other, to worlds as they are at the start. @throws Error with all that was sent, where an answer is wrong */
export async function play(recipes: Recipe[], bench: Bench): Promise<void> {
  const { sandbox, cooks } = bench
  for (const name of sandbox.workspaces.names) if (name !== 'default') await sandbox.workspaces.delete(name)
  await sandbox.workspaces.create('default', sandbox.workspaces.start)
  const known = bench.known.copy()
  const sent: string[] = []
  for (const recipe of recipes) {
    const wire = (cooks[recipe.operation % cooks.length] as Cook).wire(recipe, known)
    sent.push(curl(wire))
    const complaint = await send(wire, bench, known)
    if (complaint !== undefined) throw new Error(`${complaint}\n${sent.join('\n')}\n`)
  }
}

async function send(wire: Wire, bench: Bench, known: Known): Promise<string | undefined> {
  const { sandbox, log, failures } = bench
  log.length = 0
  const before = await digestOf(sandbox)
  const response = await answered(wire, sandbox)
  if (response === undefined) return `no answer within ${PATIENCE} ms`
  const text = await response.text()
  const { status } = response
  const [failure] = failures.splice(0)
  if (failure !== undefined) return `our own failure, ${failure instanceof Error ? failure.stack : failure}`
  // What a fault that was armed before has done is no answer of an API's.
  if (response.headers.has('x-sandbox-fault')) return explained(response, bench)
  const complaint = judged(wire, response, text, bench)
  if (complaint !== undefined) return `${complaint}\n${status} ${text.slice(0, 600)}`
  const isSimulated = response.headers.has('x-sandbox-workspace')
  if (isSimulated && status >= 400 && !(await isCounting(sandbox)) && (await digestOf(sandbox)) !== before)
    return `${status}, and yet the world changed`
  if (isSimulated && status === 200 && isJson(response)) known.learn(JSON.parse(text || 'null'))
  return explained(response, bench)
}

/** What is wrong with the explanation of an answer, if anything. */
async function explained({ status, headers }: Response, { sandbox, failures }: Bench): Promise<string | undefined> {
  const [id, world] = [headers.get('x-sandbox-request'), headers.get('x-sandbox-workspace')]
  if (!id) return undefined
  const response = await sandbox.request(`/w/${world}/_sandbox/requests/${id}/explain`)
  const [failure] = failures.splice(0)
  if (failure !== undefined) return `no explanation: ${failure instanceof Error ? failure.stack : failure}`
  const { success, data, error } = Explanation.safeParse(await response.json())
  if (response.status !== 200 || !success) return `no explanation: ${response.status} ${error?.message}`
  if (data.status !== status) return `explained as ${data.status}`
  const refused = data.checks.filter(({ outcome }) => outcome === 'refused').map(({ code }) => code)
  const missing = (headers.get('x-sandbox-rule')?.split(', ') ?? []).filter((code) => !refused.includes(code))
  return missing.length ? `the explanation has no check of ${missing.join(', ')}` : undefined
}

const digestOf = async ({ workspaces }: Assembly) => (await workspaces.use('default')).digest()

/** Whether a fault is armed: it may count a refused request too. */
const isCounting = async ({ workspaces }: Assembly) =>
  !faults(await workspaces.use('default'))
    .all()
    .next().done

const isJson = ({ headers }: Response) => /json/.test(headers.get('content-type') ?? '')

async function answered({ method, path, headers, body }: Wire, { fetch }: Assembly): Promise<Response | undefined> {
  const given = body && { body: new Uint8Array(body) }
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), PATIENCE)
  })
  try {
    return await Promise.race([fetch(new Request(`http://localhost${path}`, { method, headers, ...given })), late])
  } finally {
    clearTimeout(timer)
  }
}

/** What is wrong with an answer, if anything. */
function judged({ method, path }: Wire, response: Response, text: string, { cooks, log, succeeded }: Bench) {
  const { status, headers } = response
  if (status >= 500) return 'an error of the server'
  const [entry, second] = log
  if (!entry || second) return `${log.length} lines of the log for one request`
  if (entry.status !== status) return `the log says ${entry.status}`
  for (const [name, value] of headers)
    if (name.startsWith('x-sandbox-') && !/^[\x20-\x7e]{0,400}$/.test(value)) return `the header ${name} is '${value}'`
  const asked = cooks.map(({ documented }) => documented).filter(({ operation: { id } }) => id === entry.operation)
  if (method === 'HEAD') return text ? 'an answer to HEAD has a body' : undefined
  const body = isJson(response) ? parsed(text) : text
  if (body === NO_JSON) return 'the body is no JSON'
  if (!entry.operation) {
    if (status < 400) return 'a success without an operation'
    return cooks.some(({ documented }) => fits(documented, 0, headers, body) === undefined)
      ? undefined
      : 'a failure in nobody’s words'
  }
  // A filter may leave out what the schema demands.
  const isFiltered = status < 400 && /[?&]filter=/.test(path)
  const complaints = asked.map((one) => (isFiltered ? undefined : fits(one, status, headers, body)))
  const done = asked[complaints.indexOf(undefined)]
  if (done && status < 300) succeeded.add(done)
  return done ? undefined : `not as documented: ${complaints.join('; ')}`
}

function fits(documented: Documented, status: number, headers: Headers, body: unknown): string | undefined {
  const { mediaType, complaint } = documented.answer(status)
  const sent = headers.get('content-type')?.split(';')[0]
  return sent === mediaType ? complaint(body) : `${sent} instead of ${mediaType}`
}

const NO_JSON = Symbol()

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return NO_JSON
  }
}
