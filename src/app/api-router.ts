import type { Hono } from 'hono'
import type { Face } from '../http/face.ts'
import { mount, pathsOf } from '../http/mount.ts'
import type { Services } from '../http/pipeline.ts'
import { routesOf } from '../http/route.ts'
import type { Rest } from './rest.ts'
import { routerOf } from './router.ts'

/** The routes of simulated APIs. Where they have nothing, it takes all that there is to say what is near. */
export function apiRouter(apis: Face[], services: Services, rest: () => Rest | Promise<Rest>): Hono {
  const app = routerOf(services)
  mount(app, pathsOf(apis.flatMap(routesOf)), services)
  app.notFound(async (c) => (await rest()).nowhere(c))
  return app
}
