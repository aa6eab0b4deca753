// Where things are, and how a file is put there: whole, so that whoever reads at the same moment finds the old or the new.
import { mkdirSync, renameSync, utimesSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const ROOT = fileURLToPath(new URL('../..', import.meta.url))
export const DIST = join(ROOT, 'dist')

export function put(path, contents, time = new Date()) {
  mkdirSync(dirname(path), { recursive: true })
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`)
  writeFileSync(temporary, contents)
  utimesSync(temporary, time, time)
  renameSync(temporary, path)
}
