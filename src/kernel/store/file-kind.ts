import type { Disk } from './disk.ts'

/** A state, as its opening tells; what may have been one and is broken; or something that no sandbox wrote. */
export type FileKind = 'state' | 'broken' | 'foreign'

/** What a file with the name of a state file is. */
export function kindOf(disk: Disk, path: string): FileKind {
  if (!disk.find(path)?.isFile) return 'foreign'
  if (/^\s*(?:\{\s*"(?:format|line)"|$)/.test(disk.opening(path, 64).toString('latin1'))) return 'state'
  const text = disk.readNow(path).toString()
  const [first = ''] = text.split('\n', 1)
  return isJson(text) || isJson(first) ? 'foreign' : 'broken'
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
