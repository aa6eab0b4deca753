import { importsOf, type Source } from './source.ts'

/** What the package shows: for its users alone, so nothing of ours stands on it. */
const FACE = /^src\/index\.ts$/

/** From the outside in: each layer may import itself, where it is one folder, and those after it. */
const LAYERS: [name: string, is: RegExp][] = [
  ['program', /^src\/(main\.ts$|program\/)/],
  ['library face', FACE],
  ['library', /^src\/(library\/|shapes\/|world\.ts$)/],
  ['assembly', /^src\/(assembly|options|defaults)\.ts$/],
  ['composition root', /^src\/(app\.ts$|app\/)/],
  ['slice', /^src\/(apis\/[^/]+|control|console|docs|mcp)\//],
  ['parity', /^src\/parity\//],
  ['http', /^src\/http\//],
  ['cases', /^src\/cases\//],
  ['kernel', /^src\/kernel\//],
  ['leaf', /^src\/version\.ts$/],
]

const layerOf = (path: string) => LAYERS.findIndex(([, is]) => is.test(path))
const sliceOf = (path: string) => /^src\/(apis\/[^/]+|control|console|docs|mcp)\//.exec(path)?.[1]
/** What a slice rules, wherever in it: `domain.ts` of an operation or a resource, or what lies in a folder `domain/`. */
const DOMAIN = /^src\/apis\/.+\/domain(\/|\.ts$)/

export const isDomain = (path: string): boolean => DOMAIN.test(path)

/** What each layer must do without, of packages. */
const NOT_FOR: [where: RegExp, packages: RegExp][] = [
  [/^src\/(kernel|cases|parity|apis|control)\//, /^(hono|@hono)\b/],
  // Pages are written as JSX, which Hono brings and which knows nothing of requests; of the router they are as free as the rest.
  [/^src\/console\//, /^(hono(?!\/jsx$)|@hono)\b/],
  [DOMAIN, /^(hono|@hono|zod)\b/],
]

/** The imports that point the wrong way. */
export function wrongArrows(sources: Source[]): string[] {
  const imports = new Map(sources.map((source) => [source.path, importsOf(source)]))
  const wrong = [...imports].flatMap(([path, names]) => names.filter((name) => !allowed(path, name)).map(arrow(path)))
  const domain = [...imports.keys()].filter(isDomain)
  const farther = domain.flatMap((path) =>
    [...reach(path, imports)].filter((name) => layerOf(name) >= 0 && name.startsWith('src/http/')).map(arrow(path)),
  )
  return [...new Set([...wrong, ...farther])]
}

const arrow = (from: string) => (to: string) => `${from} -> ${to}`

function allowed(path: string, name: string): boolean {
  if (!name.startsWith('src/')) return !NOT_FOR.some(([where, packages]) => where.test(path) && packages.test(name))
  const [from, to] = [layerOf(path), layerOf(name)]
  if (from < 0 || to < 0 || to < from || FACE.test(name)) return false
  if (isDomain(path)) return LAYERS[to]?.[0] === 'kernel' || sliceOf(name) === sliceOf(path)
  return to > from || sliceOf(name) === sliceOf(path)
}

/** Who imports a file. */
export const importersOf = (name: string, sources: Source[]): string[] =>
  sources.filter((source) => importsOf(source).includes(name)).map(({ path }) => path)

/** All that a file leads to: a domain that knows no HTTP does not know it by a third party either. */
function reach(path: string, imports: ReadonlyMap<string, string[]>, seen = new Set<string>()): Set<string> {
  for (const name of imports.get(path) ?? []) {
    if (seen.has(name)) continue
    seen.add(name)
    reach(name, imports, seen)
  }
  return seen
}

/** An operation is a file among `operations/`, or has a folder of its own, and is its `operation.ts`. */
const isOperation = (path: string) => /\/operations\/[^/]+\.ts$|\/operation\.ts$/.test(path)

/** Operations that no index serves. */
export function unservedOperations(sources: Source[]): string[] {
  const imported = new Set(sources.flatMap((source) => (isOperation(source.path) ? [] : importsOf(source))))
  return sources.map(({ path }) => path).filter((path) => isOperation(path) && !imported.has(path))
}
