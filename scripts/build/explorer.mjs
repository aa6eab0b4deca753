import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { DIST, put, ROOT } from './places.mjs'

const PACKAGE = 'node_modules/swagger-ui-dist'
const FILES = ['swagger-ui-bundle.js', 'swagger-ui.css']

/** What the script names as the licences of what it holds. */
const LICENCES = 'swagger-ui-bundle.js.LICENSE.txt'

/** Puts the API explorer beside the bundles, packed as browsers take it: a fourth of its size. Gives the paths of its files. */
export function packExplorer() {
  const read = (name) => readFileSync(join(ROOT, PACKAGE, name))
  for (const name of FILES) put(join(DIST, 'explorer', `${name}.gz`), gzipSync(read(name), { level: 9 }))
  put(join(DIST, 'explorer', LICENCES), read(LICENCES))
  return FILES.map((name) => `${PACKAGE}/${name}`)
}
