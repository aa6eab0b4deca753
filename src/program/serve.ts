import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import { createSandbox, type Sandbox } from '../index.ts'
import { Complaint } from '../kernel/complaint.ts'
import { VERSION } from '../version.ts'
import { complain } from './complain.ts'
import { Connections } from './connections.ts'
import { type Log, openLog } from './log.ts'
import type { StartOptions } from './options.ts'
import type { Signals } from './signals.ts'
import { stop } from './stop.ts'

/** In development every answer is held against its schema. */
const FROM_SOURCES = import.meta.url.endsWith('.ts')

/** Serves until it is told to stop. `data` is the folder of the state files; none, and nothing is kept. */
export async function serve(options: StartOptions, data: string | undefined, signals: Signals): Promise<void> {
  signals.hold()
  const log = openLog(options.log ?? (process.stdout.isTTY ? 'pretty' : 'json'))
  const { scenario, seed, clock, scenarios, envelope, maxWorkspaces, workspaceTtl, fresh } = options
  let ready: Sandbox | undefined
  // A request may come before there is anything to answer it: the port is taken first.
  const fetch: Sandbox['fetch'] = (request, env) =>
    ready ? ready.fetch(request, env) : opening.then((sandbox) => sandbox.fetch(request, env))
  const server = createAdaptorServer({ fetch }) as Server
  const connections = new Connections(server)
  const opening = createSandbox({
    ...{ scenario, seed, clock, scenarios, envelope, maxWorkspaces, workspaceTtl, fresh, data },
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
  const { port } = server.address() as AddressInfo
  const { host } = options
  sayWhatIsServed(log, sandbox, `http://${host.includes(':') ? `[${host}]` : host}:${port}`, data)
  signals.onStop(() => {
    stop(sandbox, server, connections)
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

function sayWhatIsServed(log: Log, { workspaces, resumed }: Sandbox, url: string, data: string | undefined) {
  if (resumed.length) {
    const names = resumed.length > 3 ? `${resumed.length} workspaces` : resumed.join(', ')
    log.message(`resumed ${names} from ${data}, whatever --scenario, --seed and --clock say; --fresh starts them anew`)
  }
  const { base } = workspaces.start
  const where = data === undefined ? 'in memory' : `state in ${data}`
  log.message(`issuer-sandbox ${VERSION} on ${url} (scenario ${base.scenario}, seed ${base.seed}; ${where})`)
}
