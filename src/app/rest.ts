import type { Context } from 'hono'
import type { App, AppOptions } from '../app.ts'
import type { StageParts } from '../cases/stage.ts'
import type { Console } from '../console/index.ts'
import { CONSOLE_PATHS, wantsPage } from '../console/places.ts'
import { control } from '../control/index.ts'
import { Exposition } from '../control/metrics/exposition.ts'
import { docs } from '../docs/index.ts'
import { prefixOf } from '../http/addresses/address.ts'
import { isBelow } from '../http/addresses/nowhere.ts'
import { placesOf, refuseBadPlace } from '../http/addresses/places.ts'
import { refuse } from '../http/answers/refuse.ts'
import { Documents } from '../http/document/documents.ts'
import type { Face } from '../http/face.ts'
import { mount, pathsOf, serveNowhere } from '../http/mount.ts'
import { Documents as PackageDocuments } from '../http/pages/documents.ts'
import { Pages } from '../http/pages/page.ts'
import type { Services } from '../http/pipeline.ts'
import { routesOf } from '../http/route.ts'
import { guard } from '../http/server/guard.ts'
import type { Meter } from '../http/server/meter.ts'
import type { Workspaces } from '../kernel/workspaces/workspaces.ts'
import { mcp } from '../mcp/index.ts'
import { addedToScenarios, timelines } from './contributions.ts'
import { routerOf } from './router.ts'
import { stageOf } from './stage.ts'

export type Making = {
  options: AppOptions
  services: Services
  meter: Meter
  apis: Face[]
  /** The sandbox that this is the rest of. */
  self: App
  /** Another one, which differs in some options. */
  another(change: Partial<AppOptions>): App
}

/** All of the sandbox that is no simulated API. */
export type Rest = {
  fetch(request: Request, env?: object): Response | Promise<Response>
  /** Answers where no route is, whosever router looked. */
  nowhere(c: Context): Response | Promise<Response>
  faces: Face[]
  documents: Documents
  stage: StageParts
}

const METRICS = '/metrics'
const MCP = '/mcp'
/** How a page without script sends what a visitor asks for, and how it sends a file. */
const FORMS = ['application/x-www-form-urlencoded', 'multipart/form-data']

/** A sandbox that only we ask: what is done there is told to nobody, what is made there stays there, and no token is asked for. */
const HIDDEN: Partial<AppOptions> = {
  log: undefined,
  save: async () => undefined,
  admitted: { origins: [], names: [], tokens: {} },
}

/** The control plane, the documents, the pages for people and the door for agents; and what is said where nothing is. */
export function restOf({ options, services, meter, apis, self, another }: Making): Rest {
  const { slices } = addedToScenarios
  const { library, save = (scenario) => library.save(scenario) } = options
  const { admitted, log } = services
  const sandboxOn = (workspaces: Workspaces) => another({ ...HIDDEN, workspaces })
  const stage = stageOf(options, apis, (change) => another({ ...HIDDEN, ...change }))
  const playing = { stage, save, sandboxOn: (workspaces: Workspaces) => sandboxOn(workspaces).request }
  const pages = new Pages(new PackageDocuments(options.documents, apis))
  const controlPlane = control({ ...options, apis, slices, timelines, pages, ...playing })
  const faces = [...apis, controlPlane]
  const routes = faces.flatMap(routesOf)
  const app = routerOf(services)
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
  mount(app, pathsOf(routesOf(controlPlane)), services)
  const documents = new Documents(faces, routes, { library, appOn: sandboxOn })
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
    console ??= import('../console/index.ts').then(({ Console }) => {
      const quiet = another({ log: undefined })
      return new Console({ assets: options.assets, look: quiet.fetch, act: self.fetch })
    })
    return (await console).answer({ request: c.req.raw, path: c.req.path, prefix: prefixOf(c.req.url) })
  }
  for (const path of CONSOLE_PATHS) app.on(['GET', 'POST'], [path], visited)
  const agents = mcp({ apis, control: controlPlane, ask: self.fetch, report: options.report })
  app.all(MCP, (c) => {
    refuseBadPlace(c)
    return agents(c)
  })
  const paths = pathsOf(routes)
  const nowhere = (c: Context) => {
    const isAnApis = faces.some(({ owns }) => owns.some((path) => isBelow(c.req.path, path)))
    if (!isAnApis && c.req.method === 'GET' && wantsPage(c.req.header('accept'))) return visited(c)
    return serveNowhere(c, paths, faces, services, [...Object.keys(answers), MCP])
  }
  app.notFound(nowhere)
  return { fetch: (request, env) => app.fetch(request, env), nowhere, faces, documents, stage }
}
