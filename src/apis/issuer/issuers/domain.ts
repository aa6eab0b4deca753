import { demand } from '../../../kernel/checks.ts'
import type { Workspace } from '../../../kernel/workspaces/workspace.ts'
import { issuerUnknown } from './problems.ts'
import { type Issuer, issuers } from './records.ts'

/** The issuer of a path, or of something that was found. */
export const issuerOf = (workspace: Workspace, { issuerId }: { issuerId: string }): Issuer =>
  demand(workspace, issuers(workspace).get(issuerId), issuerUnknown, () => `no issuer '${issuerId}'`)
