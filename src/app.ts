import { type Context, Hono } from 'hono'
import type { Envelope } from './apis/first-vision/host/envelope.ts'
import { firstVision, firstVisionSlice } from './apis/first-vision/index.ts'
import { issuer, issuerSlice } from './apis/issuer/index.ts'
import { control } from './control/index.ts'
import { documentOf } from './http/document.ts'
import type { Face } from './http/face.ts'
import { headersOf } from './http/headers.ts'
import { BadWorkspaceName, locate, pathOf } from './http/locate.ts'
import type { Services } from './http/pipeline.ts'
import { problemDetails } from './http/problem-details.ts'
import { mount, serveNotFound } from './http/routes.ts'
import type { ScenarioLibrary } from './kernel/scenario/library.ts'
import type { Slice } from './kernel/scenario/slice.ts'
import { Unavailable } from './kernel/unavailable.ts'

export type AppOptions = Services & {
  library: ScenarioLibrary
  envelope: Envelope
  /** What keeps the sandbox from being ready, if anything: a failed write, a stop under way. */
  trouble(): string | undefined
}

/** What each simulated API adds to scenarios. */
export const slices: Slice[] = [firstVisionSlice, issuerSlice]

/** The composition root: the only file that knows everybody. */
export function createApp(options: AppOptions): { app: Hono; faces: Face[] } {
  const app = new Hono({ getPath: (request) => pathOf(request.url) })
  const apis = [firstVision(options.envelope), issuer()]
  const faces = [...apis, control({ ...options, apis, slices })]
  mount(app, faces, options)
  for (const face of faces) {
    let document: Promise<object> | undefined
    app.get(`/openapi/${face.documentName ?? face.name}.json`, async (c) => {
      document ??= documentOf(face)
      return c.json(await document)
    })
  }
  const problem = (c: Context, status: number, detail: string) => {
    options.log({ method: c.req.method, path: c.req.path, status })
    const { body, headers } = problemDetails(status, detail)
    return c.body(JSON.stringify(body), status as 400, headers)
  }
  app.notFound((c) => {
    const answered = serveNotFound(c, faces, options)
    if (answered) return answered
    // A bad name is told before what it was to lead to.
    locate(c.req.url, headersOf(c), undefined)
    return problem(c, 404, `nothing at ${c.req.method} ${c.req.path}`)
  })
  app.onError((error, c) => {
    if (error instanceof BadWorkspaceName) return problem(c, 400, error.message)
    if (error instanceof Unavailable) return problem(c, 503, error.message)
    options.report(error)
    return problem(c, 500, 'the sandbox failed; its log says why')
  })
  return { app, faces }
}
