import type { World } from '../http/walkthrough/scenario-of.ts'
import type { ScenarioLibrary } from '../kernel/scenario/library.ts'
import type { Workspace } from '../kernel/workspaces/workspace.ts'
import { conflict } from './refusals.ts'

type Wanted = {
  name: string
  title?: string | undefined
  summary?: string | undefined
  story?: string | undefined
  records: 'now' | 'start'
}

/** What is saved of a workspace: as it is, or as it was before the first step that is kept, with the steps since. */
export function worldToSave(workspace: Workspace, wanted: Wanted, library: ScenarioLibrary): World {
  const { journal, requests, start } = workspace
  const source = library.definitionOf(start.base).scenario
  const { name, title = name, summary = `A world that began as '${source.name}'.` } = wanted
  const {
    story = `Saved in the workspace \`${workspace.name}\`, which began as \`${source.name}\`: ${source.title}.\n`,
  } = wanted
  const told = { ...{ name, title, summary, story }, cast: source.cast }
  if (wanted.records === 'now') return { state: workspace.snapshot(), told, session: [] }
  const earliest = journal.earliest(requests)
  const state = workspace.snapshotAt(earliest)
  const session = [...journal.newestFirst()].filter(({ id }) => id > earliest).reverse()
  if (!state || !session.length)
    throw conflict(`no step of '${workspace.name}' is kept that a walkthrough could begin with`)
  return { state, told, session }
}
