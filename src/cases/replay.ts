import { type Case, NoCase, readCase } from './case.ts'
import { isOfAnotherVersion, otherCircumstances } from './environment.ts'
import { play, type Verdict } from './play.ts'
import { onStage, type StageParts } from './stage.ts'

/** Whether a case may be played that another version has recorded. */
type Allowed = { anyVersion: boolean }

/** Plays the case of a text. @throws NoCase */
export async function replay(
  text: string,
  parts: StageParts,
  allowed: Allowed,
): Promise<Verdict & { warnings: string[] }> {
  const { recorded, warnings } = readPlayable(text, parts, allowed)
  const verdict = await onStage(recorded, parts, (stage) => play(recorded, stage))
  const circumstances = verdict.verdict === 'identical' ? [] : otherCircumstances(recorded, parts)
  return { ...verdict, warnings: [...warnings, ...circumstances] }
}

/** The case of a text, if it is one of this version or may be of any. @throws NoCase */
export function readPlayable(
  text: string,
  parts: StageParts,
  { anyVersion }: Allowed,
): { recorded: Case; warnings: string[] } {
  const recorded = readCase(text)
  const other = isOfAnotherVersion(recorded, parts)
  if (other && !anyVersion)
    throw new NoCase(`${other}; it can be played all the same, by --any-version or anyVersion=true`)
  return { recorded, warnings: other ? [other] : [] }
}
