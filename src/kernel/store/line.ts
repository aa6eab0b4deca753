import type { ScenarioLibrary } from '../scenario/library.ts'
import type { Snapshot, Undo } from '../states/snapshot.ts'
import type { NamedSnapshot } from '../states/snapshots.ts'
import type { Written } from '../tables/changes.ts'
import type { Workspace } from '../workspaces/workspace.ts'
import { type KeptWorkspace, keptStart, keptWorkspace } from './kept-state.ts'
import { rowText, stateText } from './state-text.ts'

/** A world whose changes are written down; it is read, never changed. */
export type LineWorld = Pick<Workspace, 'start' | 'changes' | 'clock' | 'requests' | 'snapshots' | 'parts'>

/** What lines are made with; the product is named as where a state comes from. */
export type LineMaking = { library: ScenarioLibrary; product: string }

/** Where a state comes from that was put in the place of another: its start, or a snapshot. */
type Origin = { begins: true } | { restores: string }

/**
 * What a piece of work has changed, as one line of JSON: its number, that of the last step, and of everything else what is
 * another now. What would take a copy of what is kept already only names it.
 */
export function lineOf(world: LineWorld, undo: Undo, number: number, making: LineMaking): string {
  const { clock, requests } = world
  const origin = undo.replaced && originOf(world, undo)
  const snapshots = undo.snapshots && snapshotChanges(world, undo.snapshots)
  if ((undo.replaced && !origin) || (undo.snapshots && !snapshots)) return lineOfAll(world, number, making)
  const start = undo.replaced && undo.replaced.start !== world.start && origin && 'begins' in origin
  const members = {
    ...{ line: number, requests },
    ...((origin || clock.state !== undo.clock) && { clock: clock.state }),
    ...(start && { start: keptStart(world.start, making.library) }),
    ...origin,
    ...snapshots,
  }
  const written = undo.written && !origin ? writtenText(world, undo.written) : ''
  return `${JSON.stringify(members).slice(0, -1)}${written}}\n`
}

/** All that a state is, as one line, in pieces: what the lines of a world without a state file begin with. */
export function* wholeLine(state: KeptWorkspace, number: number, { product }: LineMaking): Generator<string> {
  yield `{"line":${number},"state":`
  // Texts in it have no line breaks but escaped ones.
  for (const piece of stateText(state, product)) yield piece.replaceAll('\n', '')
  yield '}\n'
}

/** The same of a world as it is now, at once. */
export const lineOfAll = (world: LineWorld, number: number, making: LineMaking): string =>
  [...wholeLine(keptWorkspace(world, making.library), number, making)].join('')

function originOf({ start, changes, snapshots }: LineWorld, undo: Undo): Origin | undefined {
  if (start.origin ? changes.content === start.origin.changes.content : changes.isEmpty) {
    // Another start with a state of its own is written down as a whole.
    if (!start.origin || start === undo.replaced?.start) return { begins: true }
  }
  const isIt = ({ snapshot }: NamedSnapshot) => snapshot.start === start && snapshot.changes.content === changes.content
  const named = (undo.snapshots ?? snapshots.all).find(isIt)
  return named && { restores: named.name }
}

/** Which snapshots are gone and which were taken of the state as it is now; undefined where there is another one. */
function snapshotChanges(world: LineWorld, before: readonly NamedSnapshot[]) {
  const { all } = world.snapshots
  const taken = all.filter((named) => !before.includes(named))
  if (!taken.every(({ snapshot }) => isAsNow(world, snapshot))) return undefined
  return {
    forgets: before.filter((named) => !all.includes(named)).map(({ name }) => name),
    takes: taken.map(({ name, at }) => ({ name, at })),
  }
}

const isAsNow = ({ start, changes, clock, requests }: LineWorld, snapshot: Snapshot): boolean =>
  snapshot.start === start &&
  snapshot.changes.content === changes.content &&
  snapshot.clock === clock.state &&
  snapshot.requests === requests

function writtenText({ changes }: LineWorld, { tables, counters }: Written): string {
  const texts = tables.map(([name, befores]) => {
    const table = changes.table(name)
    const deleted: string[] = []
    const entries = []
    for (const [id, before] of befores) {
      const entry = table.rows.get(id)
      if (entry?.row) entries.push(entry)
      // One that was deleted and made again stands at the end.
      if (!entry?.row || (before && before.ordinal !== entry.ordinal)) deleted.push(id)
    }
    entries.sort((a, b) => a.ordinal - b.ordinal)
    const rows = entries.map((entry) => rowText(entry, table.rows.size)).join(',')
    return `${JSON.stringify(name)}:{"rows":[${rows}],"deleted":${JSON.stringify(deleted)}}`
  })
  const counts = [...counters.keys()].map((kind) => [kind, changes.counters.get(kind) ?? null])
  const counting = counts.length ? `,"counters":${JSON.stringify(Object.fromEntries(counts))}` : ''
  return counting + (texts.length ? `,"tables":{${texts.join(',')}}` : '')
}
