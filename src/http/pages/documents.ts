import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { DECISIONS } from '../answers/citation.ts'
import type { Face } from '../face.ts'

/** A document of the package: what it is called, and its file as the others link to it. */
export type Document = { name: string; title: string; file: string; markdown: string }

/** What lies beside the folder of documents, where it is one of a package. */
const BESIDE = ['README.md', 'CHANGELOG.md', 'CONTRIBUTING.md', 'skills/issuer-sandbox/SKILL.md']

/** The documents of the package, read from their files when they are asked for: contracts and decisions first, which sources cite. */
export class Documents {
  readonly #root: string
  readonly #folder: string
  /** The names of those that sources cite. */
  readonly cited: readonly string[]
  #files: ReadonlyMap<string, string> | undefined

  /** The folder lies in the root of the package. */
  constructor(folder: string, apis: Face[]) {
    this.#root = join(folder, '..')
    this.#folder = posix.basename(folder.replaceAll('\\', '/'))
    this.cited = [...apis.flatMap(({ contract }) => contract ?? []), DECISIONS]
  }

  get names(): string[] {
    return [...this.#known.keys()]
  }

  /** Where a link of a document leads, side by side with it; undefined where that is no document, but a file of the package. */
  target(href: string, from: string): string | undefined {
    const { protocol, pathname, hash } = new URL(href, `file:///${from}`)
    if (protocol !== 'file:') return href
    const name = [...this.#known].find(([, file]) => `/${file}` === pathname)?.[0]
    return name === undefined ? undefined : name + hash
  }

  /** Undefined where there is none of the name. */
  read(name: string): Document | undefined {
    const file = this.#known.get(name)
    if (file === undefined) return undefined
    const markdown = readFileSync(join(this.#root, file), 'utf8')
    return { name, file, title: /^# (.*)$/m.exec(markdown)?.[1] ?? name, markdown }
  }

  /** Files by the names of their documents. */
  get #known(): ReadonlyMap<string, string> {
    this.#files ??= new Map([
      ...this.cited.map((name) => [name, this.#fileOf(name)] as const),
      ...this.#below(this.#folder).map((file) => [nameOf(file), file] as const),
      ...BESIDE.filter((file) => existsSync(join(this.#root, file))).map((file) => [nameOf(file), file] as const),
    ])
    return this.#files
  }

  #fileOf(name: string): string {
    return name === DECISIONS ? `${this.#folder}/${name}.md` : `${this.#folder}/contracts/${name}.md`
  }

  #below(folder: string): string[] {
    const files = readdirSync(join(this.#root, folder)).filter((file) => file.endsWith('.md'))
    return files.sort().map((file) => `${folder}/${file}`)
  }
}

/** What the README of a folder lists is its index. */
const nameOf = (file: string): string =>
  file.endsWith('/README.md') ? 'index' : posix.basename(file, '.md').toLowerCase()
