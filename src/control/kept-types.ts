import * as z from 'zod'
import { answers } from '../http/answers/idempotency.ts'
import { HAS_ITS_PHASE } from '../kernel/faults/definition.ts'
import { faults } from '../kernel/faults/faults.ts'
import type { RecordType, Slice } from '../kernel/scenario/slice.ts'
import { FaultShown } from './faults-shown.ts'

const Whole = z.int().min(0)

/** An armed fault as a state document has it. */
const ArmedFault = FaultShown.omit({ expired: true, verdict: true })
  .extend({
    armedAt: z.int().optional(),
    ...{ matched: Whole, used: Whole, counted: Whole },
    window: z.strictObject({ start: z.int(), passed: Whole }).optional(),
  })
  .refine(...HAS_ITS_PHASE)

/** The first answer under a key as a state document has it. */
const KeptAnswer = z.strictObject({
  ...{ id: z.string(), number: z.string(), request: z.string() },
  ...{ status: z.int().min(200).max(599), body: z.string() },
})

/** All that a state holds: the records of the platforms, and what the sandbox keeps beside them. */
export const keptTypes = (slices: Slice[]): RecordType[] => [
  ...slices.flatMap(({ recordTypes }) => recordTypes),
  { table: faults, schema: ArmedFault, written: (row) => row },
  { table: answers, schema: KeptAnswer, written: (row) => row },
]
