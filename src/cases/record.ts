import { setImmediate as nextTurn } from 'node:timers/promises'
import { type Entry, stepOf } from '../kernel/journal/journal.ts'
import { settled } from '../kernel/settled.ts'
import { digestOf, type Snapshot, takenBack } from '../kernel/states/snapshot.ts'
import { snapshotInTurns } from '../kernel/states/snapshot-in-turns.ts'
import type { NamedSnapshot } from '../kernel/states/snapshots.ts'
import { isUntouched } from '../kernel/states/state.ts'
import { jsonByLines } from '../kernel/store/json-by-lines.ts'
import { keptWith } from '../kernel/store/kept-state.ts'
import { slices, stateText } from '../kernel/store/state-text.ts'
import { isShortened } from '../kernel/text/shortened.ts'
import { atOnce, inTurns, shortTurns } from '../kernel/turns.ts'
import type { Workspace } from '../kernel/workspaces/workspace.ts'
import { type Case, type CaseStep, FORMAT } from './case.ts'
import { caseStepOf, obstaclesTo } from './case-step.ts'
import { productAndEnvironment } from './environment.ts'
import { play } from './play.ts'
import { onStage, type StageParts } from './stage.ts'
import { verdictText } from './verdict-text.ts'

/** The session of a workspace as a case, played once to know whether it can be. What the world does meanwhile is not in it. */
export async function record(workspace: Workspace, parts: StageParts): Promise<Case> {
  const { steps, reasons, ...head } = await recorded(workspace, parts)
  const whole: Case = { ...head, reproducible: true, steps }
  if (!steps.length) reasons.push('nothing was asked of it: there is nothing to play')
  else {
    const verdict = await onStage(whole, parts, (stage) => play(whole, stage))
    if (verdict.verdict !== 'identical') reasons.push(verdictText(verdict))
  }
  return reasons.length ? { ...whole, reproducible: false, reasons } : whole
}

/** What was kept of the session, and what of it is in the way of playing it again. */
async function recorded(workspace: Workspace, parts: StageParts) {
  const { journal } = workspace
  // One that is just being answered is kept in a moment.
  if (!journal.entry(workspace.requests)) await nextTurn()
  const { earliest, entries, imports, named, present, reasons } = await snapshotInTurns(workspace, (present) => {
    // All of it is of this moment; only reading it takes its time.
    const earliest = journal.earliest(present.requests)
    const entries = journal.entriesAfter(earliest)
    const imports = importsAmong(entries, workspace, parts)
    const named = workspace.snapshotsAt(earliest) as readonly NamedSnapshot[]
    const reasons = earliest > journal.began ? [evicted(journal.began + 1, earliest)] : []
    return { earliest, entries, imports, named, present, reasons }
  })
  const steps: CaseStep[] = []
  const { state, digests } = await wayBack(present, entries)
  const head = await headOf(workspace, { state: { ...state, requests: earliest }, named }, parts)
  const rest = shortTurns()
  for (const entry of entries) {
    steps.push(withBody(caseStepOf(entry, digests.get(entry.id) as string), imports.get(entry.id)))
    await rest()
  }
  return { ...head, reasons: [...reasons, ...obstaclesTo(steps)], steps }
}

/** The state before the first of some steps, and the digests of those that they led to, from the one after the last on. */
async function wayBack(
  present: Snapshot,
  entries: Entry[],
): Promise<{ state: Snapshot; digests: Map<number, string> }> {
  const digests = new Map<number, string>()
  const rest = shortTurns()
  let state = present
  for (const { id, outcome } of entries.toReversed()) {
    await settled(state.changes)
    digests.set(id, digestOf(state))
    state = takenBack(state, outcome?.undo ? [outcome.undo] : [])
    await rest()
  }
  return { state, digests }
}

/** Documents that were longer than the journal keeps bodies, made anew of the states that they led to. */
function importsAmong(entries: Entry[], workspace: Workspace, parts: StageParts): ReadonlyMap<number, string> {
  const documents = new Map<number, string>()
  for (const entry of entries) {
    if (!entry.text.includes(IMPORT)) continue
    const { id, operation, status, requestBody = '' } = stepOf(entry)
    if (operation === IMPORT && status === 200 && isShortened(requestBody))
      documents.set(id, stateDocument(stoodAfter(workspace, id), parts))
  }
  return documents
}

const IMPORT = 'importState'

const withBody = (step: CaseStep, body: string | undefined): CaseStep =>
  body === undefined ? step : { ...step, request: { ...step.request, body } }

const evicted = (first: number, last: number): string =>
  `steps ${first} to ${last} are not kept any more: it starts from the state that they left`

async function headOf(workspace: Workspace, { state, named }: Stood, parts: StageParts) {
  const { base, clock, auth, limits } = state.start
  const isLoaded = !state.requests && !named.length && isUntouched(state)
  return {
    ...({ format: FORMAT, ...productAndEnvironment(parts), workspace: workspace.name } as const),
    ...{ scenario: base.scenario, seed: base.seed, clock, auth, limits, base: base.digest },
    ...(isLoaded
      ? { definition: parts.library.definitionOf(base) }
      : {
          start: (await jsonByLines(await inTurns(documentSlices({ state, named }, parts), (all) => all))) as object,
        }),
  }
}

/** How a workspace stood after a step. */
type Stood = { state: Snapshot; named: readonly NamedSnapshot[] }

const stoodAfter = (workspace: Workspace, number: number): Stood => ({
  state: workspace.snapshotAt(number) as Snapshot,
  named: workspace.snapshotsAt(number) as readonly NamedSnapshot[],
})

/** A state as a document, with the named ones that there were. */
const stateDocument = (stood: Stood, parts: StageParts): string => atOnce(documentSlices(stood, parts)).join('')

function* documentSlices({ state, named }: Stood, parts: StageParts): Generator<undefined, string[]> {
  const all: string[] = []
  for (const slice of slices(stateText(keptWith(state, named, parts.library), productAndEnvironment(parts).product))) {
    all.push(slice)
    yield
  }
  return all
}
