import { fileURLToPath } from 'node:url'
import { type App, contributions, createApp } from './app.ts'
import { DEFAULTS } from './defaults.ts'
import { periodLength, systemTime } from './kernel/clock.ts'
import { Complaint } from './kernel/complaint.ts'
import { ScenarioLibrary } from './kernel/scenario/library.ts'
import type { Machine } from './kernel/store/machine.ts'
import { type OpenStore, openStore } from './kernel/store/open-store.ts'
import { isRedis } from './kernel/store/redis/address.ts'
import { DEFAULT_WORKSPACE } from './kernel/workspaces/workspace-name.ts'
import { Workspaces } from './kernel/workspaces/workspaces.ts'
import type { Options } from './options.ts'
import type { Evidence } from './parity/evidence.ts'
import { VERSION } from './version.ts'

/** What the library's users may say, and what is for the program and for tests. */
export type AssemblyOptions = Options & {
  /** Scenarios shared with other sandboxes of the process, which spares making them again; its own unless given. */
  library?: ScenarioLibrary | undefined
  /** Whether every success is held against its schema. */
  checkResponses?: boolean | undefined
  /** What this process is called among others of a fleet. */
  node?: string | undefined
  /** The system's time, in milliseconds since the epoch. */
  system?: (() => number) | undefined
  /** Called when the data folder is this sandbox's, and nothing in it has been read or cleared yet. */
  entered?: (() => Promise<void>) | undefined
  /** Milliseconds since some moment, by a clock that nobody sets: what tells how long a workspace was not asked for. */
  elapsed?: (() => number) | undefined
  /** The disk and the timers that the store runs on; the machine's own unless given. */
  machine?: Machine | undefined
}

/** A sandbox with its inner parts: workspaces and their scenarios, what keeps them, and the app that serves them. */
export type Assembly = App & {
  workspaces: Workspaces
  library: ScenarioLibrary
  /** The workspaces that state files were found of. */
  resumed: string[]
  /** From now on it says that it is not ready. */
  retire(): void
  /** From now on nothing waits any more, for a fault or for news. */
  hurry(): void
  /** Writes what is not written yet, and leaves the data folder to others. */
  close(): Promise<void>
}

/** A folder of the package, from the sources as from the build: both lie one level below it. */
const folder = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

/** The built-in scenarios and those of a further folder; from their files alone, or as the build made them. */
export function scenarioLibrary({ scenarios: further, compiled = true }: LibraryOptions = {}): ScenarioLibrary {
  const scenarios = [folder('../scenarios'), ...(further === undefined ? [] : [further])]
  const recipes = folder('../seeds')
  return new ScenarioLibrary({ scenarios, recipes, ...(compiled && { compiled: folder('./compiled') }) }, contributions)
}

export type LibraryOptions = { scenarios?: string | undefined; compiled?: boolean }

/** JSON Schemas of scenario files, recipes and targets of parity, by file name, for editors. */
export async function scenarioSchemas(): Promise<Record<string, object>> {
  const { jsonSchemas } = await import('./kernel/scenario/json-schema.ts')
  const { targetSchema } = await import('./parity/target.ts')
  const { slices } = await contributions()
  return { ...jsonSchemas(slices), 'parity-target.schema.json': targetSchema() }
}

/** The OpenAPI documents of the APIs and of the control plane, by name. */
export async function openApiDocuments(): Promise<Record<string, object>> {
  const { documents } = await (await assemble()).insides()
  return documents.byName()
}

/** One of them, where there is one of that name, and the names of all. */
export async function openApiDocument(name: string): Promise<{ document: object | undefined; names: string[] }> {
  const { documents } = await (await assemble()).insides()
  return { document: await documents.named(name), names: documents.names }
}

/** Makes a sandbox of options that were checked; in memory unless a folder is named. */
export async function assemble(options: AssemblyOptions = {}): Promise<Assembly> {
  const library = options.library?.apart() ?? scenarioLibrary({ scenarios: options.scenarios })
  const { system = systemTime, maxWorkspaces: most = DEFAULTS.maxWorkspaces, report = console.error } = options
  const start = await library.start(options.scenario ?? DEFAULTS.scenario, options)
  const { data: place, node, machine, fresh, snapshot, sync } = options
  if (place !== undefined && isRedis(place) && (fresh || snapshot !== undefined))
    throw new Complaint('--fresh and --snapshot are for a folder or memory alone: others may be at work in Redis')
  const product = `issuer-sandbox ${VERSION}`
  const store = await openStore({ place, node, product, library, start, system, report, sync, machine })
  const ttl = options.workspaceTtl === undefined && !store ? A_DAY : lengthOf(options.workspaceTtl)
  const { elapsed } = options
  const workspaces = new Workspaces(start, {
    ...{ most, system, keeper: store, ttl },
    ...(elapsed && { elapsed }),
  })
  const resumed = await begin(options, store, workspaces, library).catch(async (error) => {
    await store?.close()
    throw error
  })
  let retired = false
  const app = createApp({
    workspaces,
    library,
    envelope: options.envelope ?? DEFAULTS.envelope,
    documents: folder('../docs'),
    explorer: folder('../dist/explorer'),
    assets: folder('./console/assets'),
    evidence: await evidenceWith(options.evidence),
    checkResponses: options.checkResponses ?? false,
    admitted: {
      ...{ origins: options.cors ?? [], names: options.allowHost ?? [] },
      tokens: { admin: options.adminToken, read: options.readToken },
    },
    node: options.node,
    log: options.log,
    report,
    trouble: () => (retired ? 'the sandbox is stopping' : store?.trouble()),
    storeLag: () => store?.lag() ?? 0,
  })
  return {
    ...app,
    workspaces,
    library,
    resumed,
    retire: () => {
      retired = true
    },
    hurry: () => workspaces.places.hurry(),
    close: async () => {
      workspaces.places.hurry()
      try {
        await workspaces.flush()
      } finally {
        await store?.close()
      }
    },
  }
}

/** In milliseconds; known without the calendar, which takes as long to load as half a start. */
const A_DAY = 86_400_000

const lengthOf = (period = 'off'): number | undefined => (period === 'off' ? undefined : periodLength(period))

/** Goes on from what is kept, or clears it; gives back the workspaces that there are. */
async function begin(
  { fresh, entered, snapshot }: AssemblyOptions,
  store: OpenStore | undefined,
  workspaces: Workspaces,
  library: ScenarioLibrary,
) {
  // Before anything is cleared: a start that cannot be loses nothing.
  const origin = snapshot === undefined ? undefined : await originIn(snapshot, library)
  await entered?.()
  if (fresh) store?.clear?.()
  const resumed = [...(store?.names ?? [])]
  // Where several share it, it is one's that is asked for it.
  if (store?.sharing) return resumed
  const workspace = await workspaces.use(DEFAULT_WORKSPACE)
  if (origin && !resumed.includes(DEFAULT_WORKSPACE)) {
    workspace.reset(origin.start)
    workspace.snapshots.replace(origin.snapshots)
  }
  return resumed
}

async function originIn(file: string, library: ScenarioLibrary) {
  const { readOrigin } = await import('./kernel/store/origin.ts')
  const { keptTypes } = await import('./control/kept-types.ts')
  return readOrigin(file, library, keptTypes((await contributions()).slices))
}

/** The project's own evidence, read when somebody asks for it, and that of a file, which has to be there. */
async function evidenceWith(file: string | undefined): Promise<() => Promise<readonly Evidence[]>> {
  const own = file === undefined ? [] : [await (await import('./parity/known-evidence.ts')).readEvidence(file)]
  return async () => {
    const { readEvidenceIn } = await import('./parity/known-evidence.ts')
    return [...(await readEvidenceIn(folder('../docs/evidence'))), ...own]
  }
}
