import { statSync } from 'node:fs'

/** What was read from files, read again only when a file has changed. */
export class FileCache {
  readonly #kept = new Map<string, { stamp: string; value: unknown }>()

  read<T>(file: string, parse: (file: string) => T): T {
    const stat = statSync(file, { throwIfNoEntry: false })
    const stamp = `${stat?.mtimeMs} ${stat?.size}`
    const kept = this.#kept.get(file)
    if (kept?.stamp === stamp) return kept.value as T
    const value = parse(file)
    this.#kept.set(file, { stamp, value })
    return value
  }
}
