import { assemble } from './assembly.ts'
import { worldOf } from './library/world.ts'
import { checkedOptions } from './options.ts'
import type { World } from './world.ts'

export type * from './shapes/index.ts'
export type * from './world.ts'

// The package's face. Its types are read from this file alone, so what is exported here names no type of another.

/** What a sandbox may be told; whatever is left out is as the command line has it, but that nothing is kept. */
export type SandboxOptions = {
  /** Name of the scenario of the default workspace and of workspaces made on first use; `quickstart` unless said. */
  scenario?: string | undefined
  /** Seed of the generated data, a whole number; the scenario's own unless said. */
  seed?: number | undefined
  /** `real`, or an ISO instant at which to freeze, such as `2026-03-02T09:00:00Z`; the scenario's own unless said. */
  clock?: string | undefined
  /** Whether credentials are demanded as the platforms do: `relaxed` or `strict`; the scenario's own unless said. */
  auth?: 'relaxed' | 'strict' | undefined
  /** A folder of further scenario files, beside the built-in ones. */
  scenarios?: string | undefined
  /** A folder for state files, one a workspace, or the address of a Redis, `redis://…`; in memory alone unless said. */
  data?: string | undefined
  /** A file with the state of a workspace, as `GET /_sandbox/state` gives it: what the default workspace starts from. */
  snapshot?: string | undefined
  /** A file that `parity --evidence` wrote: the catalogue shows it beside what rules are founded on. */
  evidence?: string | undefined
  /** Whether state files that are there are replaced instead of resumed. */
  fresh?: boolean | undefined
  /** Whether each change outlasts a power cut before it is answered, and not the end of the process alone. */
  sync?: boolean | undefined
  /** First Vision success bodies: `wrapped`, unless said, or `bare`. */
  envelope?: 'wrapped' | 'bare' | undefined
  /** Workspaces in memory at once: 1 to 1,000,000; 1000 unless said. */
  maxWorkspaces?: number | undefined
  /** After which time a workspace that nobody asked for goes: an ISO duration, or `off`; a day in memory, `off` with `data`. */
  workspaceTtl?: string | undefined
  /** Origins whose pages may call, such as `http://localhost:5173`, or `*` for all; none unless said. */
  cors?: string[] | undefined
  /** Names that control plane and documents answer to, beside IP addresses and names that are never public. */
  allowHost?: string[] | undefined
  /** What the control plane demands as a bearer token; none unless said. */
  adminToken?: string | undefined
  /** A second such token, that may only read. */
  readToken?: string | undefined
  /** Told of every request once it is answered. */
  log?: ((entry: LogEntry) => void) | undefined
  /** Told of errors of the sandbox's own, which callers see as status 500; they go to the console unless said. */
  report?: ((error: unknown) => void) | undefined
}

/** One request as the log has it. */
export type LogEntry = {
  method: string
  path: string
  status: number
  /** Milliseconds. */
  durationMs?: number
  workspace?: string
  /** The API that answered, `control` for the control plane. */
  api?: string
  operation?: string
  /** The rule that refused it. */
  rule?: string
  /** What was remarked on the request, in words. */
  findings?: string[]
  /** What a fault did to it, as `status=502;phase=after;id=fault-1`; where it left no answer the status is 0. */
  fault?: string
}

/** A sandbox in this process. */
export type Sandbox = {
  /** Answers as the server does, without a socket; may be given to any client that takes a `fetch`. */
  fetch(input: string | URL | Request, init?: RequestInit): Promise<Response>
  /** The same for a path, such as `/_sandbox/info`. */
  request(path: string, init?: RequestInit): Promise<Response>
  /** One of its worlds, made on first use; the default one unless named. */
  workspace(name?: string): World
  /** Serves it on a socket too, of this machine alone unless a host is named; port 0, the default, picks a free one. */
  listen(where?: { port?: number; host?: string }): Promise<Listening>
  /** Writes what is not written yet, leaves the data folder to others, and ends what listens. */
  close(): Promise<void>
  [Symbol.asyncDispose](): Promise<void>
}

declare global {
  // Not in every library of types yet; where it is, it is the same.
  interface SymbolConstructor {
    readonly asyncDispose: unique symbol
  }
}

/** A sandbox on a socket. */
export type Listening = {
  /** What clients take as their base URL, such as `http://127.0.0.1:4020`. */
  url: string
  port: number
  close(): Promise<void>
}

/** Which world of a sandbox that runs elsewhere, and what it takes to rule it. */
export type ConnectOptions = {
  /** `default` unless said. */
  workspace?: string | undefined
  /** The admin token, where the sandbox was started with one. */
  token?: string | undefined
}

/**
 * A sandbox in this process, in memory unless a folder is named: for tests of anything that calls these APIs.
 * Rejects with an error that names the option where one is unknown, or its value cannot be used.
 */
export async function createSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const checked = checkedOptions(options)
  const assembled = await assemble(checked)
  const fetch: Sandbox['fetch'] = async (input, init) => assembled.fetch(new Request(input, init))
  const reach = { url: IN_PROCESS, fetch, token: checked.adminToken }
  const listening = new Set<Listening>()
  const close = async () => {
    await Promise.all([...listening].map((server) => server.close()))
    await assembled.close()
  }
  return {
    fetch,
    request: async (path, init) => assembled.request(path, init),
    workspace: (name = 'default') => worldOf(name, reach),
    listen: async (where = {}) => {
      const { listen } = await import('./library/listen.ts')
      const server = await listen({ fetch: assembled.fetch, log: checked.log }, where)
      listening.add(server)
      return server
    },
    close,
    [Symbol.asyncDispose]: close,
  }
}

/** What stands for the host of a sandbox that has none. */
const IN_PROCESS = 'http://localhost'

/** A world of a sandbox that runs elsewhere, such as `http://127.0.0.1:4020`. Nothing is sent before it is asked for something. */
export function connect(url: string | URL, { workspace = 'default', token }: ConnectOptions = {}): World {
  return worldOf(workspace, { url: new URL(url).origin, token, fetch: (request) => fetch(request) })
}
