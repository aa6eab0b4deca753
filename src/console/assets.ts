import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { asset } from './answer.ts'

const TYPES: Record<string, string> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
}

type Asset = { text: string; tag: string; type: string }

/** What pages load: files of a folder, read when first asked for, and what is made here. */
export class Assets {
  readonly #folder: string
  readonly #made: Record<string, string>
  readonly #read = new Map<string, Promise<Asset>>()

  constructor(folder: string, made: Record<string, string>) {
    this.#folder = folder
    this.#made = made
  }

  /** Undefined where there is none of that name. */
  async answer(name: string, knownTag: string | null): Promise<Response | undefined> {
    const type = TYPES[/^[a-z][a-z-]*\.([a-z]+)$/.exec(name)?.[1] ?? '']
    if (type === undefined) return undefined
    const reading = this.#read.get(name) ?? this.#load(name, type)
    const { text, tag } = await reading.catch(() => ({ text: '', tag: undefined }))
    if (tag === undefined) return undefined
    this.#read.set(name, reading)
    // Asked for anew each time, and sent only when it is another: a new version shows at once.
    const headers = { ETag: tag, 'Cache-Control': 'no-cache', 'Content-Type': type }
    return knownTag === tag ? asset(null, 304, headers) : asset(text, 200, headers)
  }

  async #load(name: string, type: string): Promise<Asset> {
    const text = this.#made[name] ?? (await readFile(join(this.#folder, name), 'utf8'))
    return { text, tag: `"${createHash('sha256').update(text).digest('base64url').slice(0, 16)}"`, type }
  }
}
