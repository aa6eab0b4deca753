import { expectTypeOf, test } from 'vitest'
import type { z } from 'zod'
import type { FaultShown } from '../../src/control/faults-shown.ts'
import type { Verdict as Replayed } from '../../src/control/operations/cases.ts'
import type { Explanation as Explained } from '../../src/control/operations/explain.ts'
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
  Explanation,
  Fault,
  FaultDefinition,
  Finding,
  RecordChanges,
  Replay,
  Snapshot,
  Standing,
  Step,
  StepMatch,
  StepSummary,
  Verification,
} from '../../src/index.ts'

import type { FaultDefinition as FaultTaken } from '../../src/kernel/faults/definition.ts'

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
  expectTypeOf<Explanation>().toEqualTypeOf<z.output<typeof Explained>>()
  expectTypeOf<FaultDefinition>().toEqualTypeOf<FaultTaken>()
  expectTypeOf<Fault>().toExtend<z.output<typeof FaultShown>>()
  expectTypeOf<z.output<typeof FaultShown>>().toExtend<Fault>()
  expectTypeOf<Replay>().toEqualTypeOf<z.output<typeof Replayed>>()
  expectTypeOf<Snapshot>().toEqualTypeOf<z.output<typeof Taken>>()
  expectTypeOf<StepMatch>().toEqualTypeOf<z.input<typeof Match>>()
  expectTypeOf<Choice>().toEqualTypeOf<z.input<typeof ChoiceTaken>>()
})
