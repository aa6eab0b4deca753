import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DECISIONS } from '../../http/citation.ts'
import type { Face } from '../../http/face.ts'

/** A document that sources cite. */
export type Document = { name: string; title: string; markdown: string }

/** The contracts of the simulated APIs and the decisions, read from the package's files when they are asked for. */
export class Documents {
  readonly #files: ReadonlyMap<string, string>

  constructor(folder: string, apis: Face[]) {
    const contracts = apis.flatMap(({ contract }) => contract ?? [])
    this.#files = new Map([
      ...contracts.map((name) => [name, join(folder, 'contracts', `${name}.md`)] as const),
      [DECISIONS, join(folder, `${DECISIONS}.md`)],
    ])
  }

  get names(): string[] {
    return [...this.#files.keys()]
  }

  /** Undefined where there is none of the name. */
  async read(name: string): Promise<Document | undefined> {
    const file = this.#files.get(name)
    if (file === undefined) return undefined
    const markdown = await readFile(file, 'utf8')
    return { name, title: /^# (.*)$/m.exec(markdown)?.[1] ?? name, markdown }
  }
}
