import { readdirSync } from 'node:fs'
import { inspect } from 'node:util'
import * as z from 'zod'
import { CHOICES } from './defaults.ts'
import type { LogEntry } from './http/server/log-entry.ts'
import { clockInstant, isPeriod, periodLength } from './kernel/clock.ts'
import { Complaint } from './kernel/complaint.ts'
import { isRedis } from './kernel/store/redis/address.ts'

// What a sandbox may be told. The library's options, flags and variables of the environment are held against the same
// schemas; the command line only turns its texts into numbers first.

export function whole(from: number, to: number) {
  const error = `Give a whole number from ${from} to ${to}.`
  return z.int({ error }).min(from, { error }).max(to, { error })
}

export const filled = z.string({ error: 'Give a text.' }).refine((text) => text.trim() !== '', 'It is empty.')

/** The path of a folder that can be read, or, for one that will be made, of none yet. */
const folder = ({ made }: { made: boolean }) =>
  filled.superRefine((path, { addIssue }) => {
    const code = unreadable(path)
    if (code && !(made && code === 'ENOENT')) addIssue(`It cannot be read as a folder (${code}).`)
  })

/** Where workspaces are kept: in a folder, or in a Redis. */
const keptIn = z.string({ error: 'Give a text.' }).superRefine((place, { addIssue }) => {
  if (!isRedis(place)) {
    for (const { message } of folder({ made: true }).safeParse(place).error?.issues ?? []) addIssue(message)
  } else if (!URL.canParse(place)) addIssue('Give the address of a Redis such as redis://redis.example.com:6379/0.')
})

function unreadable(path: string): string | undefined {
  try {
    readdirSync(path)
    return undefined
  } catch (error) {
    return (error as NodeJS.ErrnoException).code
  }
}

const called = <Told>() =>
  z.custom<(told: Told) => void>((value) => typeof value === 'function', 'Give a function.').optional()

/** An origin as browsers send it; `*` stands for all. */
const origin = z.string({ error: 'Give a text.' }).transform((text, { addIssue }) => {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (text === '*' || text === 'null') return text
  // Of a scheme that is not the web's, the library tells no origin.
  if (url?.host && /^\/?$/.test(url.pathname + url.search + url.hash)) return url.origin === 'null' ? text : url.origin
  addIssue("Give origins such as 'http://localhost:5173', or '*'.")
  return z.NEVER
})

const hostName = z
  .string({ error: 'Give a text.' })
  .regex(/^[\w-]+(?:\.[\w-]+)*$/, "Give names of hosts such as 'sandbox.example.com', without scheme and port.")
  .toLowerCase()

const token = z
  .string({ error: 'Give a text.' })
  .regex(/^[\x21-\x7e]+$/, 'Give a token of visible characters, without blanks.')

/** A name for one process among several, as a header and a line of the log can have it. */
export const nodeName = z.string().regex(/^[\w.-]{1,63}$/, 'Give up to 63 letters, digits, dots, dashes, underscores.')

/** Whole seconds or an ISO duration, of an hour at most, as milliseconds. */
export const drainLength = z.string().transform((text, { addIssue }) => {
  const length = /^\d+$/.test(text) ? Number(text) * 1000 : isPeriod(text) ? periodLength(text) : Number.NaN
  if (length >= 0 && length <= 3_600_000) return length
  addIssue('Give seconds or an ISO duration such as PT10S, of an hour at most.')
  return z.NEVER
})

export const settings = {
  scenario: filled.optional(),
  seed: whole(Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER).optional(),
  clock: z
    .string({ error: 'Give a text.' })
    .refine(
      (text) => text === 'real' || !Number.isNaN(clockInstant(text)),
      "Give 'real' or an ISO instant such as 2026-03-02T09:00:00Z, of the years 1970 to 9999.",
    )
    .optional(),
  auth: z.enum(CHOICES.auth, { error: 'Allowed choices are relaxed, strict.' }).optional(),
  scenarios: folder({ made: false }).optional(),
  data: keptIn.optional(),
  snapshot: filled.optional(),
  evidence: filled.optional(),
  fresh: z.boolean({ error: 'Give true or false.' }).optional(),
  sync: z.boolean({ error: 'Give true or false.' }).optional(),
  envelope: z.enum(CHOICES.envelope, { error: 'Allowed choices are wrapped, bare.' }).optional(),
  maxWorkspaces: whole(1, 1_000_000).optional(),
  workspaceTtl: z
    .string({ error: 'Give a text.' })
    .refine(
      (text) => text === 'off' || (isPeriod(text) && periodLength(text) > 0),
      "Give an ISO duration such as P1D or PT2H, or 'off'.",
    )
    .optional(),
  cors: z.array(origin, { error: 'Give a list.' }).optional(),
  allowHost: z.array(hostName, { error: 'Give a list.' }).optional(),
  adminToken: token.optional(),
  readToken: token.optional(),
}

const Options = z.strictObject({ ...settings, log: called<LogEntry>(), report: called<unknown>() })

/** Options of the library, as its users give them. */
export type Options = z.input<typeof Options>

/** @throws Complaint that names every option which is unknown, or has a value that cannot be used */
export function checkedOptions(options: Options): Options {
  const { success, data, error } = Options.safeParse(options)
  if (success) return data
  // The first thing that is wrong with an option is enough to set it right.
  const problems = new Map(error.issues.toReversed().map((issue) => [issue.path[0], problemOf(issue, options)]))
  throw new Complaint([...problems.values()].reverse().join(' '))
}

function problemOf(issue: z.core.$ZodIssue, options: Options): string {
  if (issue.code === 'unrecognized_keys') {
    const unknown = issue.keys.map((key) => `'${key}'`).join(', ')
    return `Unknown option ${unknown}; there are ${Object.keys(Options.shape).join(', ')}.`
  }
  const [name] = issue.path as (keyof Options)[]
  return name === undefined
    ? `Options are ${shown(options)}. Give an object.`
    : `Option '${name}' is ${shown(options[name])}. ${issue.message}`
}

const shown = (value: unknown): string => inspect(value, { depth: 0, breakLength: Number.POSITIVE_INFINITY })
