import { expectTypeOf, test } from 'vitest'
import type { z } from 'zod'
import type { Choice as ChoiceTaken } from '../../src/control/operations/load.ts'
import type { Taken } from '../../src/control/operations/snapshots.ts'
import type { Verdict } from '../../src/control/operations/verify-requests.ts'
import type { RecordChanges as Changes } from '../../src/control/record-changes.ts'
import type { ClockReading as Reading, Standing as StandingShown } from '../../src/control/standing.ts'
import type { Match } from '../../src/control/steps/selection.ts'
import type { FindingShown, StepShown, StepSummary as Summary } from '../../src/control/steps/shown.ts'
import type {
  Choice,
  ClockReading,
  Finding,
  RecordChanges,
  Snapshot,
  Standing,
  Step,
  StepMatch,
  StepSummary,
  Verification,
} from '../../src/index.ts'

// The package's types stand alone; what the control plane takes and answers is held against them here.

test('the types of worlds are those of the control plane', () => {
  expectTypeOf<Standing>().toEqualTypeOf<z.output<typeof StandingShown>>()
  expectTypeOf<ClockReading>().toEqualTypeOf<z.output<typeof Reading>>()
  expectTypeOf<RecordChanges>().toEqualTypeOf<z.output<typeof Changes>>()
  expectTypeOf<Finding>().toEqualTypeOf<z.output<typeof FindingShown>>()
  expectTypeOf<StepSummary>().toEqualTypeOf<z.output<typeof Summary>>()
  expectTypeOf<Step>().toExtend<z.output<typeof StepShown>>()
  expectTypeOf<z.output<typeof StepShown>>().toExtend<Step>()
  expectTypeOf<Verification>().toEqualTypeOf<z.output<typeof Verdict>>()
  expectTypeOf<Snapshot>().toEqualTypeOf<z.output<typeof Taken>>()
  expectTypeOf<StepMatch>().toEqualTypeOf<z.input<typeof Match>>()
  expectTypeOf<Choice>().toEqualTypeOf<z.input<typeof ChoiceTaken>>()
})
