import type { Workspace } from '../../../kernel/workspaces/workspace.ts'

/** A finding for each member on file that a PUT leaves out, and so empties or sets to a default (decision Findings). */
export function remarkLeftOut<T extends object>(
  workspace: Workspace,
  names: readonly (keyof T & string)[],
  { before, sent, after }: { before: T; sent: { [name in keyof T]?: unknown }; after: T },
  path = '',
): void {
  for (const name of names)
    if (before[name] !== undefined && sent[name] === undefined && after[name] !== before[name])
      remark(workspace, path + name, after[name] === undefined ? 'it is now empty' : 'it is now the default')
}

export const remarkLeftOutContacts = (workspace: Workspace): void => remark(workspace, 'contacts', 'they are now gone')

const remark = (workspace: Workspace, path: string, effect: string): void =>
  workspace.remark({
    kind: 'left-out',
    message: `'${path}' is on file and was left out: ${effect}; send it again to keep it`,
    path,
  })
