import * as z from 'zod'
import { isPeriod } from '../clock.ts'

/** When a fault comes: before anything is carried out, or after it, so that the change is made and its answer suffers. */
export type Phase = 'before' | 'after'

/** A wait may last as long, in milliseconds: an hour. */
export const LONGEST_WAIT = 3_600_000

/** The phases that each kind of effect can have; the first unless said. */
export const PHASES = {
  delay: ['before', 'after'],
  hold: ['before', 'after'],
  hang: ['before', 'after'],
  status: ['before', 'after'],
  error: ['before', 'after'],
  'rate-limit': ['before'],
  drop: ['before', 'after'],
  truncate: ['after'],
  malformed: ['after'],
} as const satisfies Record<string, readonly [Phase, ...Phase[]]>

export type EffectKind = keyof typeof PHASES

const Wait = z.number().min(0).max(LONGEST_WAIT)

const Delay = z
  .strictObject({
    kind: z.literal('delay'),
    ms: Wait.optional(),
    min: Wait.optional(),
    max: Wait.optional(),
    median: Wait.optional(),
    sigma: z.number().min(0).max(5).optional(),
  })
  .refine(
    ({ kind: _, ...given }) => ['ms', 'min,max', 'median,sigma'].includes(Object.keys(given).join()),
    'give ms, or min and max, or median and sigma',
  )
  .refine(({ min = 0, max = min }) => min <= max, { path: ['min'], error: 'is more than max' })

/** What a fault does. A status is one of failure; the API words its body. */
export const Effect = z.discriminatedUnion(
  'kind',
  [
    Delay,
    z.strictObject({ kind: z.literal('hold') }),
    z.strictObject({ kind: z.literal('hang') }),
    z.strictObject({ kind: z.literal('status'), status: z.int().min(400).max(599) }),
    z.strictObject({ kind: z.literal('error'), code: z.string().min(1) }),
    z.strictObject({
      kind: z.literal('rate-limit'),
      limit: z.int().min(0),
      windowMs: z.int().min(1).max(86_400_000),
    }),
    z.strictObject({ kind: z.literal('drop') }),
    z.strictObject({ kind: z.literal('truncate') }),
    z.strictObject({ kind: z.literal('malformed') }),
  ],
  { error: `no such kind of effect; there are ${Object.keys(PHASES).join(', ')}` },
)
export type Effect = z.infer<typeof Effect>

const Name = z.string().min(1).max(200)

/** The requests that a fault is for; what is left out may be anything. */
const FaultMatch = z.strictObject({
  api: Name.optional(),
  operation: Name.optional(),
  method: z
    .string()
    .regex(/^(GET|POST|PUT|PATCH|DELETE)$/i, 'not one of GET, POST, PUT, PATCH, DELETE')
    .optional(),
  path: Name.startsWith('/', 'begins with /, and * stands for anything').optional(),
  record: Name.optional(),
  correlationId: Name.optional(),
})
export type FaultMatch = z.infer<typeof FaultMatch>

const Count = z.int().min(0).max(1_000_000)

/** A fault as it is written down: what it is for, what it does, and how often. */
const shape = {
  match: FaultMatch.optional(),
  effect: Effect,
  phase: z.enum(['before', 'after']).optional(),
  times: Count.min(1).optional(),
  after: Count.optional(),
  probability: z.number().min(0).max(1).optional(),
  enabled: z.boolean().optional(),
  expiresAfter: z.string().refine(isPeriod, 'not an ISO duration such as PT10M').optional(),
  expect: z.strictObject({ operation: Name.optional(), count: Count }).optional(),
}

const hasItsPhase = ({ effect, phase }: { effect: Effect; phase?: Phase | undefined }): boolean =>
  phase === undefined || (PHASES[effect.kind] as readonly Phase[]).includes(phase)

const WRONG_PHASE = {
  path: ['phase'],
  error: ({ input }: { input?: unknown }) => {
    const { kind } = (input as { effect: Effect }).effect
    return `${kind} comes ${PHASES[kind][0]} only`
  },
}

/** What is held against each fault as a whole. */
export const HAS_ITS_PHASE = [hasItsPhase, WRONG_PHASE] as const

export const FaultDefinition = z.strictObject(shape).refine(...HAS_ITS_PHASE)
export type FaultDefinition = z.infer<typeof FaultDefinition>

/** The same in a scenario, where it may have an id of its own. */
export const ScenarioFault = z
  .strictObject({
    id: z
      .string()
      .regex(/^[a-z0-9][a-z0-9-]{0,62}$/, 'use lower-case letters, digits and dashes')
      .optional(),
    ...shape,
  })
  .refine(...HAS_ITS_PHASE)
export type ScenarioFault = z.infer<typeof ScenarioFault>
