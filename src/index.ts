import { assemble } from './assembly.ts'
import { checkedOptions } from './options.ts'

// The package's face. Its types are read from this file alone, so what is exported here names no type of another.

/** What a sandbox may be told; whatever is left out is as the command line has it, but that nothing is kept. */
export type SandboxOptions = {
  /** Name of the scenario of the default workspace and of workspaces made on first use; `quickstart` unless said. */
  scenario?: string | undefined
  /** Seed of the generated data, a whole number; the scenario's own unless said. */
  seed?: number | undefined
  /** `real`, or an ISO instant at which to freeze, such as `2026-03-02T09:00:00Z`; the scenario's own unless said. */
  clock?: string | undefined
  /** A folder of further scenario files, beside the built-in ones. */
  scenarios?: string | undefined
  /** A folder for state files, one a workspace; in memory alone unless said. */
  data?: string | undefined
  /** A file with the state of a workspace, as `GET /_sandbox/state` gives it: what the default workspace starts from. */
  snapshot?: string | undefined
  /** Whether state files that are there are replaced instead of resumed. */
  fresh?: boolean | undefined
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
  /** The kind of fault that it met. */
  fault?: string
  /** What was remarked on the request, in words. */
  findings?: string[]
}

export type Sandbox = {
  /** Answers as the server does, without a socket; may be given to any client that takes a `fetch`. */
  fetch(input: string | URL | Request, init?: RequestInit): Promise<Response>
  /** The same for a path, such as `/_sandbox/info`. */
  request(path: string, init?: RequestInit): Promise<Response>
  /** Writes what is not written yet, and leaves the data folder to others. */
  close(): Promise<void>
}

/**
 * A sandbox in this process, in memory unless a folder is named: for tests of anything that calls these APIs.
 * Rejects with an error that names the option where one is unknown, or its value cannot be used.
 */
export async function createSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const { fetch, request, close } = await assemble(checkedOptions(options))
  return {
    fetch: async (input, init) => fetch(new Request(input, init)),
    request: async (path, init) => request(path, init),
    close,
  }
}
