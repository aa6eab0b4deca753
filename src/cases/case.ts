import * as z from 'zod'
import { Complaint } from '../kernel/complaint.ts'
import { type EffectKind, PHASES } from '../kernel/faults/definition.ts'
import { Auth, ClockStart, Limits } from '../kernel/scenario/schema.ts'
import { nestedText } from '../kernel/store/state-text.ts'
import { faultOfName } from '../kernel/workspaces/workspace-name.ts'

/** Raised when cases of this version cannot be read by the one before. */
export const FORMAT = 1

const Headers = z.record(z.string(), z.string())

const Finding = z.strictObject({
  kind: z.string(),
  message: z.string(),
  path: z.string().optional(),
  suggestion: z.string().optional(),
})

/** Whatever a workspace is asked: what begins its numbering, or is about others, is no step of it. */
const Path = z
  .string()
  .startsWith('/')
  .refine((path) => !/^\/(?:w\/|_sandbox\/(?:case|reset|scenarios|workspaces)\b)/.test(path), 'no step leads there')

/** What a fault did to it; of its kinds those that there are. */
const Fault = z.strictObject({
  id: z.string().optional(),
  kind: z.enum(Object.keys(PHASES) as EffectKind[]),
  phase: z.enum(['before', 'after']),
  ms: z.number().optional(),
  status: z.int().optional(),
  code: z.string().optional(),
  retryAfter: z.int().optional(),
})

/** One step: what was asked, what came of it, and what else it depended on. */
export const CaseStep = z.strictObject({
  /** Its number among the steps of its workspace. */
  step: z.int().min(1),
  kind: z.enum(['request', 'control']),
  /** The workspace's time, an ISO instant. */
  at: z.string(),
  /** The system's time, in milliseconds since the epoch. */
  system: z.number(),
  durationMs: z.number().min(0),
  operation: z.string().optional(),
  /** That the path named the workspace, which is left out here. */
  byPath: z.literal(true).optional(),
  request: z.strictObject({ method: z.string(), path: Path, headers: Headers, body: z.string().optional() }),
  /** Of status 0 where nothing was answered. */
  answer: z.strictObject({ status: z.int(), headers: Headers, body: z.string() }),
  rule: z.string().optional(),
  findings: z.array(Finding).optional(),
  fault: Fault.optional(),
  /** The armed faults that it was for, and those that expected it. */
  aimed: z.strictObject({ matched: z.array(z.string()), counted: z.array(z.string()) }).optional(),
  /** The requests that were held, and that it let go on. */
  released: z.array(z.string()).optional(),
  /** The digest of the state after it. */
  digest: z.string(),
})
export type CaseStep = z.infer<typeof CaseStep>

const document = z.custom<object>((value) => typeof value === 'object' && value !== null, 'not an object')

const Case = z
  .strictObject({
    format: z.literal(FORMAT),
    product: z.string(),
    /** The versions of the simulated contracts, by API. */
    contracts: z.record(z.string(), z.string()),
    environment: z.strictObject({
      node: z.string(),
      icu: z.string(),
      tz: z.string(),
      envelope: z.enum(['wrapped', 'bare']),
    }),
    workspace: z.string().refine((name) => faultOfName(name) === undefined, 'no name of a workspace'),
    scenario: z.string(),
    seed: z.int(),
    clock: ClockStart,
    auth: Auth,
    limits: Limits.transform((limits): Readonly<Record<string, readonly string[]>> => limits),
    /** The digest of the scenario's records. */
    base: z.string(),
    /** Whether the whole session can be played again from its load or reset, and comes out the same. */
    reproducible: z.boolean(),
    reasons: z.array(z.string()).optional(),
    /** The scenario, where the session begins with its load or reset. */
    definition: document.optional(),
    /** Else the state that it begins in, as a state document: its `requests` is the step that it comes after. */
    start: document.optional(),
    steps: z.array(CaseStep),
  })
  .refine(({ definition, start }) => (definition === undefined) !== (start === undefined), {
    path: ['start'],
    error: 'a case has either the definition of its scenario or a state to start from',
  })
  .refine(({ steps }) => steps.every(({ step }, index) => step > (steps[index - 1]?.step ?? 0)), {
    path: ['steps'],
    error: 'steps are in the order of their numbers',
  })
export type Case = z.infer<typeof Case>

/** Why a text is no case that can be played. */
export class NoCase extends Complaint {}

/** The case that a file's text stands for. @throws NoCase */
export function readCase(text: string): Case {
  const value = json(text)
  const format = (value as { format?: unknown } | null)?.format
  if (typeof format === 'number' && format > FORMAT)
    throw new NoCase(`its format ${format} is newer than this version reads (${FORMAT})`)
  const { data, error } = Case.safeParse(value)
  if (data) return data
  const [issue] = error.issues
  throw new NoCase(`it is no case file (${[issue?.path.join('.'), issue?.message].filter(Boolean).join(': ')})`)
}

function json(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new NoCase(text.trim() ? 'it is not whole, or no JSON' : 'it is empty')
  }
}

/** Down to the single records of a state, and of a scenario. */
const RECORD_DEPTH = 4

/** A case as it is written, in pieces that take no time to make: JSON, one step a line. */
export function* casePieces({ steps, ...head }: Case): Generator<string> {
  yield '{\n'
  for (const [name, value] of Object.entries(head)) {
    if (value === undefined) continue
    yield `${JSON.stringify(name)}: `
    yield* nestedText(value, RECORD_DEPTH)
    yield ',\n'
  }
  yield '"steps": ['
  let separator = '\n'
  for (const step of steps) {
    yield separator + JSON.stringify(step)
    separator = ',\n'
  }
  yield '\n]\n}\n'
}

export const caseText = (whole: Case): string => [...casePieces(whole)].join('')
