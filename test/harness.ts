import { fileURLToPath } from 'node:url'
import { contributions } from '../src/app.ts'
import { type AssemblyOptions, assemble } from '../src/assembly.ts'
import type { Finding } from '../src/kernel/finding.ts'
import { ScenarioLibrary } from '../src/kernel/scenario/library.ts'
import type { Start } from '../src/kernel/states/start.ts'

/** An answer as tests look at it. */
// biome-ignore lint/suspicious/noExplicitAny: bodies are whatever an API answers
export type Answered = { status: number; headers: Headers; text: string; body: any }

/** Paths of the platform that demands an id of each request. */
const FIRST_VISION = /^(\/w\/[^/]+)?(\/latam-gfs-apis\/portal)?\/(customer|account|cards)\b/

/** Sends requests and reads answers; a body that is no text is sent as JSON. */
export const caller =
  (send: (path: string, init: RequestInit) => Response | Promise<Response>) =>
  async (method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answered> => {
    const text = body === undefined || typeof body === 'string' ? body : JSON.stringify(body)
    const type: Record<string, string> = text === undefined ? {} : { 'content-type': 'application/json' }
    const isNamed = Object.keys(headers).some((name) => name.toLowerCase() === 'x-client-request-id')
    const identified: Record<string, string> =
      FIRST_VISION.test(path) && !isNamed ? { 'x-client-request-id': 'a-test' } : {}
    const init = { method, headers: { ...type, ...identified, ...headers }, ...(text !== undefined && { body: text }) }
    const response = await send(path, init)
    const answer = await response.text()
    const json = /json/.test(response.headers.get('content-type') ?? '')
    return {
      status: response.status,
      headers: response.headers,
      text: answer,
      body: json ? JSON.parse(answer) : answer,
    }
  }

const isOther = ({ kind }: Finding): boolean => kind !== 'missing-credentials'

/** Findings beside the one that a relaxed API has on a request without credentials, as most tests send none. */
export const others = (findings: Finding[]): Finding[] => findings.filter(isOther)

/** How many findings an answer to such a request has beside that one; null where it has no other. */
export function othersFound(headers: Headers): string | null {
  const count = Number(headers.get('x-sandbox-findings'))
  if (count < 1) throw new Error('the request was not one without credentials')
  return count > 1 ? String(count - 1) : null
}

const folder = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

/**
 * Scenarios as the build made them, with which the tests begin. It is read by all tests, which save nothing in it; it only
 * keeps what somebody uses.
 */
export const library = new ScenarioLibrary(
  { scenarios: [folder('../scenarios')], recipes: folder('../seeds'), compiled: folder('../dist/compiled') },
  contributions,
)
const made: Start[] = []

/** The start of a scenario, kept from then on: the largest takes seconds to make. */
export async function startOf(name: string): Promise<Start> {
  const start = await library.start(name)
  made.push(start)
  return start
}

/** A sandbox in memory: time frozen, every success held against its schema, our own errors thrown. */
export async function sandbox(options: AssemblyOptions = {}) {
  const failures: unknown[] = []
  const created = await assemble({
    ...(options.scenarios === undefined && { library }),
    clock: '2026-03-02T09:00:00Z',
    checkResponses: true,
    report: (error) => failures.push(error),
    ...options,
  })
  made.push(created.workspaces.start)
  const call = caller(async (path, init) => {
    const response = await created.request(path, init)
    if (failures.length) throw failures.shift()
    return response
  })
  return { ...created, call }
}

/** The same with what it is made of: its faces, their documents, the stage of cases. Most tests need none of it made. */
export async function sandboxAndInsides(options: AssemblyOptions = {}) {
  const created = await sandbox(options)
  return { ...created, ...(await created.insides()) }
}
