import type { Disk } from './disk.ts'

/** A state, as its opening tells; what may have been one and is broken; or something that no sandbox wrote. */
export type FileKind = 'state' | 'broken' | 'foreign'

/** What a file with the name of a state file is. */
export function kindOf(disk: Disk, path: string): FileKind {
  if (!disk.find(path)?.isFile) return 'foreign'
  if (/^\s*(?:\{\s*"format"|$)/.test(disk.opening(path, 64).toString('latin1'))) return 'state'
  return isJson(disk.readNow(path).toString()) ? 'foreign' : 'broken'
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
