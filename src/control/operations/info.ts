import * as z from 'zod'
import { operation } from '../../http/operation.ts'
import { Auth } from '../../kernel/scenario/schema.ts'
import { recordTables } from '../../kernel/scenario/slice.ts'
import { VERSION } from '../../version.ts'
import type { Controlled } from '../controlled.ts'
import { platformChangeCount } from '../record-changes.ts'
import { ClockReading, standing } from '../standing.ts'

const Info = z.strictObject({
  name: z.string(),
  version: z.string(),
  node: z.string().optional(),
  workspace: z.strictObject({
    name: z.string(),
    scenario: z.string(),
    seed: z.int(),
    clock: ClockReading,
    auth: Auth,
    digest: z.string(),
    changes: z.int(),
  }),
  apis: z.array(
    z.strictObject({
      name: z.string(),
      version: z.string(),
      basePaths: z.array(z.string()),
      operations: z.array(z.strictObject({ id: z.string(), method: z.string(), path: z.string() })),
    }),
  ),
})

/** What runs here, and where the workspace stands. */
export function info({ apis, slices, node }: Controlled) {
  const types = recordTables(slices)
  return operation({
    id: 'info',
    tellsOfAll: true,
    method: 'get',
    path: '/info',
    summary: 'Versions, the workspace and the operations served',
    source: 'decision Control plane',
    response: Info,
    example: {},
  }).handle((workspace) => {
    const { workspace: name, ...stands } = standing(workspace)
    return {
      name: 'issuer-sandbox',
      version: VERSION,
      ...(node !== undefined && { node }),
      workspace: { name, ...stands, changes: platformChangeCount(workspace, types) },
      apis: apis.map(({ name, version, basePaths, operations }) => ({
        name,
        version,
        basePaths,
        operations: operations.map(({ id, method, path }) => ({ id, method: method.toUpperCase(), path })),
      })),
    }
  })
}
