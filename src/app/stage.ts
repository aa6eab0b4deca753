import type { App, AppOptions } from '../app.ts'
import { Backstage } from '../cases/backstage.ts'
import type { StageParts } from '../cases/stage.ts'
import type { Face } from '../http/face.ts'
import { recordTables } from '../kernel/scenario/slice.ts'
import { Workspaces } from '../kernel/workspaces/workspaces.ts'
import { addedToScenarios } from './contributions.ts'

/** What a case left in other worlds than its own goes soon. In milliseconds. */
const A_MINUTE = 60_000

/** What plays cases: an app like this one, on worlds of their own, which whoever got here may use. */
export const stageOf = (
  { library, envelope, workspaces: { start } }: AppOptions,
  apis: Face[],
  hidden: (change: Partial<AppOptions>) => App,
): StageParts => ({
  library,
  records: new Set(recordTables(addedToScenarios.slices).keys()),
  contracts: Object.fromEntries(apis.map(({ name, version }) => [name, version])),
  envelope,
  signaturesOf: (world, { path, headers, body = '' }) =>
    apis.flatMap(({ authentication }) => {
      const header = (name: string) => headers[name]
      return authentication?.signature?.(world, { header, path, body }) ?? []
    }),
  backstage: new Backstage((form) => {
    const workspaces = new Workspaces(start, { ttl: A_MINUTE })
    return { workspaces, app: hidden({ workspaces, envelope: form }) }
  }),
})
