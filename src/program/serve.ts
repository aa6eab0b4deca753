import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Assembly, assemble } from '../assembly.ts'
import { openServer } from '../http/server.ts'
import { Complaint } from '../kernel/complaint.ts'
import { VERSION } from '../version.ts'
import { complain } from './complain.ts'
import { type Log, openLog } from './log.ts'
import type { StartOptions } from './options.ts'
import { stopWithParent } from './parent.ts'
import { stop } from './stop.ts'
import { warningsOf } from './warnings.ts'

/** In development every answer is held against its schema. */
const FROM_SOURCES = import.meta.url.endsWith('.ts')

/**
 * Serves until it is told to stop. `data` is the folder of the state files; none, and nothing is kept. `warnings` are what
 * was noticed before.
 */
export async function serve(options: StartOptions, data: string | undefined, warnings: string[] = []): Promise<void> {
  const log = openLog(options.log ?? (process.stdout.isTTY ? 'pretty' : 'json'))
  for (const warning of warnings) log.warning(warning)
  const { scenario, seed, clock, scenarios, envelope, maxWorkspaces, fresh, cors, allowHost = [], host } = options
  const sandbox = await assemble({
    ...{ scenario, seed, clock, scenarios, envelope, maxWorkspaces, fresh, data, cors },
    allowHost: [...allowHost, host.toLowerCase()],
    checkResponses: FROM_SOURCES,
    log: log.request,
    report: log.error,
  })
  const server = openServer({ fetch: sandbox.fetch, log: log.request })
  try {
    await listen(server, options)
  } catch (error) {
    await sandbox.close()
    throw error
  }
  stopOnSignals(sandbox, server)
  if (options.exitWithParent) stopWithParent(log.message)
  for (const warning of await warningsOf(server, scenarios, sandbox.library)) log.warning(warning)
  const { port } = server.address() as AddressInfo
  sayWhatIsServed(log, sandbox, `http://${host.includes(':') ? `[${host}]` : host}:${port}`, data)
}

function stopOnSignals(sandbox: Assembly, server: Server): void {
  let stopping = false
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.on(signal, () => {
      // Asked twice, it goes at once; what is written so far is whole.
      if (stopping) process.exit(1)
      stopping = true
      stop(sandbox, server).then(
        () => process.exit(0),
        (error) => {
          complain(error)
          process.exit(1)
        },
      )
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
    log.message(`resumed ${names} from ${data}, whatever --scenario, --seed and --clock say; --fresh starts them anew`)
  }
  const { base } = workspaces.start
  const where = data === undefined ? 'in memory' : `state in ${data}`
  log.message(`issuer-sandbox ${VERSION} on ${url} (scenario ${base.scenario}, seed ${base.seed}; ${where})`)
}
