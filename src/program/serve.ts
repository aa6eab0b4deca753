import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Assembly, assemble } from '../assembly.ts'
import { openServer } from '../http/server/server.ts'
import { Complaint } from '../kernel/complaint.ts'
import { isRedis, withoutSecrets } from '../kernel/store/redis/address.ts'
import { VERSION } from '../version.ts'
import { complain } from './complain.ts'
import { Connections } from './connections.ts'
import { type Log, openLog } from './log.ts'
import type { StartOptions } from './options.ts'
import { stopWithParent } from './parent.ts'
import type { Signals } from './signals.ts'
import { stop } from './stop.ts'
import { warningsOf } from './warnings.ts'

/** In development every answer is held against its schema. */
const FROM_SOURCES = import.meta.url.endsWith('.ts')

export type Serving = {
  /** The folder of the state files; none, and nothing is kept. */
  data: string | undefined
  signals: Signals
  /** What was noticed before. */
  warnings?: string[]
}

/** Serves until it is told to stop. */
export async function serve(options: StartOptions, { data, signals, warnings = [] }: Serving): Promise<void> {
  signals.hold()
  const log = openLog(options.log ?? (process.stdout.isTTY ? 'pretty' : 'json'), options.node)
  for (const warning of warnings) log.warning(warning)
  const { scenario, seed, clock, auth, scenarios, envelope, maxWorkspaces, workspaceTtl, fresh, sync, cors } = options
  const { allowHost = [], host, adminToken, readToken, snapshot, node, drain } = options
  let ready: Assembly | undefined
  // A request may come before there is anything to answer it: the port is taken first.
  const fetch: Assembly['fetch'] = (request, env) =>
    ready ? ready.fetch(request, env) : opening.then((sandbox) => sandbox.fetch(request, env))
  const server = openServer({ fetch, log: log.request, node })
  const connections = new Connections(server)
  const opening = assemble({
    ...{ scenario, seed, clock, auth, scenarios, envelope, maxWorkspaces, workspaceTtl, fresh, sync, data, cors },
    allowHost: [...allowHost, host.toLowerCase()],
    ...{ adminToken, readToken, snapshot, node },
    // Without a port nothing in the folder is touched, so that a start that cannot be loses nothing.
    entered: () => listen(server, options),
    checkResponses: FROM_SOURCES,
    log: log.request,
    report: log.error,
  })
  try {
    ready = await opening
  } catch (error) {
    server.close()
    server.closeAllConnections()
    throw error
  }
  const sandbox = ready
  if (options.exitWithParent) stopWithParent(log.message)
  for (const warning of await warningsOf(server, options, sandbox.library)) log.warning(warning)
  if (options.watch && scenarios !== undefined) {
    const { watchFolder } = await import('./scenario-folder.ts')
    void watchFolder(scenarios, sandbox.library, log)
  }
  const { port } = server.address() as AddressInfo
  sayWhatIsServed(log, sandbox, `http://${host.includes(':') ? `[${host}]` : host}:${port}`, data)
  signals.onStop(() => {
    if (drain) log.message(`stopping: it says that it is not ready, and serves on for ${drain / 1000} s`)
    stop(sandbox, server, connections, drain)
      .catch(complain)
      .finally(() => process.exit())
  })
}

const listen = (server: Server, { port, host }: StartOptions): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', ({ code }: NodeJS.ErrnoException) =>
      reject(
        new Complaint(
          code === 'EADDRINUSE'
            ? `port ${port} of ${host} is taken; stop what listens there, or choose another with --port`
            : `cannot listen on port ${port} of ${host} (${code})`,
        ),
      ),
    )
    server.listen(port, host, resolve)
  })

function sayWhatIsServed(log: Log, { workspaces, resumed }: Assembly, url: string, data: string | undefined) {
  if (resumed.length) {
    const names = resumed.length > 3 ? `${resumed.length} workspaces` : resumed.join(', ')
    log.message(
      `resumed ${names} from ${data}, whatever --scenario, --seed, --clock, --auth and --snapshot say; --fresh starts them anew`,
    )
  }
  const { base } = workspaces.start
  const where = data === undefined ? 'in memory' : `state in ${isRedis(data) ? withoutSecrets(data) : data}`
  log.message(`issuer-sandbox ${VERSION} on ${url} (scenario ${base.scenario}, seed ${base.seed}; ${where})`)
}
