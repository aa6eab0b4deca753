import type { Workspace } from '../../../kernel/workspaces/workspace.ts'

/** Records by their reference. */
type Rows = { get(reference: string): unknown }

/** The next reference of a kind, from the workspace's counter of it. One that a scenario has given away already is left out. */
export function nextReference(workspace: Workspace, kind: string, rows: Rows, prefix: string, digits: number): string {
  for (;;) {
    const reference = prefix + String(workspace.counters.next(kind)).padStart(digits, '0')
    if (!rows.get(reference)) return reference
  }
}
