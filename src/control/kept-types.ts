import { answerRecords } from '../http/answers/idempotency.ts'
import { faultRecords } from '../kernel/faults/faults.ts'
import type { RecordType, Slice } from '../kernel/scenario/slice.ts'

/** All that a state holds: the records of the platforms, and what the sandbox keeps beside them. */
export const keptTypes = (slices: Slice[]): RecordType[] => [
  ...slices.flatMap(({ recordTypes }) => recordTypes),
  ...[faultRecords, answerRecords],
]
