import type { Envelope } from './apis/first-vision/host/envelope.ts'
import { checkup } from './app/checkup.ts'
import { Parts } from './app/parts.ts'
import type { Rest } from './app/rest.ts'
import type { Controlled } from './control/controlled.ts'
import type { Services } from './http/pipeline.ts'
import { type LogEntry, maskedEntry } from './http/server/log-entry.ts'
import { Meter } from './http/server/meter.ts'
import { once } from './kernel/lazy.ts'
import type { ScenarioLibrary } from './kernel/scenario/library.ts'
import type { Contributions } from './kernel/scenario/slice.ts'
import type { Evidence } from './parity/evidence.ts'

export type AppOptions = Omit<Services, 'log'> & {
  /** Told of every request, in what may be kept. */
  log?: ((entry: LogEntry) => void) | undefined
  library: ScenarioLibrary
  envelope: Envelope
  /** The folder of the package's documents. */
  documents: string
  /** The folder of what the explorer is made of. */
  explorer: string
  /** The folder of what the console's pages load. */
  assets: string
  /** What other platforms confirmed or contradicted; read when it is first asked for. */
  evidence(): Promise<readonly Evidence[]>
  /** What this process is called among others of a fleet. */
  node?: string | undefined
  /** What keeps the sandbox from being ready, if anything: a failed write, a stop under way. */
  trouble(): string | undefined
  /** Where scenarios go that are made of worlds; to the library unless said. */
  save?: Controlled['save']
  /** For how long the oldest change waits that is not written, in milliseconds. */
  storeLag?(): number
}

export type App = {
  fetch(request: Request, env?: object): Response | Promise<Response>
  /** The same for a path, or a URL. */
  request(path: string, init?: RequestInit): Response | Promise<Response>
  /** What it is made of beside the router: the faces, their documents, the stage of cases. */
  insides(): Promise<Pick<Rest, 'faces' | 'documents' | 'stage'>>
}

/** What the simulated APIs add to scenarios, loaded where records are made or judged. */
export async function contributions(): Promise<Required<Contributions>> {
  const { addedToScenarios } = await import('./app/contributions.ts')
  return addedToScenarios
}

/**
 * The composition root, which with what lies in `app/` is all that knows everybody. A start loads none of it: the parts of
 * the sandbox come with the first request that is for them (decision Start).
 */
export function createApp(options: AppOptions): App {
  const meter = new Meter()
  const log = (entry: LogEntry) => {
    meter.count(entry)
    // Whoever listens to the log keeps it, perhaps: what looks like a real card does not leave here.
    options.log?.(maskedEntry(entry))
  }
  const services = { ...options, log }
  const rest = once(async (): Promise<Rest> => {
    const [{ restOf }, apis] = await Promise.all([import('./app/rest.ts'), parts.apis()])
    return restOf({ options, services, meter, apis, self, another: (change) => createApp({ ...options, ...change }) })
  })
  const parts = new Parts({ services, envelope: options.envelope, rest })
  const self: App = {
    fetch: (request, env = {}) => checkup(request, services) ?? parts.answer(request, env),
    request: (path, init) => self.fetch(new Request(urlOf(path), init)),
    insides: async () => {
      const { faces, documents, stage } = await rest()
      return { faces, documents, stage }
    },
  }
  return self
}

/** Of a sandbox that has no host. Written out: what a path says twice is not to be read as a host, nor tidied. */
const urlOf = (path: string): string =>
  /^https?:\/\//.test(path) ? path : `http://localhost${path.startsWith('/') ? '' : '/'}${path}`
