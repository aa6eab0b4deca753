import { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { Envelope } from './apis/first-vision/host/envelope.ts'
import { addressTimeline, firstVision, firstVisionSlice } from './apis/first-vision/index.ts'
import { addressTimelines, issuer, issuerSlice } from './apis/issuer/index.ts'
import { Backstage } from './cases/backstage.ts'
import type { StageParts } from './cases/stage.ts'
import type { Console } from './console/index.ts'
import { CONSOLE_PATHS, wantsPage } from './console/places.ts'
import type { Controlled } from './control/controlled.ts'
import { control } from './control/index.ts'
import { Exposition } from './control/metrics/exposition.ts'
import { docs } from './docs/index.ts'
import { prefixOf } from './http/address.ts'
import { Documents } from './http/document/documents.ts'
import type { Face } from './http/face.ts'
import { failureOf } from './http/failure.ts'
import { unknownIn } from './http/faults/names.ts'
import { guard } from './http/guard.ts'
import { pathOf } from './http/locate.ts'
import type { LogEntry } from './http/log-entry.ts'
import { Meter } from './http/meter.ts'
import { mount, serveNowhere } from './http/mount.ts'
import { isBelow } from './http/nowhere.ts'
import { openTo } from './http/origins.ts'
import { Documents as PackageDocuments } from './http/pages/documents.ts'
import { Pages } from './http/pages/page.ts'
import type { Services } from './http/pipeline.ts'
import { placesOf, refuseBadPlace } from './http/places.ts'
import { problemOf } from './http/problem-details.ts'
import { refuse } from './http/refuse.ts'
import { routesOf } from './http/route.ts'
import { maskTexts } from './kernel/redaction.ts'
import type { ScenarioLibrary } from './kernel/scenario/library.ts'
import { type ObjectionsTo, recordTables, type Slice } from './kernel/scenario/slice.ts'
import { Workspaces } from './kernel/workspaces.ts'
import { mcp } from './mcp/index.ts'
import type { Evidence } from './parity/evidence.ts'

export type AppOptions = Services & {
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
  /** What keeps the sandbox from being ready, if anything: a failed write, a stop under way. */
  trouble(): string | undefined
  /** Where scenarios go that are made of worlds; to the library unless said. */
  save?: Controlled['save']
  /** For how long the oldest change waits that is not written, in milliseconds. */
  storeLag?(): number
}

/** What each simulated API adds to scenarios. */
export const slices: Slice[] = [firstVisionSlice, issuerSlice]

/** Each API says what of it lies along time; the console tells and draws it, and knows neither of them. */
const timelines: Controlled['timelines'] = {
  sources: [...addressTimelines, addressTimeline],
  teller: async () => (await import('./console/timeline/index.ts')).teller,
}
export type App = { app: OpenAPIHono; faces: Face[]; documents: Documents; stage: StageParts }

/** What plays cases: an app like this one on worlds of their own, which whoever got here may use. */
const stageParts = (options: AppOptions, apis: Face[]): StageParts => ({
  library: options.library,
  records: new Set(recordTables(slices).keys()),
  contracts: Object.fromEntries(apis.map(({ name, version }) => [name, version])),
  envelope: options.envelope,
  signaturesOf: (world, { path, headers, body = '' }) =>
    apis.flatMap(({ authentication }) => {
      const header = (name: string) => headers[name]
      return authentication?.signature?.(world, { header, path, body }) ?? []
    }),
  backstage: new Backstage((envelope) => {
    const workspaces = new Workspaces(options.workspaces.start, { ttl: A_MINUTE })
    const { app } = createApp({ ...options, ...HIDDEN, workspaces, envelope })
    return { workspaces, app }
  }),
})

/** What a case left in other worlds than its own goes soon. In milliseconds. */
const A_MINUTE = 60_000

const METRICS = '/metrics'
const MCP = '/mcp'
/** How a page without script sends what a visitor asks for, and how it sends a file. */
const FORMS = ['application/x-www-form-urlencoded', 'multipart/form-data']

/** What a fault names that no simulated API has. */
export const objectionsTo: ObjectionsTo = (fault) => unknownIn(fault, [firstVision('wrapped'), issuer()])

/** A sandbox that only we ask: what is done there is told to nobody, what is made there stays there, and no token is asked for. */
const HIDDEN: Partial<AppOptions> = {
  log: () => {},
  save: async () => undefined,
  admitted: { origins: [], names: [], tokens: {} },
}

/** The composition root: the only file that knows everybody. */
export function createApp(options: AppOptions): App {
  const meter = new Meter()
  const log = (entry: LogEntry) => {
    meter.count(entry)
    // Whoever listens to the log keeps it, perhaps: what looks like a real card does not leave here.
    options.log(maskTexts(entry))
  }
  const services = { ...options, log }
  const app = new OpenAPIHono({ getPath: (request) => pathOf(request.url) })
  const apis = [firstVision(options.envelope), issuer()]
  const stage = stageParts(options, apis)
  const sandboxOn = (workspaces: Workspaces) => createApp({ ...options, ...HIDDEN, workspaces }).app
  const { library, save = (scenario) => library.save(scenario) } = options
  const playing = { stage, save, sandboxOn: (workspaces: Workspaces) => sandboxOn(workspaces).request }
  const pages = new Pages(new PackageDocuments(options.documents, apis))
  const controlPlane = control({ ...options, apis, slices, timelines, pages, ...playing })
  const faces = [...apis, controlPlane]
  const routes = faces.flatMap(routesOf)
  const { admitted } = services
  if (admitted.origins.length) app.use(openTo(admitted.origins))
  const guarded = guard(admitted, log)
  // What only describes the sandbox is no secret.
  const open = guard({ ...admitted, tokens: {} }, log)
  // An orchestrator asks by whatever name it knows.
  app.use('/_sandbox/*', (c, next) => (c.req.path.startsWith('/_sandbox/health/') ? next() : guarded(c, next)))
  for (const path of ['/', '/docs/*', '/llms.txt', '/openapi/*']) app.use(path, open)
  // What its pages ask for is guarded where it is asked.
  for (const path of CONSOLE_PATHS) app.use(path, guard({ ...admitted, tokens: {} }, log, { wanted: FORMS }))
  app.use(METRICS, guarded)
  // Whoever may only read may ask; what tools do is guarded where they do it.
  app.use(MCP, guard(admitted, log, { mayRead: () => true }))
  const paths = mount(app, routes, services)
  const documents = new Documents(faces, routes, {
    library,
    appOn: sandboxOn,
  })
  const exposition = new Exposition(meter, options.workspaces, options.storeLag)
  const described = [...documents.paths.keys()]
  const answers: Record<string, (c: Context) => Response | Promise<Response>> = {
    '/': (c) => {
      if (wantsPage(c.req.header('accept'))) return visited(c)
      const prefix = prefixOf(c.req.url)
      return c.json({ ...placesOf(faces, described, prefix), metrics: prefix + METRICS }, 200, { Vary: 'Accept' })
    },
    [METRICS]: async (c) => {
      const { text, mediaType } = await exposition.now()
      return c.body(text, 200, { 'Content-Type': mediaType })
    },
    ...docs({ ...options, pages, described: documents.paths, assets: options.explorer }),
  }
  for (const [path, face] of documents.paths)
    answers[path] = async (c) => {
      const { origin } = new URL(c.req.url)
      return c.json(await documents.of(face, { origin, prefix: prefixOf(c.req.url) }))
    }
  for (const [path, answer] of Object.entries(answers)) {
    app.get(path, (c) => {
      refuseBadPlace(c)
      return answer(c)
    })
    app.all(path, (c) => refuse(c, log, 405, `${c.req.method} is not offered here; GET is`, { Allow: 'GET' }))
  }
  let console: Promise<Console> | undefined
  const visited = async (c: Context) => {
    refuseBadPlace(c)
    console ??= import('./console/index.ts').then(({ Console }) => {
      const quiet = createApp({ ...options, log: () => {} }).app
      return new Console({
        assets: options.assets,
        look: (request) => quiet.fetch(request),
        act: (request) => app.fetch(request),
      })
    })
    return (await console).answer({ request: c.req.raw, path: c.req.path, prefix: prefixOf(c.req.url) })
  }
  for (const path of CONSOLE_PATHS) app.on(['GET', 'POST'], [path], visited)
  const agents = mcp({ apis, control: controlPlane, ask: (request) => app.fetch(request), report: options.report })
  app.all(MCP, (c) => {
    refuseBadPlace(c)
    return agents(c)
  })
  app.notFound((c) => {
    const isAnApis = faces.some(({ owns }) => owns.some((path) => isBelow(c.req.path, path)))
    if (!isAnApis && c.req.method === 'GET' && wantsPage(c.req.header('accept'))) return visited(c)
    return serveNowhere(c, paths, faces, services, [...Object.keys(answers), MCP])
  })
  app.onError((error, c) => {
    const { status, body } = problemOf(failureOf(error))
    if (status === 500) options.report(error)
    return refuse(c, log, status, body.detail)
  })
  return { app, faces, documents, stage }
}
