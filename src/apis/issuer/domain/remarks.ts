import type { Workspace } from '../../../kernel/workspaces/workspace.ts'

/** Remarks of `work` are on a part of the body: their paths say which. */
export function remarkingIn<R>(part: string, workspace: Workspace, work: () => R): R {
  const { length } = workspace.findings
  try {
    return work()
  } finally {
    for (const finding of workspace.findings.slice(length))
      if (finding.path !== undefined) finding.path = `${part}.${finding.path}`
  }
}

export const remarkDeprecated = (workspace: Workspace, path: string): void =>
  workspace.remark({ kind: 'deprecated-member', message: `'${path}' is deprecated and ignored: leave it out`, path })
