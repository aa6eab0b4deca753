import { readFileSync, writeFileSync } from 'node:fs'
import { assemble } from '../../assembly.ts'
import { type Case, NoCase } from '../../cases/case.ts'
import { readPlayable } from '../../cases/replay.ts'
import { onStage, type StageParts } from '../../cases/stage.ts'
import { evidenceOf } from '../../parity/evidence.ts'
import { Parity } from '../../parity/parity.ts'
import { clean, countsOf, linesOf, planLine, verdictLine } from '../../parity/report.ts'
import { readTarget, type Target } from '../../parity/target.ts'
import { isCompared, isSameVerdict, type StepVerdict } from '../../parity/verdict.ts'
import { tell } from '../envelope.ts'
import { aboutFile } from './case-file.ts'

export type ParityOptions = { target: string; dryRun?: true; send?: true; evidence?: string; json?: true }

const [SAME, PARTS, NOTHING_SENT] = [0, 1, 2]

/** Holds a case file against another platform, and tells where the two part; gives the exit code. */
export async function holdAgainst(file: string, options: ParityOptions): Promise<number> {
  const { dryRun, send, json } = options
  const target = readTarget(options.target)
  const { faces, stage } = await (await assemble()).insides()
  const text = readFileSync(file, 'utf8')
  const { recorded, warnings } = await aboutFile(file, async () => readPlayable(text, stage, { anyVersion: true }))
  const parity = new Parity(recorded, target, {
    apis: faces.filter(({ control }) => !control),
    environment: process.env,
    fetch: (url, init) => fetch(url, init),
    before: await beginningOf(recorded, stage),
  })
  if (!json) for (const warning of warnings) process.stderr.write(`warning: ${warning}\n`)
  // What writes is sent by those only who have said so twice: in the target, and here.
  const writes = parity.plan.some((planned) => 'effect' in planned && planned.effect === 'create')
  return dryRun || (writes && !send) ? listed(parity, warnings, options) : judged(parity, target, warnings, options)
}

/** The digest of the state that a case begins in; what cannot be made here is held against others all the same. */
async function beginningOf(recorded: Case, stage: StageParts): Promise<string | undefined> {
  try {
    return await onStage(recorded, stage, async ({ digest }) => digest)
  } catch (error) {
    if (error instanceof NoCase) return undefined
    throw error
  }
}

function listed({ plan, secrets }: Parity, warnings: string[], { dryRun, json }: ParityOptions): number {
  const ready = plan.filter((planned) => 'effect' in planned).length
  const why = dryRun ? '' : '; some would change something, and --send sends them'
  if (json) {
    const steps = plan.map((planned) => ({
      ...{ step: planned.step.step, method: planned.step.request.method, path: planned.step.request.path },
      ...('why' in planned ? { why: planned.why } : { effect: planned.effect }),
    }))
    tell('parity', { status: 'failed', data: clean({ dryRun: true, steps }, secrets), warnings })
  } else {
    const last = `nothing was sent: ${ready} of ${plan.length} steps would be${why}`
    process.stdout.write(`${[...clean(plan.map(planLine), secrets), last].join('\n')}\n`)
  }
  return NOTHING_SENT
}

async function judged(parity: Parity, target: Target, warnings: string[], options: ParityOptions): Promise<number> {
  const { json, evidence } = options
  const steps: StepVerdict[] = []
  for await (const verdict of parity.verdicts()) {
    steps.push(verdict)
    if (!json) process.stdout.write(`${linesOf(clean(verdict, parity.secrets)).join('\n')}\n`)
  }
  const code = exitCodeOf(steps, parity.stopped)
  if (evidence !== undefined) writeEvidence(evidence, steps, target)
  const { stopped } = parity
  if (json) {
    const data = { counts: countsOf(steps), ...(stopped !== undefined && { stopped }), steps }
    tell('parity', { status: code ? 'failed' : 'ok', data: clean(data, parity.secrets), warnings })
  } else process.stdout.write(`${verdictLine(steps)}\n`)
  return code
}

function exitCodeOf(steps: readonly StepVerdict[], stopped: string | undefined): number {
  const compared = steps.filter(({ verdict }) => isCompared(verdict))
  if (!compared.length) return NOTHING_SENT
  return stopped === undefined && compared.every(({ verdict }) => isSameVerdict(verdict)) ? SAME : PARTS
}

/** Nothing is written of a run that has seen nothing. */
function writeEvidence(file: string, steps: readonly StepVerdict[], target: Target): void {
  const evidence = evidenceOf(steps, target)
  if (evidence.entries.length) writeFileSync(file, `${JSON.stringify(evidence, null, 2)}\n`)
  else process.stderr.write(`warning: nothing was compared, so ${file} is not written\n`)
}
