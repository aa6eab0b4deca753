import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { type Document, isNode, LineCounter, parseDocument, visit } from 'yaml'
import type { ZodType } from 'zod'
import { Recipe, Scenario } from './schema.ts'
import { type Issue, issuesOf, type ScenarioError, UnusableScenario, worded } from './unusable.ts'

/** A scenario or recipe file that cannot be used; each problem as `file:line:column: message`. */
export class FileProblems extends UnusableScenario {
  readonly problems: string[]

  constructor(problems: string[]) {
    super(problems.join('\n'))
    this.problems = problems
  }
}

export const readScenarioFile = (file: string): Scenario => readAs(parse(file), Scenario)

export const readRecipeFile = (file: string): Recipe => readAs(parse(file), Recipe)

/** A file that may be either; only recipes say where their people are from. */
export function readEither(file: string): { scenario: Scenario } | { recipe: Recipe } {
  const parsed = parse(file)
  return parsed.document.has('locale') ? { recipe: readAs(parsed, Recipe) } : { scenario: readAs(parsed, Scenario) }
}

/** Says where in a file what is wrong with it stands. */
export const locate = (file: string, { issues }: ScenarioError): FileProblems => parse(file).problems(issues)

type Parsed = { file: string; document: Document; value: unknown; problems(issues: Issue[]): FileProblems }

function readAs<T extends { name: string }>({ file, value, problems }: Parsed, schema: ZodType<T>): T {
  const result = notTooDeep(file, () => schema.safeParse(value))
  if (!result.success) throw problems(issuesOf(result.error))
  if (!file.endsWith('.yaml')) throw problems([{ path: [], message: 'not found unless its file name ends in .yaml' }])
  // Files are found by their names, so a name is said twice and must be the same.
  const expected = basename(file, '.yaml')
  if (result.data.name === expected) return result.data
  throw problems([{ path: ['name'], message: `must be '${expected}', as the file is named` }])
}

function parse(file: string): Parsed {
  const lines = new LineCounter()
  const text = readText(file)
  const document = notTooDeep(file, () => parseDocument(text, { lineCounter: lines, prettyErrors: false }))
  const at = (offset: number, message: string) => {
    const { line, col } = lines.linePos(offset)
    return `${file}:${line}:${col}: ${message}`
  }
  const [error] = document.errors
  if (error) {
    const isTooDeep = error.message.includes('call stack')
    throw new FileProblems([at(error.pos[0], isTooDeep ? 'nested too deeply' : error.message)])
  }
  const problems = (issues: Issue[]) =>
    new FileProblems(issues.map((issue) => at(nearest(document, issue.path), worded(issue))))
  const aliases = notTooDeep(file, () => aliasesIn(document))
  const circle = aliases.find(({ isWithinItself }) => isWithinItself)
  if (circle) throw new FileProblems([at(circle.at, 'an alias stands within what it stands for')])
  try {
    return { file, document, value: document.toJS(), problems }
  } catch (error) {
    // An alias of what is nowhere, or so many that they would not end.
    const { at: offset } = aliases.find(({ leads }) => !leads) ?? aliases[0] ?? { at: 0 }
    throw new FileProblems([at(offset, (error as Error).message)])
  }
}

/** The aliases of a document: where each stands, whether it leads anywhere, and whether it would go round in a circle. */
function aliasesIn(document: Document): { at: number; leads: boolean; isWithinItself: boolean }[] {
  const aliases: ReturnType<typeof aliasesIn> = []
  visit(document, {
    Alias: (_key, alias, path) => {
      const target = alias.resolve(document)
      const isWithinItself = target !== undefined && path.includes(target)
      aliases.push({ at: alias.range?.[0] ?? 0, leads: target !== undefined, isWithinItself })
    },
  })
  return aliases
}

/** Reads what is nested; where that is deeper than anybody writes, the stack does not hold it. */
function notTooDeep<T>(file: string, read: () => T): T {
  try {
    return read()
  } catch (error) {
    if (error instanceof RangeError) throw new FileProblems([`${file}: nested too deeply`])
    throw error
  }
}

/** Where the node of a path begins, or the nearest one around it that exists. */
function nearest(document: Document, path: PropertyKey[]): number {
  for (let length = path.length; length >= 0; length--) {
    const node = document.getIn(path.slice(0, length), true)
    if (isNode(node)) return node.range?.[0] ?? 0
  }
  return 0
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    throw new FileProblems([`${file}: cannot be read (${(error as NodeJS.ErrnoException).code})`])
  }
}
