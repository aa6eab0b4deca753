import { NotSaved } from '../kernel/scenario/saved-scenarios.ts'
import { UnknownLimits, UnknownScenario, UnusableScenario } from '../kernel/scenario/unusable.ts'
import { conflict, invalid, notFound } from './refusals.ts'

/** Asks the scenario library, and says what stands in the way as an answer. */
export async function fromLibrary<T>(
  read: () => Promise<T>,
  unknown: (message: string) => Error = notFound,
): Promise<T> {
  try {
    return await read()
  } catch (error) {
    if (error instanceof UnknownScenario) throw unknown(error.message)
    if (error instanceof UnknownLimits) throw invalid('body.limits', error.message)
    if (error instanceof UnusableScenario || error instanceof NotSaved) throw conflict(error.message)
    throw error
  }
}
