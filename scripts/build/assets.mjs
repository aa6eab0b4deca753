import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { DIST, put, ROOT } from './places.mjs'

const FROM = join(ROOT, 'src/console/assets')
const TO = join(DIST, 'console/assets')

/** Puts what the console's pages load beside the program, as it is. */
export function putAssets() {
  const names = readdirSync(FROM)
  for (const name of names) put(join(TO, name), readFileSync(join(FROM, name)))
  for (const name of readdirSync(TO)) if (!names.includes(name)) rmSync(join(TO, name), { force: true })
}
