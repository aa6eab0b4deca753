import { lstatSync, mkdirSync } from 'node:fs'
import module from 'node:module'
import { homedir } from 'node:os'
import { isAbsolute, join } from 'node:path'

/**
 * Node 22 and later: what was compiled at an earlier start is not compiled again. What lies in the folder is run as this
 * program's code, so it is one of the user's own, never the one in the shared temporary directory. Without such a folder
 * there is no cache.
 */
export function useCompileCache(): void {
  const { enableCompileCache } = module as { enableCompileCache?: (folder: string) => void }
  if (!enableCompileCache || process.env.NODE_COMPILE_CACHE !== undefined) return
  const folder = ownFolder(join(cacheHome(), 'issuer-sandbox'))
  if (folder !== undefined) enableCompileCache(join(folder, 'compiled'))
}

function cacheHome(): string {
  const { XDG_CACHE_HOME: named = '', LOCALAPPDATA: local } = process.env
  if (isAbsolute(named)) return named
  if (process.platform === 'win32' && local) return local
  return join(homedir(), process.platform === 'darwin' ? 'Library/Caches' : '.cache')
}

/** The folder, made where it is not there; undefined where anybody else made it or may write into it. */
export function ownFolder(path: string): string | undefined {
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 })
    const { uid, mode } = lstatSync(path)
    const isFolder = lstatSync(path).isDirectory()
    const isOurs = process.getuid === undefined || (uid === process.getuid() && !(mode & 0o022))
    return isFolder && isOurs ? path : undefined
  } catch {
    return undefined
  }
}
