import { readdirSync, rmSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { DIST, put } from './places.mjs'

/** A chunk of an earlier build is left for processes that may still load it. */
const KEEP_CHUNKS_MS = 60 * 60 * 1000

export function clearEarlierBuilds(files) {
  for (const name of earlier(files)) {
    const path = join(DIST, name)
    if (statSync(path).mtimeMs < Date.now() - KEEP_CHUNKS_MS) rmSync(path, { force: true })
  }
}

/** What is left of earlier builds stays out of the package. */
export function packThisBuild(files) {
  put(join(DIST, '.npmignore'), ['*.tmp', ...earlier(files)].map((name) => `${name}\n`).join(''))
}

function earlier(files) {
  const current = new Set(files.map((path) => basename(path)))
  return readdirSync(DIST).filter((name) => name.endsWith('.js') && !current.has(name))
}
