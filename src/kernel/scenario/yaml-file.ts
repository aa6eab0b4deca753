import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { type Document, isNode, LineCounter, parseDocument, visit } from 'yaml'
import type { ZodType } from 'zod'
import { ExactNumber, numberOf } from '../exact-number.ts'
import { decodeUtf8, NotUtf8 } from '../utf8.ts'
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
  const result = schema.safeParse(value)
  if (!result.success) throw problems(issuesOf(result.error))
  if (!file.endsWith('.yaml')) throw problems([{ path: [], message: 'not found unless its file name ends in .yaml' }])
  // Files are found by their names, so a name is said twice and must be the same.
  const expected = basename(file, '.yaml')
  if (result.data.name === expected) return result.data
  throw problems([{ path: ['name'], message: `must be '${expected}', as the file is named` }])
}

function parse(file: string): Parsed {
  const lines = new LineCounter()
  const document = parseDocument(readText(file), { lineCounter: lines, prettyErrors: false })
  const at = (offset: number, message: string) => {
    const { line, col } = lines.linePos(offset)
    return `${file}:${line}:${col}: ${message}`
  }
  const [error] = document.errors
  if (error) throw new FileProblems([at(error.pos[0], error.message)])
  const inexact = inexactNumbers(document)
  if (inexact.length)
    throw new FileProblems(
      inexact.map(({ source, at: place }) => at(place, `${source} has too many digits for a number: put it in quotes`)),
    )
  const problems = (issues: Issue[]) =>
    new FileProblems(issues.map((issue) => at(nearest(document, issue.path), worded(issue))))
  try {
    return { file, document, value: document.toJS(), problems }
  } catch (error) {
    // An alias of what is nowhere, or so many that they would not end.
    throw new FileProblems([at(firstAlias(document), (error as Error).message)])
  }
}

/** Numbers that would not keep their digits. */
function inexactNumbers(document: Document): { source: string; at: number }[] {
  const found: { source: string; at: number }[] = []
  visit(document, {
    Scalar: (_key, { value, source = '', range }) => {
      const isLong = typeof value === 'number' && /^[-+]?[\d.e+-]{16,}$/i.test(source)
      if (isLong && numberOf(source.replace(/^\+/, '')) instanceof ExactNumber)
        found.push({ source, at: range?.[0] ?? 0 })
    },
  })
  return found
}

/** Where the first alias stands that leads nowhere, or the first of all. */
function firstAlias(document: Document): number {
  const aliases: { at: number; leads: boolean }[] = []
  visit(document, {
    Alias: (_key, alias) => {
      aliases.push({ at: alias.range?.[0] ?? 0, leads: alias.resolve(document) !== undefined })
    },
  })
  return (aliases.find(({ leads }) => !leads) ?? aliases[0])?.at ?? 0
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
    return decodeUtf8(readFileSync(file))
  } catch (error) {
    if (error instanceof NotUtf8) throw new FileProblems([`${file}: it is no text: ${error.message}`])
    throw new FileProblems([`${file}: cannot be read (${(error as NodeJS.ErrnoException).code})`])
  }
}
