import { Hono } from 'hono'
import { pathOf } from '../http/addresses/locate.ts'
import { failureOf } from '../http/answers/failure.ts'
import { problemOf } from '../http/answers/problem-details.ts'
import { refuse } from '../http/answers/refuse.ts'
import type { Services } from '../http/pipeline.ts'
import { openTo } from '../http/server/origins.ts'
import { RememberingRouter } from './remembering-router.ts'

/**
 * A router as every part of the sandbox has one: it leaves the world out of paths, lets in whom it may, and words what is
 * thrown. The kind that the library tries first cannot hold our paths, and would be filled for nothing.
 */
export function routerOf({ admitted, log, report }: Services): Hono {
  const app = new Hono({ router: new RememberingRouter(), getPath: (request) => pathOf(request.url) })
  if (admitted.origins.length) app.use(openTo(admitted.origins))
  app.onError((error, c) => {
    const { status, body } = problemOf(failureOf(error))
    if (status === 500) report(error)
    return refuse(c, log, status, body.detail)
  })
  return app
}
