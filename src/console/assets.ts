import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { asset } from './answer.ts'

const TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
}

type Asset = { text: string; tag: string; type: string }
type Loaded = { mark: string; assets: ReadonlyMap<string, Asset> }

const KEPT = 'public, max-age=31536000, immutable'

/** What pages load: files of a folder, read with the first page, and what is made here. */
export class Assets {
  readonly #folder: string
  readonly #made: Record<string, string>
  #loading: Promise<Loaded> | undefined

  constructor(folder: string, made: Record<string, string>) {
    this.#folder = folder
    this.#made = made
  }

  /** Changes with any of them: below it a browser keeps what it has loaded, and asks no more. */
  async mark(): Promise<string> {
    return (await this.#loaded()).mark
  }

  /** By name alone, or below the mark. Undefined where there is none. */
  async answer(path: string, knownTag: string | null): Promise<Response | undefined> {
    const [, mark, name = ''] = /^(?:([\w-]+)\/)?([a-z.-]+)$/.exec(path) ?? []
    const loaded = await this.#loaded()
    const found = loaded.assets.get(name)
    if (!found) return undefined
    const { text, tag, type } = found
    // Elsewhere it is asked for anew each time, and sent only when it is another: a new version shows at once.
    const headers = { ETag: tag, 'Cache-Control': mark === loaded.mark ? KEPT : 'no-cache', 'Content-Type': type }
    return knownTag === tag ? asset(null, 304, headers) : asset(text, 200, headers)
  }

  #loaded(): Promise<Loaded> {
    this.#loading ??= this.#load().catch((error) => {
      this.#loading = undefined
      throw error
    })
    return this.#loading
  }

  async #load(): Promise<Loaded> {
    const names = (await readdir(this.#folder)).filter((name) => extname(name) in TYPES).sort()
    const read = names.map(async (name) => [name, await readFile(join(this.#folder, name), 'utf8')] as const)
    const texts = [...(await Promise.all(read)), ...Object.entries(this.#made)]
    const assets = new Map(
      texts.map(([name, text]) => [name, { text, tag: `"${digestOf(text)}"`, type: TYPES[extname(name)] ?? '' }]),
    )
    return { mark: digestOf(JSON.stringify(texts)), assets }
  }
}

const digestOf = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, 16)
