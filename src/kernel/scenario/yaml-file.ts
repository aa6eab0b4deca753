import { readFileSync } from 'node:fs'
import { type Document, isNode, LineCounter, parseDocument, visit } from 'yaml'
import type { ZodType } from 'zod'
import { ExactNumber, numberOf } from '../text/exact-number.ts'
import { decodeUtf8, NotUtf8 } from '../text/utf8.ts'
import { nameOfFile } from './scenario-files.ts'
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

export const readScenarioFile = (file: string): Scenario => whole(draftOf(parse(file), Scenario, BLANK_SCENARIO))

export const readRecipeFile = (file: string): Recipe => whole(draftOf(parse(file), Recipe, BLANK_RECIPE))

/** A file of another kind than these. @throws FileProblems */
export function readYaml<T>(file: string, schema: ZodType<T>): T {
  const { value, inexact, problems } = parse(file)
  const { data, error } = notTooDeep(file, () => schema.safeParse(value))
  const issues = [...inexact, ...(error ? issuesOf(error) : [])]
  if (issues.length) throw problems(issues)
  return data as T
}

/** A file as far as it can be read, and all that is wrong with it so far. */
export type Draft<T> = { value: T; issues: Issue[]; problems(issues: Issue[]): FileProblems }

/** A file that may be either; only recipes say where their people are from. */
export function readDraft(file: string): { scenario: Draft<Scenario> } | { recipe: Draft<Recipe> } {
  const parsed = parse(file)
  return parsed.document.has('locale')
    ? { recipe: draftOf(parsed, Recipe, BLANK_RECIPE) }
    : { scenario: draftOf(parsed, Scenario, BLANK_SCENARIO) }
}

/** Says where in a file what is wrong with it stands. */
export const locate = (file: string, { issues }: ScenarioError): FileProblems => parse(file).problems(issues)

/** An issue that may know where it stands without a path. */
type Placed = Issue & { place?: number }

type Parsed = {
  file: string
  document: Document
  value: unknown
  /** Numbers that were read as others. */
  inexact: Placed[]
  problems(issues: Placed[]): FileProblems
}

/** What stands in for members that are missing or wrong, so that the others can be looked at. */
const BLANK_SCENARIO = { name: 'blank', title: '', summary: '', story: '' }
const BLANK_RECIPE = { name: 'blank', about: '', locale: 'en', people: 0 }

function whole<T>({ value, issues, problems }: Draft<T>): T {
  if (issues.length) throw problems(issues)
  return value
}

function draftOf<T>({ file, value, inexact, problems }: Parsed, schema: ZodType<T>, blank: object): Draft<T> {
  const result = notTooDeep(file, () => schema.safeParse(value))
  const issues = [...inexact, ...(result.success ? [] : issuesOf(result.error)), ...misnamed(file, value)]
  const usable = result.data ?? schema.safeParse({ ...blank, ...withoutFaults(value, issues) }).data
  return { value: usable ?? schema.parse(blank), issues, problems }
}

/** Files are found by their names, so a name is said twice and must be the same. */
function misnamed(file: string, value: unknown): Issue[] {
  const expected = nameOfFile(file)
  if (expected === undefined) return [{ path: [], message: 'not found unless its file name ends in .yaml or .yml' }]
  const { name } = isObject(value) ? value : {}
  if (typeof name !== 'string' || name === expected) return []
  return [{ path: ['name'], message: `must be '${expected}', as the file is named` }]
}

/** The members that nothing is wrong with; of the records, the types. */
function withoutFaults(value: unknown, issues: Issue[]): Record<string, unknown> {
  const kept = isObject(value) ? { ...value } : {}
  for (const { path } of issues) {
    const [member = '', type] = path as string[]
    if (member === 'records' && type !== undefined && isObject(kept.records)) {
      const { [type]: _, ...others } = kept.records
      kept.records = others
    } else delete kept[member]
  }
  return kept
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function parse(file: string): Parsed {
  const lines = new LineCounter()
  const text = readText(file)
  const document = notTooDeep(file, () => parseDocument(text, { lineCounter: lines, prettyErrors: false }))
  const at = (offset: number, message: string) => {
    const { line, col } = lines.linePos(offset)
    return `${file}:${line}:${col}: ${message}`
  }
  if (document.errors.length)
    throw new FileProblems(
      document.errors.map(({ pos, message }) =>
        at(pos[0], message.includes('call stack') ? 'nested too deeply' : message),
      ),
    )
  const inexact = notTooDeep(file, () => inexactNumbers(document)).map(({ source, at: place }) => ({
    path: [],
    message: `${source} has too many digits for a number: put it in quotes`,
    place,
  }))
  const problems = (issues: Placed[]) => {
    const placed = issues.map((issue) => ({
      offset: issue.place ?? nearest(document, issue.path),
      message: worded(issue),
    }))
    return new FileProblems(
      placed.sort((a, b) => a.offset - b.offset).map(({ offset, message }) => at(offset, message)),
    )
  }
  const aliases = notTooDeep(file, () => aliasesIn(document))
  const circle = aliases.find(({ isWithinItself }) => isWithinItself)
  if (circle) throw new FileProblems([at(circle.at, 'an alias stands within what it stands for')])
  try {
    return { file, document, value: document.toJS(), inexact, problems }
  } catch (error) {
    // An alias of what is nowhere, or so many that they would not end.
    const { at: offset } = aliases.find(({ leads }) => !leads) ?? aliases[0] ?? { at: 0 }
    throw new FileProblems([at(offset, (error as Error).message)])
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
    return decodeUtf8(readFileSync(file))
  } catch (error) {
    if (error instanceof NotUtf8) throw new FileProblems([`${file}: it is no text: ${error.message}`])
    throw new FileProblems([`${file}: cannot be read (${(error as NodeJS.ErrnoException).code})`])
  }
}
