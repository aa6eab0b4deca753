import { statSync } from 'node:fs'

/** What was read from files, read again only when a file has changed. */
export class FileCache {
  readonly #kept = new Map<string, { stamp: string; value: unknown }>()

  read<T>(file: string, parse: (file: string) => T): T {
    const stamp = stampOf(file)
    const kept = this.#kept.get(file)
    if (kept?.stamp === stamp) return kept.value as T
    const value = parse(file)
    this.#kept.set(file, { stamp, value })
    return value
  }
}

/** Another one with every change of a file, also where an older one of the same size takes its place. */
export function stampOf(file: string): string {
  const stat = statSync(file, { throwIfNoEntry: false })
  return stat ? `${stat.ino} ${stat.mtimeMs} ${stat.ctimeMs} ${stat.size}` : 'none'
}
