import * as z from 'zod'
import { clockInstant, isPeriod } from '../clock.ts'
import { ScenarioFault } from '../faults/definition.ts'
import { namesIn } from './walkthrough.ts'

/** Names of scenarios and recipes, as in paths and file names. */
export const ScenarioName = z.string().regex(/^[a-z0-9][a-z0-9-]{0,62}$/, 'use lower-case letters, digits and dashes')

export const Instant = z
  .string()
  .refine((text) => !Number.isNaN(clockInstant(text)), 'not an ISO instant from 1970 to 9999-12-30')

export const Period = z.string().refine(isPeriod, 'not an ISO duration such as P1DT2H')

export const ClockStart = z.union([z.literal('real'), Instant])

export const Auth = z.enum(['relaxed', 'strict'])

/** One profile or several, for each API that they bite in. */
export const Limits = z.record(z.string(), z.union([z.string().transform((name) => [name]), z.array(z.string())]))

/** Documented as anything: a schema that holds itself makes types that no compiler takes. */
const Json = z.json().meta({ override: ({ jsonSchema }: { jsonSchema: Record<string, unknown> }) => clear(jsonSchema) })

function clear(schema: Record<string, unknown>): void {
  for (const keyword in schema) delete schema[keyword]
}

/** So many are made in a minute or so, and fit into memory; a slip of the pen beyond it would stop the process. */
const MOST_PEOPLE = 100_000

const People = z.int().min(0).max(MOST_PEOPLE, `at most ${MOST_PEOPLE} people`)

export const WalkthroughStep = z.union([
  z.strictObject({
    title: z.string(),
    request: z.strictObject({
      method: z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']),
      path: z.string().startsWith('/'),
      headers: z.record(z.string(), z.string()).optional(),
      body: Json.optional(),
    }),
    expect: z.strictObject({
      status: z.int(),
      headers: z.record(z.string(), z.string()).optional(),
      /** What the answer must hold: members that are left out may be anything, lists are whole. */
      body: Json.optional(),
    }),
    /** What later requests need of the answer: a name for each, with the dotted path at which the body holds it. */
    take: z.record(z.string().regex(/^[a-z]\w*$/i, 'use letters and digits'), z.string().min(1)).optional(),
  }),
  z.strictObject({
    title: z.string(),
    /** How far the clock moves: an ISO duration, or an instant to move to. */
    advance: z.union([z.strictObject({ by: Period }), z.strictObject({ to: Instant })]),
  }),
])
export type WalkthroughStep = z.infer<typeof WalkthroughStep>

/** Steps in order: what one has as `${name}` an earlier one takes. */
const Walkthrough = z.array(WalkthroughStep).superRefine((steps, { addIssue }) => {
  const known = new Set<string>()
  steps.forEach((step, index) => {
    if (!('request' in step)) return
    for (const name of namesIn(step.request))
      if (!known.has(name))
        addIssue({ code: 'custom', path: [index, 'request'], message: `no step before takes '${name}'` })
    for (const name in step.take) known.add(name)
  })
})

/** Someone the story speaks of, with the numbers they have on each platform. */
export const CastMember = z.looseObject({ name: z.string(), about: z.string() })
export type CastMember = z.infer<typeof CastMember>

export const Scenario = z.strictObject({
  $schema: z.string().optional(),
  name: ScenarioName,
  title: z.string(),
  summary: z.string(),
  tags: z.array(z.string()).default([]),
  /** Markdown, for people. */
  story: z.string(),
  seed: z.int().default(1),
  clock: ClockStart.default('real'),
  auth: Auth.default('relaxed'),
  limits: Limits.default({}),
  /** A built-in scenario whose population, records, counters and cast it has, as they are there; its own stand over them. */
  from: ScenarioName.optional(),
  /** What relative dates are relative to; the clock's instant where it has one. */
  asOf: Instant.optional(),
  population: z.array(z.strictObject({ recipe: ScenarioName, people: People.optional() })).default([]),
  cast: z.record(z.string(), CastMember).default({}),
  counters: z.record(z.string(), z.int().min(0)).default({}),
  /** Explicit records by type, over those of the recipes. Dates may be relative: `asOf-P30D`, `asOf-P30D:date`. */
  records: z.record(z.string(), z.array(z.record(z.string(), Json))).default({}),
  /** Armed from the start on, in this order. */
  faults: z.array(ScenarioFault).default([]),
  walkthrough: Walkthrough.default([]),
})
export type Scenario = z.infer<typeof Scenario>

const Locale = z.enum(['de', 'en', 'es', 'es_MX', 'fr'])

const Percent = z.int().min(0).max(100)

/** What a population looks like. The members named after an API belong to that API's slice. */
export const Recipe = z.looseObject({
  $schema: z.string().optional(),
  name: ScenarioName,
  about: z.string(),
  /** Where the people's names and addresses are from. */
  locale: Locale,
  people: People,
  /** How many in a hundred have several given names and a double last name. */
  longNames: Percent.optional(),
  /** How many in a hundred live elsewhere, and where that is. */
  abroad: z.strictObject({ locale: Locale, share: Percent }).optional(),
})
export type Recipe = z.infer<typeof Recipe>

/** A scenario with every recipe it names, and with the one that it starts from: all it takes to make its records. */
export type ScenarioDefinition = { scenario: Scenario; recipes: Recipe[]; from?: ScenarioDefinition | undefined }
