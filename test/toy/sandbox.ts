import { fileURLToPath } from 'node:url'
import { Hono } from 'hono'
import { Backstage } from '../../src/cases/backstage.ts'
import type { StageParts } from '../../src/cases/stage.ts'
import { control } from '../../src/control/index.ts'
import { pathOf } from '../../src/http/addresses/locate.ts'
import { mount, pathsOf, serveNowhere } from '../../src/http/mount.ts'
import { Documents } from '../../src/http/pages/documents.ts'
import { Pages } from '../../src/http/pages/page.ts'
import type { Services } from '../../src/http/pipeline.ts'
import { routesOf } from '../../src/http/route.ts'
import type { LogEntry } from '../../src/http/server/log-entry.ts'
import { ScenarioLibrary, type StartOptions } from '../../src/kernel/scenario/library.ts'
import type { Scenario } from '../../src/kernel/scenario/schema.ts'
import { recordTables } from '../../src/kernel/scenario/slice.ts'
import { Workspaces } from '../../src/kernel/workspaces/workspaces.ts'
import { caller } from '../harness.ts'
import { toy, toySlice } from './api.ts'

const folder = (path: string) => fileURLToPath(new URL(path, import.meta.url))

export type ToyOptions = StartOptions & { folders?: string[]; trouble?: () => string | undefined; most?: number }

/** No book has a timeline. */
const timelines = { sources: [], teller: () => Promise.reject(new Error('nothing is told or drawn')) }

/** The toy API behind the real pipeline, with the real control plane beside it. */
export async function toySandbox({ folders = [], trouble = () => undefined, most, ...choice }: ToyOptions = {}) {
  const scenarios = [folder('./scenarios'), ...folders]
  const library = new ScenarioLibrary({ scenarios, recipes: folder('./seeds') }, async () => ({ slices: [toySlice] }))
  const system = { now: Date.parse('2026-03-02T09:00:00Z') }
  const start = await library.start('shelf', choice)
  const workspaces = new Workspaces(start, { system: () => system.now, ...(most !== undefined && { most }) })
  workspaces.use('default')
  const log: LogEntry[] = []
  const reported: unknown[] = []
  const services: Services = {
    ...{ workspaces, checkResponses: true, admitted: { names: [], origins: [], tokens: {} } },
    log: (entry) => log.push(entry),
    report: (error) => reported.push(error),
  }
  const pages = new Pages(new Documents(folder('./docs'), [toy]))
  const appOn = (worlds: Workspaces) => {
    const stage: StageParts = {
      ...{ library, envelope: 'wrapped', contracts: { toy: toy.version } },
      backstage: new Backstage(() => {
        const hidden = new Workspaces(start)
        return { workspaces: hidden, app: appOn(hidden).app }
      }),
      signaturesOf: () => [],
      records: new Set(recordTables([toySlice]).keys()),
    }
    const playing = { stage, timelines, save, sandboxOn }
    const parts = { library, apis: [toy], slices: [toySlice], pages, evidence: async () => [], trouble, ...playing }
    const faces = [toy, control({ workspaces: worlds, ...parts })]
    const app = new Hono({ getPath: ({ url }) => pathOf(url) })
    const own = { ...services, workspaces: worlds }
    const paths = pathsOf(faces.flatMap(routesOf))
    mount(app, paths, own)
    app.notFound((c) => serveNowhere(c, paths, faces, own))
    return { app, faces }
  }
  const save = (scenario: Scenario) => library.save(scenario)
  const sandboxOn = (hidden: Workspaces) => appOn(hidden).app.request
  const { app, faces } = appOn(workspaces)
  return {
    app,
    call: caller((path, init) => app.request(path, init)),
    workspaces,
    library,
    faces,
    system,
    log,
    reported,
  }
}
