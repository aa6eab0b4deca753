import { readFileSync, writeFileSync } from 'node:fs'
import { assemble } from '../../assembly.ts'
import { caseText } from '../../cases/case.ts'
import type { Goal } from '../../cases/goal.ts'
import { minimize } from '../../cases/minimize.ts'
import { readPlayable } from '../../cases/replay.ts'
import { onStage } from '../../cases/stage.ts'
import { tell } from '../envelope.ts'
import { aboutFile } from './case-file.ts'

export type MinimizeOptions = Goal & { output: string; anyVersion?: true; json?: true }

/** Writes a case of the fewest steps that come to the same end as those of a case file. */
export async function minimizeFile(file: string, options: MinimizeOptions): Promise<void> {
  const { output, anyVersion = false, json, ...goal } = options
  const { stage: parts } = await (await assemble()).insides()
  const text = readFileSync(file, 'utf8')
  const { recorded, few, warnings } = await aboutFile(file, async () => {
    const { recorded, warnings } = readPlayable(text, parts, { anyVersion })
    return { recorded, few: await onStage(recorded, parts, (stage) => minimize(recorded, stage, goal)), warnings }
  })
  writeFileSync(output, caseText(few))
  const [of, steps] = [recorded.steps.length, few.steps.map(({ step }) => step)]
  if (json) return tell('minimize', { status: 'ok', data: { output, of, steps }, warnings })
  for (const warning of warnings) process.stderr.write(`warning: ${warning}\n`)
  process.stdout.write(`${output}: ${steps.length} of ${of} steps: ${steps.join(', ')}\n`)
}
