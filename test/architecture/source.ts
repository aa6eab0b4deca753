import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export type Source = { path: string; text: string }

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
/** What is made here, and by git, is not ours to write. */
const NOT_OURS = [
  '.git',
  ...readFileSync(join(ROOT, '.gitignore'), 'utf8')
    .split('\n')
    .map((line) => line.replace(/\/$/, '')),
]

/** The files below a folder of the repository, with paths as from its root. */
export const filesBelow = (folder: string): Source[] =>
  readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    if (NOT_OURS.includes(entry.name)) return []
    const path = folder ? `${folder}/${entry.name}` : entry.name
    if (entry.isDirectory()) return filesBelow(path)
    return entry.isFile() ? [{ path, text: readFileSync(join(ROOT, path), 'utf8') }] : []
  })

/** The code without its comments: examples in prose are no code. */
export const codeOf = ({ text }: Source): string =>
  text.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/(^|\s)\/\/.*$/gm, '$1')

/** What a file imports: our own files as paths from the root, everything else by its name. */
export const importsOf = (source: Source): string[] =>
  [...codeOf(source).matchAll(/(?:\bfrom|\bimport)\s*\(?\s*'([^']+)'/g)].map(([, name = '']) =>
    name.startsWith('.') ? join(source.path, '..', name) : name,
  )

/** What is loaded with some files: what they import other than as types, and so on; what is imported when it is needed is not. */
export function loadedBy(paths: string[], sources: Source[]): string[] {
  const loaded = new Set<string>()
  const load = (path: string): void => {
    if (loaded.has(path)) return
    loaded.add(path)
    const source = sources.find((one) => one.path === path)
    const statements = source ? codeOf(source).matchAll(/^(?:import|export) [^;'"]*?from '[^']+'/gm) : []
    for (const [statement] of statements) {
      const isOfTypes = /^\w+ type /.test(statement) || /^\w+ \{(?:\s*type [^,}]+,?)+\s*\}/.test(statement)
      if (source && !isOfTypes) for (const name of importsOf({ ...source, text: statement })) load(name)
    }
  }
  for (const path of paths) load(path)
  return [...loaded].sort()
}
