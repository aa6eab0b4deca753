import { join } from 'node:path'
import { put, ROOT } from './places.mjs'

/** Has the code that was just built tell client generators what the APIs take and answer. */
export async function describeApis({ openApiDocuments }) {
  for (const [name, document] of Object.entries(await openApiDocuments()))
    put(join(ROOT, 'openapi', `${name}.json`), `${JSON.stringify(document)}\n`)
}
