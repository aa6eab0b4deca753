import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './places.mjs'

const SOURCES = [
  'src',
  'scenarios',
  'seeds',
  'scripts',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'tsconfig.build.json',
]

/** Whether a file that the build made is older than anything it is made from, or not there. */
export function isStale(made) {
  if (!existsSync(made)) return true
  const { mtimeMs } = statSync(made)
  return SOURCES.map((source) => join(ROOT, source)).some((source) => existsSync(source) && newest(source) > mtimeMs)
}

function newest(path) {
  const about = statSync(path)
  const below = about.isDirectory() ? readdirSync(path).map((name) => newest(join(path, name))) : []
  return Math.max(about.mtimeMs, ...below)
}
