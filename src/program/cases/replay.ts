import { readFileSync } from 'node:fs'
import { assemble } from '../../assembly.ts'
import { replay } from '../../cases/replay.ts'
import { differenceLines, verdictText } from '../../cases/verdict-text.ts'
import { tell } from '../envelope.ts'
import { aboutFile } from './case-file.ts'

export type ReplayOptions = { anyVersion?: true; json?: true }

const EXIT_CODES = { identical: 0, differs: 1, parted: 1, nothing: 2 } as const

/** Plays a case file and tells what it comes to; gives the exit code. */
export async function replayFile(file: string, options: ReplayOptions): Promise<number> {
  const { anyVersion = false, json } = options
  const { stage } = await (await assemble()).insides()
  const text = readFileSync(file, 'utf8')
  const { warnings, ...verdict } = await aboutFile(file, () => replay(text, stage, { anyVersion }))
  const code = EXIT_CODES[verdict.verdict]
  if (json) tell('replay', { status: code ? 'failed' : 'ok', data: verdict, warnings })
  else {
    for (const warning of warnings) process.stderr.write(`warning: ${warning}\n`)
    const lines = [verdictText(verdict), ...(verdict.difference ? differenceLines(verdict.difference) : [])]
    process.stdout.write(`${lines.join('\n')}\n`)
  }
  return code
}
