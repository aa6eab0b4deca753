import { fileURLToPath } from 'node:url'
import { createApp } from '../../src/app.ts'
import { scenarioLibrary } from '../../src/assembly.ts'
import type { Face } from '../../src/http/face.ts'
import type { ScenarioLibrary } from '../../src/kernel/scenario/library.ts'
import type { Start } from '../../src/kernel/states/start.ts'
import { Workspaces } from '../../src/kernel/workspaces/workspaces.ts'
import { documentedOf } from '../fuzz/documented.ts'
import { Known } from '../fuzz/known.ts'
import { Cook } from '../fuzz/request.ts'
import { connectionOf } from './connection.ts'
import type { Asked } from './move.ts'

export type Answer = { status: number; headers: Headers; text: string }

const folder = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

/** The scenario that every world begins with. */
const BEGINNING = 'quickstart'

/**
 * What all machines of a process share, as it takes long to make and keeps nothing of any world: the scenarios, and an app
 * that serves the worlds that are put beneath it.
 */
export class House {
  readonly library: ScenarioLibrary
  readonly start: Start
  /** Makers of the requests of the simulated APIs, and what those may name at the start. */
  readonly cooks: Cook[]
  readonly known: Known
  /** The sandbox's own errors, until somebody has looked. */
  readonly failures: unknown[] = []
  readonly #ask: (path: string, init: RequestInit, connection: object) => Response | Promise<Response>
  readonly #beneath: { workspaces: Workspaces | undefined }

  private constructor(
    library: ScenarioLibrary,
    start: Start,
    { faces, ask, cooks, beneath }: Awaited<ReturnType<typeof built>> & { cooks: Cook[] },
    failures: unknown[],
  ) {
    this.library = library
    this.start = start
    this.cooks = cooks
    this.known = Known.of(faces, start.base)
    this.failures = failures
    this.#ask = ask
    this.#beneath = beneath
  }

  /** Moves that are written down need nobody who makes requests up. */
  static async open({ withCooks = true } = {}): Promise<House> {
    const library = unchanging(scenarioLibrary())
    const start = await library.start(BEGINNING, { clock: '2026-03-02T09:00:00Z' })
    const failures: unknown[] = []
    const app = await built(library, start, (error) => failures.push(error))
    const cooks = withCooks ? await cooksOf(app.faces.filter(({ control }) => !control)) : []
    return new House(library, start, { ...app, cooks }, failures)
  }

  /** Has a request answered by worlds, of which one is named. */
  async ask(workspaces: Workspaces, world: string, asked: Asked): Promise<Answer> {
    this.#beneath.workspaces = workspaces
    const sent = { ...asked, headers: { ...asked.headers, 'x-sandbox-workspace': world } }
    const { method, path, headers, body } = sent
    const init = { method, headers, ...(body !== undefined && { body: Buffer.from(body) }) }
    const response = await this.#ask(path, init, connectionOf(sent))
    return { status: response.status, headers: response.headers, text: await response.text() }
  }
}

async function built(library: ScenarioLibrary, start: Start, report: (error: unknown) => void) {
  const beneath: { workspaces: Workspaces | undefined } = { workspaces: new Workspaces(start) }
  const app = createApp({
    workspaces: whicheverAre(beneath),
    library,
    envelope: 'wrapped',
    documents: folder('../../docs'),
    explorer: folder('../../dist/explorer'),
    assets: folder('../../src/console/assets'),
    evidence: async () => [],
    checkResponses: true,
    admitted: { origins: [], names: [], tokens: {} },
    log: () => {},
    report,
    trouble: () => undefined,
  })
  const { faces } = await app.insides()
  const ask = (path: string, init: RequestInit, connection: object) =>
    app.fetch(new Request(`http://localhost${path}`, init), connection)
  return { faces, beneath, ask }
}

/** A library that looks at no file twice: nobody writes to them meanwhile. */
function unchanging(library: ScenarioLibrary): ScenarioLibrary {
  const made = new Map<string, Promise<Start>>()
  const make = library.start.bind(library)
  return Object.assign(library, {
    async start(name: string, options: Parameters<typeof make>[1] = {}) {
      const key = JSON.stringify([name, options])
      const start = made.get(key) ?? make(name, options)
      made.set(key, start)
      return { ...(await start) }
    },
  })
}

/** Stands for the workspaces that are beneath at the moment. */
const whicheverAre = (beneath: { workspaces: Workspaces | undefined }): Workspaces =>
  new Proxy({} as Workspaces, {
    get: (_none, name) => {
      const { workspaces } = beneath
      const member = workspaces && Reflect.get(workspaces, name, workspaces)
      return typeof member === 'function' ? member.bind(workspaces) : member
    },
  })

async function cooksOf(faces: Face[]): Promise<Cook[]> {
  const documented = await Promise.all(faces.map(documentedOf))
  return documented.flat().map((one) => new Cook(one))
}
