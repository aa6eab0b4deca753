import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Envelope } from './apis/first-vision/envelope.ts'
import { createApp, slices } from './app.ts'
import type { Face } from './http/face.ts'
import type { LogEntry } from './http/pipeline.ts'
import type { ClockStart } from './sandbox/clock.ts'
import { ScenarioLibrary } from './sandbox/scenario/library.ts'
import { DEFAULT_WORKSPACE, Workspaces } from './sandbox/workspaces.ts'

export type SandboxOptions = {
  /** Scenario of the default workspace and of workspaces made on first use; `quickstart` unless said. */
  scenario?: string | undefined
  seed?: number | undefined
  /** `real`, or an ISO instant at which to freeze. */
  clock?: ClockStart | undefined
  /** A folder of further scenario files. */
  scenarios?: string | undefined
  envelope?: Envelope | undefined
  maxWorkspaces?: number | undefined
  /** Whether every success is held against its schema. */
  checkResponses?: boolean | undefined
  /** The system's time, in milliseconds since the epoch. */
  system?: (() => number) | undefined
  log?: ((entry: LogEntry) => void) | undefined
  report?: ((error: unknown) => void) | undefined
}

export type Sandbox = {
  /** Answers a request as the server does, without a socket. */
  fetch(request: Request): Response | Promise<Response>
  request(path: string, init?: RequestInit): Response | Promise<Response>
  workspaces: Workspaces
  library: ScenarioLibrary
  faces: Face[]
}

/** A folder of the package, from the sources as from the build: both lie one level below it. */
const folder = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

export const scenarioLibrary = (further?: string): ScenarioLibrary => {
  const compiled = folder('./compiled')
  const scenarios = [folder('../scenarios'), ...(further === undefined ? [] : [further])]
  const recipes = folder('../seeds')
  return new ScenarioLibrary({ scenarios, recipes, ...(existsSync(compiled) && { compiled }) }, slices)
}

/** A sandbox in this process, in memory: for tests of anything that calls these APIs. */
export const createSandbox = async (options: SandboxOptions = {}): Promise<Sandbox> => {
  const library = scenarioLibrary(options.scenarios)
  const start = await library.start(options.scenario ?? 'quickstart', options)
  const { system = Date.now, maxWorkspaces: most = 1000 } = options
  const workspaces = new Workspaces(start, { most, system })
  workspaces.use(DEFAULT_WORKSPACE)
  const { app, faces } = createApp({
    workspaces,
    library,
    envelope: options.envelope ?? 'wrapped',
    checkResponses: options.checkResponses ?? false,
    log: options.log ?? (() => {}),
    report: options.report ?? ((error) => console.error(error)),
    trouble: () => undefined,
  })
  return {
    fetch: (request) => app.fetch(request),
    request: (path, init) => app.request(path, init),
    workspaces,
    library,
    faces,
  }
}
