import { refuse } from '../../../kernel/problem.ts'
import type { Workspace } from '../../../kernel/workspace.ts'
import { issuerUnknown } from './problems.ts'
import { type Issuer, issuers } from './records.ts'

/** The issuer of a path, or of something that was found. */
export const issuerOf = (workspace: Workspace, { issuerId }: { issuerId: string }): Issuer =>
  issuers(workspace).get(issuerId) ?? refuse(issuerUnknown, `no issuer '${issuerId}'`)
