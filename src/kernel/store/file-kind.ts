import { closeSync, openSync, readFileSync, readSync, statSync } from 'node:fs'

/** A state, as its opening tells; what may have been one and is broken; or something that no sandbox wrote. */
export type FileKind = 'state' | 'broken' | 'foreign'

/** What a file with the name of a state file is. */
export function kindOf(path: string): FileKind {
  if (!statSync(path).isFile()) return 'foreign'
  if (/^\s*(?:\{\s*"format"|$)/.test(opening(path))) return 'state'
  return isJson(readFileSync(path, 'utf8')) ? 'foreign' : 'broken'
}

function opening(path: string): string {
  const file = openSync(path, 'r')
  try {
    const bytes = Buffer.alloc(64)
    return bytes.toString('latin1', 0, readSync(file, bytes))
  } finally {
    closeSync(file)
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
