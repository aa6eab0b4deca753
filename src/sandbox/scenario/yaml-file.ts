import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { isNode, LineCounter, parseDocument } from 'yaml'
import { Recipe, Scenario } from './schema.ts'
import { UnusableScenario } from './unusable.ts'

/** A scenario or recipe file that cannot be used; each problem as `file:line:column: message`. */
export class FileProblems extends UnusableScenario {
  readonly problems: string[]

  constructor(problems: string[]) {
    super(problems.join('\n'))
    this.problems = problems
  }
}

export const readScenarioFile = (file: string): Scenario => readYaml(file, Scenario.refine(...namedAs(file)))

export const readRecipeFile = (file: string): Recipe => readYaml(file, Recipe.refine(...namedAs(file)))

/** Files are found by their names, so a name is said twice and must be the same. */
const namedAs = (file: string): [({ name }: { name: string }) => boolean, { path: string[]; error: string }] => {
  const expected = basename(file, '.yaml')
  return [({ name }) => name === expected, { path: ['name'], error: `must be '${expected}', as the file is named` }]
}

type Schema<T> = { safeParse(value: unknown): { success: true; data: T } | { success: false; error: Issues } }
type Issues = { issues: { path: PropertyKey[]; message: string }[] }

const readYaml = <T>(file: string, schema: Schema<T>): T => {
  const lines = new LineCounter()
  const document = parseDocument(readText(file), { lineCounter: lines })
  const at = (offset: number, message: string) => {
    const { line, col } = lines.linePos(offset)
    return `${file}:${line}:${col}: ${message}`
  }
  if (document.errors.length) {
    const [headline] = document.errors.map((error) => error.message.split('\n')[0] ?? '')
    throw new FileProblems([at(document.errors[0]?.pos[0] ?? 0, headline ?? 'not YAML')])
  }
  const result = schema.safeParse(document.toJS())
  if (result.success) return result.data
  throw new FileProblems(
    result.error.issues.map((issue) => {
      // The node of the issue itself, or the nearest one around it that exists.
      let path = issue.path as (string | number)[]
      let node = document.getIn(path, true)
      while (!isNode(node) && path.length) {
        path = path.slice(0, -1)
        node = document.getIn(path, true)
      }
      const where = issue.path.length ? `${issue.path.join('.')}: ` : ''
      return at(isNode(node) ? (node.range?.[0] ?? 0) : 0, where + issue.message)
    }),
  )
}

const readText = (file: string): string => {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    throw new FileProblems([`${file}: cannot be read (${(error as NodeJS.ErrnoException).code})`])
  }
}
