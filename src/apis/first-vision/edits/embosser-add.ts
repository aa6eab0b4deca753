import { type Edit, edit, failing, judge } from '../edits.ts'
import { IC } from '../problems/embosser-add.ts'
import { isOrganizationOrLogo, isWrongName } from '../scalar.ts'
import type { EmbosserAdd as Request } from '../wire/embosser-add.ts'

const EDITS: Edit<Request>[] = [
  edit(IC['03S'], ({ organizationNumber }) => isWrongName(organizationNumber, isOrganizationOrLogo)),
]

/** The first stage for the embosser add; no setting has a say in it. */
export const judgeEmbosserAdd = (request: Request): void => judge(failing(EDITS, request, undefined))
